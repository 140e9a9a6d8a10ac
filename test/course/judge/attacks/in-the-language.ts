// Attacks by what the language itself offers. Each is a submission to decoder/field that does not do what is asked.

import type { Status } from "../../../../src/course/judge/core/verdict";

export type Attack = readonly [title: string, mayEndAs: readonly Status[], source: string];

/** A submission whose answers are wrong, after `sabotage` has run as the file is loaded. */
const afterLoading = (sabotage: string): string =>
  `// @ts-nocheck\n${sabotage}\nexport function field(word: number, hi: number, lo: number): number { return 12345; }`;

/** A submission whose every call runs `body`. */
const inEveryCall = (body: string): string =>
  `// @ts-nocheck\nexport function field(word: number, hi: number, lo: number): any { ${body} }`;

/** (module (func (export "f") (loop br 0))): a loop without a gauge. */
const ENDLESS_WASM = JSON.stringify([
  0, 97, 115, 109, 1, 0, 0, 0,  1, 4, 1, 96, 0, 0,  3, 2, 1, 0,  7, 5, 1, 1, 102, 0, 0,  10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11,
]);

export const IN_THE_LANGUAGE: readonly Attack[] = [
  // what it tries                                      may end as             how
  ["leaves with exit status 0",                          ["fail"],          afterLoading(`process.exit(0);`)],
  ["prints a report of its own",                         ["fail"],          afterLoading(`console.log(JSON.stringify({ exercise: "decoder/field", status: "pass", points: 5 }));`)],
  ["prints an answer as the worker writes it",           ["fail"],          afterLoading(`console.log('x"]\\n["answer",0,1]\\n["end"]\\n["printed","');`)],
  ["forges answers through JSON.stringify",              ["fail", "crash"], afterLoading(`JSON.stringify = () => '1]\\n["end"]\\n[';`)],
  ["forges answers through toJSON",                      ["fail"],          afterLoading(`Object.prototype.toJSON = Number.prototype.toJSON = String.prototype.toJSON = () => 1;`)],
  ["patches Array.prototype",                            ["fail"],          afterLoading(`for (const name of ["every", "some", "findIndex", "map", "push", "indexOf", "includes"]) Array.prototype[name] = () => true;`)],
  ["patches Object",                                     ["fail"],          afterLoading(`Object.is = Object.hasOwn = () => true; Object.keys = () => []; Object.entries = () => [];`)],
  ["patches the prototype of everything",                ["fail"],          afterLoading(`Object.prototype.status = "pass"; Object.prototype.points = 5; Object.prototype.accept = () => undefined;`)],
  ["traps reads on the prototype of everything",         ["fail", "crash"], afterLoading(`Object.prototype.__defineGetter__("kind", () => "pass"); Object.setPrototypeOf(Array.prototype, new Proxy({}, { get: () => () => true, has: () => true }));`)],
  ["takes the language's types away",                    ["fail", "crash"], afterLoading(`for (const name of ["Map", "Set", "Promise", "Uint8Array", "BigInt", "Number", "RegExp"]) globalThis[name] = undefined;`)],
  ["rewrites the console",                               ["fail"],          afterLoading(`globalThis.console = { log: () => { throw new Error("gone"); } };`)],
  ["answers with an object equal to all",                ["fail"],          inEveryCall(`return { valueOf: () => word, [Symbol.toPrimitive]: () => 1, equals: () => true };`)],
  ["answers with a proxy",                               ["fail"],          inEveryCall(`return new Proxy({}, { get: () => 1, ownKeys: () => ["a"], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });`)],
  ["answers with a promise",                             ["fail"],          inEveryCall(`return Promise.resolve(1);`)],
  ["answers with a function",                            ["fail"],          inEveryCall(`return () => 1;`)],
  ["answers with the codec's own marks",                 ["fail"],          inEveryCall(`return { $: "number", v: "1" };`)],
  ["answers with __proto__",                             ["fail"],          inEveryCall(`return JSON.parse('{"__proto__": {"accept": 1}, "constructor": 1}');`)],
  ["answers without end: a circle",                      ["fail"],          inEveryCall(`const a: any = []; a.push(a); return a;`)],
  ["answers with a string of 256 million characters",    ["fail"],          inEveryCall(`return "x".repeat(2 ** 28);`)],
  ["answers with an array of a billion holes",           ["fail"],          inEveryCall(`const a = []; a.length = 1e9; return a;`)],
  ["answers with a bigint of 20 million bits",           ["fail"],          inEveryCall(`return 1n << 20000000n;`)],
  ["answers with keys without end",                      ["out of fuel", "timeout"], inEveryCall(`return new Proxy({}, { ownKeys: () => Array.from({ length: 1e6 }, (_, i) => "k" + i), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });`)],
  ["makes code from text: eval",                         ["fail"],          inEveryCall(`return eval("1");`)],
  ["makes code from text: Function",                     ["fail"],          inEveryCall(`return (() => 1).constructor("for (;;) {}")();`)],
  ["makes code from text: the generator's constructor",  ["fail"],          inEveryCall(`return (function* () {}).constructor("for (;;) {}")().next();`)],
  ["makes code from bytes: WebAssembly",                 ["fail"],          inEveryCall(`return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(${ENDLESS_WASM}))).exports.f();`)],
  ["reaches for the worker's functions by a stack trace", ["fail"],
    inEveryCall(`Error.prepareStackTrace = (_, frames) => frames; const frames = new Error().stack; for (const f of frames) { const fn = f.getFunction?.(); if (fn?.arguments?.[1]) fn.arguments[1]("node:fs"); } return frames.length;`)],
  ["reaches for the worker's functions by what it is called with", ["fail"], afterLoading(`const host = require.constructor; module.parent?.require("node:fs"); require("node:fs");`)],
  ["asks a stack trace where the course is",             ["fail"],          inEveryCall(`throw new Error(new Error().stack);`)],
  ["lifts its limit through Math.min",                   ["out of fuel"],   `// @ts-nocheck\nMath.min = Math.max = () => Infinity;\n${inEveryCall("for (;;);")}`],
  ["writes a module of its own through Object.hasOwn",   ["fail"],          afterLoading(`Object.hasOwn = (modules: any) => { modules["work/01-decoder/own.ts"] = "$fuel.left = Infinity; for (;;);"; return true; }; require("./own");`)],
  ["answers with bytes without end, forged",             ["fail", "crash"], afterLoading(`const hex = "ab".repeat(7e6); JSON.stringify = () => '{"$":"bytes","v":"' + hex + '"}';`)],
  ["answers with brackets without end, forged",          ["crash"],         afterLoading(`const deep = "[".repeat(4e6) + "]".repeat(4e6); JSON.stringify = () => deep;`)],
  ["loops in what is evaluated before a body",           ["out of fuel"],   inEveryCall(`function* f(n, a = n && f(n - 1), b = n && f(n - 1)): any {} f(40); return 1;`)],
  ["loops in a built-in",                                ["timeout"],       inEveryCall(`new Set({ [Symbol.iterator]() { return this; }, next: Object.bind(null, { value: 1, done: false }) }); return 1;`)],
  ["loops without end",                                  ["out of fuel"],   inEveryCall(`for (;;);`)],
  ["loops without end as it is loaded",                  ["out of fuel"],   afterLoading(`while (true) {}`)],
  ["loops without end behind a catch",                   ["out of fuel"],   inEveryCall(`while (true) { try { for (;;); } catch { } finally { continue; } }`)],
  ["calls itself without end",                           ["out of fuel"],   inEveryCall(`return field(word, hi, lo);`)],
  ["calls itself twice, behind a finally",               ["out of fuel"],   inEveryCall(`try { field(word, hi, lo); } catch {} finally { field(word, hi, lo); }`)],
  ["loops in a getter of its answer",                    ["out of fuel"],   inEveryCall(`return { get a() { for (;;); } };`)],
  ["iterates over what grows",                           ["out of fuel"],   inEveryCall(`const a = [1]; for (const x of a) a.push(x);`)],
  ["prints without end",                                 ["out of fuel"],   inEveryCall(`for (;;) console.log("x".repeat(1000));`)],
  ["takes the fuel gauge by its name",                   ["compile error"], inEveryCall(`$fuel.left = Infinity; for (;;);`)],
  ["takes the fuel gauge by its name, spelled otherwise", ["compile error"], inEveryCall(`$f\\u0075el.left = Infinity; for (;;);`)],
  ["takes the fuel gauge from its arguments",            ["out of fuel"],   afterLoading(`for (const it of arguments) if (it && "left" in it) it.left = Infinity; for (;;);`)],
  ["matches a pattern that takes centuries",             ["timeout"],       inEveryCall(`return /^(a+)+$/.test("a".repeat(40) + "b") ? 1 : 0;`)],
  ["sleeps",                                             ["timeout"],       inEveryCall(`Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); return 1;`)],
  ["fills the heap",                                     ["out of memory"], inEveryCall(`const all = []; for (;;) all.push(new Array(100000).fill(all.length));`)],
  ["takes 8 GB at once",                                 ["fail", "out of memory"], inEveryCall(`new Uint8Array(8 * 2 ** 30).fill(1); return 1;`)],
  ["takes 8 GB in pieces",                               ["fail", "out of memory", "timeout"], inEveryCall(`const all = []; for (let i = 0; i < 128; i++) all.push(new Uint8Array(2 ** 26).fill(1)); return 1;`)],
  ["imports a module of Node's",                         ["compile error"], `import { readFileSync } from "node:fs";\nexport const field = (word: number, hi: number, lo: number): number => readFileSync("/etc/passwd").length;`],
  ["imports a module of Node's, unchecked",              ["compile error", "fail"], `// @ts-nocheck\nimport { readFileSync } from "node:fs";\nexport const field = (word: number, hi: number, lo: number): number => readFileSync("/etc/passwd").length;`],
  ["imports a module of Node's, later",                  ["compile error", "fail"], inEveryCall(`import("node:fs"); return 1;`)],
  ["imports the solution",                               ["compile error"], `export { field } from "../../solutions/01-decoder/field";`],
  ["imports the reference",                              ["compile error"], `export { field } from "../../src/machine/decoder/field";`],
  ["imports the reference through the interface",        ["compile error"], `import { parseDiagram } from "../../src/machine/decoder/diagram";\nexport const field = (word: number, hi: number, lo: number): number => parseDiagram("1").mask;`],
  ["imports the trial",                                  ["compile error"], `import { field as trial } from "../../src/course/exercises/01-decoder/field";\nexport const field = (word: number, hi: number, lo: number): number => Number(trial.properties.length);`],
  ["imports the solution, unchecked",                    ["compile error", "fail"], `// @ts-nocheck\nexport { field } from "../../solutions/01-decoder/field";`],
  ["exports what is no function",                        ["compile error"], `export const field = 1;`],
  ["keeps the compiler busy: types without end",         ["compile error", "timeout", "out of memory"],
    `type Grow<T extends unknown[]> = T["length"] extends 5000 ? T : Grow<[...T, ...T, 1]>;\nexport const field = (word: number, hi: number, lo: number): Grow<[]>["length"] => 1;`],
  ["keeps the compiler busy: brackets",                  ["compile error", "crash", "fail"],
    `export const field = (word: number, hi: number, lo: number): number => ${"(".repeat(20_000)}1${")".repeat(20_000)};`],
];
