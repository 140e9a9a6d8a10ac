import { Interpreter } from "../../../src/compiler/ir/interpret";
const orig = Interpreter.prototype.call; Interpreter.prototype.call = function (this: any, s: any, a: any) { const self = this; const en = orig; try { return en.call(this, s, a); } catch (e) { if ((e as Error).name === "Bug" ) console.log((globalThis as any).lastTrace); throw e; } };
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { frontEnd } from "../../../src/compiler/front/front-end";
import { optimize } from "../../../src/compiler/optimize/optimize";
import { verify } from "../../../src/compiler/ir/verify";
import { printFunction } from "../../../src/compiler/ir/print";
import { runIr } from "../front/run-ir";
const host = { read: (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : undefined) };
const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync("test/compiler/programs", { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".ts")).map((f) => `test/compiler/programs/${f}`).sort();
const count = (p: any) => p.functions.reduce((s: number, f: any) => s + f.blocks.reduce((t: number, b: any) => t + b.instructions.length + 1, 0), 0);
let ok = 0, bad = 0;
for (const file of files) {
  try {
    const t0 = Date.now();
    const program = frontEnd(host, file);
    const t1 = Date.now();
    const optimized = optimize(program, 1, process.env["V"] ? (ir) => { verify(ir); } : undefined);
    const t2 = Date.now();
    const a = runIr(program), t3 = Date.now(), b = runIr(optimized);
    const same = a === b;
    if (same) ok++; else bad++;
    console.log(same ? "same" : "DIFF", file, `front ${t1 - t0} opt ${t2 - t1} run ${t3 - t2}/${Date.now() - t3}`, count(program), count(optimized), program.functions.length);
    if (!same) console.log(a.slice(0, 600), "-----\n", b.slice(0, 600));
    if (process.env["P"]) for (const f of optimized.functions) if (f.symbol.startsWith("test")) console.log(printFunction(f, {}));
    if (process.env["P0"]) for (const f of program.functions) if (f.symbol.startsWith("test")) console.log(printFunction(f, {}));
  } catch (e) { bad++; console.log("FAIL", file, String((e as Error).message).split("\n")[0], process.env["S"] ? (e as Error).stack : ""); }
}
console.log(ok, bad);
