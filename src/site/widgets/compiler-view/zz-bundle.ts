import { readFileSync, writeFileSync } from "node:fs";
import { kernelSources, workerText } from "../../plugins/compiler-plugin";
import vm from "node:vm";
const t0 = performance.now();
const text = workerText(kernelSources(process.cwd()));
console.log("bundle ms", performance.now() - t0, text.length);
writeFileSync("/tmp/compiler-worker.js", text);
const ts = require("typescript");
const answers: any[] = [];
let hear: any;
const self: any = { ts, performance, console, importScripts: (f: string) => console.log("import", f), addEventListener: (_: string, f: any) => { hear = f; }, postMessage: (m: any) => answers.push(m), TextEncoder, TextDecoder, structuredClone };
self.self = self;
vm.createContext(self);
vm.runInContext(text, self);
for (const n of ["hello", "trap", "hello", "hello"]) {
  hear({ data: { source: readFileSync(`chapters/07-compiler/files/${n}.ts`, "utf8"), isOptimized: true } });
  const a = answers.at(-1); console.log(a.kind, a.ms, a.view?.functions.length, a.lines);
}
hear({ data: { source: "export function start(): void {\n  const x: any = 1.5;\n console.log(x / 2)\n", isOptimized: true } });
console.log(JSON.stringify(answers.at(-1)));
hear({ data: { source: "export function start(): void {\n  console.log(`${1.5 + fob(3)}`);\n}", isOptimized: true } });
console.log(JSON.stringify(answers.at(-1)));
hear({ data: { source: "const x = 2 ** 3;\nfunction f(): number { return 1 }", isOptimized: true } });
console.log(JSON.stringify(answers.at(-1)));
hear({ data: { source: "const T = [1, 2, 3][7]!;\nexport function start(): void { console.log(`${T}`); }", isOptimized: true } });
console.log(JSON.stringify(answers.at(-1)));
