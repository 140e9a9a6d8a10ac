// Attacks on chapter 7's exercises. Each is a submission to the exercise it names that does not do what is asked.

import { EXERCISES } from "../../../../src/course/exercises/manifest";
import type { Attack } from "./on-meanings";
import { solution, unchecked } from "./submissions";

/** Where the answer to each exercise is: what is not to be imported. */
export const OURS: readonly (readonly [exercise: string, path: string])[] = [
  ["compiler/reached",            "src/compiler/reached"],
  ["compiler/reached",            "src/compiler/front/reach"],
  ["compiler/number-operator",    "src/compiler/ir/safe-integer"],
  ["compiler/number-operator",    "src/compiler/hosted/checks"],
  ["compiler/dominators",         "src/compiler/ir/dominators"],
  ["compiler/add-form",           "src/compiler/back/rules"],
  ["compiler/constant",           "src/compiler/back/constants"],
  ["compiler/live-in",            "src/compiler/back/live-in"],
  ["compiler/live-in",            "src/compiler/back/liveness"],
  ["compiler/linear-scan",        "src/compiler/back/allocate"],
  ["compiler/parallel-moves",     "src/compiler/back/moves"],
  ["compiler/foreign-convention", "src/course/exercises/07-compiler/foreign-convention/decide"],
  ["compiler/fold",               "src/compiler/ir/operation"],
  ["compiler/fold",               "src/compiler/optimize/fold-binary"],
  ["compiler/range",              "src/compiler/optimize/ranges/meaning"],
  ["compiler/class-numbers",      "src/compiler/front/class-numbers"],
  ["compiler/catcher",            "src/unikernel/runtime/exceptions"],
  ["compiler/mark",               "src/unikernel/runtime/collector"],
  ["compiler/relocate",           "src/compiler/link/relocate"],
  ["compiler/leb128",             "src/compiler/link/byte-writer"],
  ...EXERCISES.filter(({ file }) => file.startsWith("07-compiler/")).flatMap(({ id, file }) =>
    ["solutions", "src/course/exercises", "test/exercises"].map((folder) => [id, `${folder}/${file.replace(/\.ts$/, "")}`] as const)),
];

/** All that a submission could patch. */
const PATCHED = `
for (const name of ["some", "every", "find", "findIndex", "join", "push", "map", "slice", "includes", "indexOf"]) Array.prototype[name] = () => true;
for (const name of ["get", "has", "set", "add"]) { Map.prototype[name] = () => undefined; Set.prototype[name] = () => undefined; }
BigInt.asUintN = BigInt.asIntN = (_, x) => x;
Number.isInteger = Number.isSafeInteger = Array.isArray = () => true;
Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true });
`;

/** What the checks look for in answers, on the prototype of everything. */
const POLLUTED = `
for (const [name, value] of Object.entries({ number: 15, lastHeir: 15, from: "x1", to: "x0", op: "MOVZ", width: 64, imm16: 0, hw: 0, N: 1, immr: 0, imms: 0,
  least: 0n, most: 0n, isCheckNeeded: false, form: "registers", handler: 0, frame: 0, accept: () => undefined, want: 1, length: 0, status: "pass", points: 20, kind: "answer" })) {
  try { Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true }); } catch {}
}
`;

const PASS = `console.log('x"]\\n["answer",0,{"$":"object","v":[]}]\\n["end"]\\n{"status":"pass","points":20}');`;
const LIST = "() => { const all = []; for (;;) all.push(new Array(100000).fill(all.length)); }";

export const ON_THE_COMPILER: readonly Attack[] = [
  // on               what it tries                                        may end as          how

  // detours
  ["compiler/constant", "imports the parts of the compiler as if they were values", ["compile error"], `import { BackParts } from "../../src/compiler/back/parts";\nexport const constantSteps = BackParts.constantSteps;`],
  ["compiler/relocate", "imports our own by a detour",                     ["compile error"], `// @ts-nocheck\nexport { relocate } from "../../src/machine/decoder/../../compiler/link/relocate";`],
  ["compiler/fold", "imports our own while it runs",                       ["fail"],          unchecked(`let ours; import("../../src/compiler/optimize/" + "fold-binary").then((it) => { ours = it; });`, "fold", "(...args) => ours.folded(...args)")],
  ["compiler/fold", "requires our own",                                    ["fail"],          unchecked("", "fold", `require("../../src/compiler/ir/operation").BINARY.add`)],
  ["compiler/mark", "requires it of the main module",                      ["fail"],          unchecked("", "mark", `(...args) => process.mainModule.require("../../src/course/exercises/07-compiler/mark").mark.properties[0].cases()[0].want`)],
  ["compiler/live-in", "reads the checks",                                 ["fail"],          unchecked(`let checks; import("node:" + "fs").then((fs) => { checks = fs.readFileSync("test/exercises/07-compiler/live-in.ts", "utf8"); });`, "liveIn", "() => checks")],
  ["compiler/foreign-convention", "imports what writes solutions",         ["compile error"], `// @ts-nocheck\nimport { conventionSolution } from "../../src/course/exercises/07-compiler/foreign-convention/solution";\nexport const passed: any = conventionSolution;`],
  ["compiler/foreign-convention", "is the solution to another's question", ["fail"],          solution("07-compiler/foreign-convention")],
  ["compiler/foreign-convention", "says all the places there are",         ["fail"],          unchecked("", "passed", "(parameters) => parameters.map(() => 'i1')")],
  ["compiler/foreign-convention", "answers with what is equal to anything", ["fail"],         unchecked("", "passed", "(parameters) => new Proxy([], { get: (_, key) => key === 'length' ? parameters.length : undefined })")],

  // the judge's own tools
  ["compiler/parallel-moves", "patches what the judge is made of",         ["fail", "crash"], unchecked(PATCHED, "sequence", "(moves) => moves")],
  ["compiler/linear-scan", "patches what the judge is made of",            ["fail", "crash"], unchecked(PATCHED, "assign", "(candidates) => candidates.map(() => 0)")],
  ["compiler/class-numbers", "has rows on the prototype of everything",    ["fail", "crash"], unchecked(POLLUTED, "numberClasses", "(bases) => bases.map(() => ({}))")],
  ["compiler/parallel-moves", "has moves on the prototype of everything",  ["fail", "crash"], unchecked(POLLUTED, "sequence", "(moves) => moves.map(() => ({}))")],
  ["compiler/constant", "has instructions on the prototype of everything", ["fail", "crash"], unchecked(POLLUTED, "constantSteps", "() => [{}]")],
  ["compiler/range", "has ranges on the prototype of everything",          ["fail", "crash"], unchecked(POLLUTED, "rangeOf", "() => ({})")],
  ["compiler/add-form", "has forms on the prototype of everything",        ["fail", "crash"], unchecked(POLLUTED, "addForm", "() => ({})")],
  ["compiler/catcher", "has a handler on the prototype of everything",     ["fail", "crash"], unchecked(POLLUTED, "catcher", "() => ({})")],
  ["compiler/range", "answers with __proto__",                             ["fail"],          unchecked("", "rangeOf", `() => JSON.parse('{"__proto__": {"isCheckNeeded": false}}')`)],
  ["compiler/reached", "empties what it is given",                         ["fail"],          unchecked("", "reached", "(uses, roots) => { for (const name of Object.keys(uses)) delete uses[name]; return roots.splice(0); }")],
  ["compiler/linear-scan", "makes the candidates weigh nothing",           ["fail"],          unchecked("", "assign", "(candidates) => { for (const each of candidates) { each.weight = 0; each.isFixed = false; each.ranges.length = 0; } return candidates.map(() => 0); }")],
  ["compiler/parallel-moves", "takes the moves away",                      ["fail"],          unchecked("", "sequence", "(moves) => moves.splice(0).slice(0, 0)")],
  ["compiler/mark", "makes the heap's objects one",                        ["fail"],          unchecked("", "mark", "(heap) => heap.splice(1).map(() => heap[0].address)")],
  ["compiler/dominators", "remembers what it was asked, and answers the same", ["fail"],      unchecked("const seen = [];", "immediateDominators", "(next) => seen[seen.push(next.map(() => undefined)) - 1]")],

  // answers of an odd shape
  ["compiler/live-in", "answers with texts",                               ["fail"],          unchecked("", "liveIn", "(blocks) => blocks.map(({ reads }) => reads.map(String))")],
  ["compiler/live-in", "answers with all registers",                       ["fail"],          unchecked("", "liveIn", "(blocks) => blocks.map(() => Array.from({ length: 64 }, (_, i) => i))")],
  ["compiler/live-in", "answers with holes",                               ["fail"],          unchecked("", "liveIn", "(blocks) => new Array(blocks.length)")],
  ["compiler/linear-scan", "answers with holes",                           ["fail"],          unchecked("", "assign", "(candidates) => new Array(candidates.length)")],
  ["compiler/linear-scan", "answers with registers between two",           ["fail"],          unchecked("let i = 0;", "assign", "(candidates) => candidates.map(() => (i += 2 ** -20))")],
  ["compiler/linear-scan", "answers with texts",                           ["fail"],          unchecked("", "assign", "(candidates) => candidates.map((_, i) => String(i))")],
  ["compiler/linear-scan", "answers with NaN, and \"length\"",             ["fail"],          unchecked("", "assign", "(candidates) => candidates.map((_, i) => (i % 2 ? NaN : 'length'))")],
  ["compiler/linear-scan", "puts everybody into the frame",                ["fail"],          unchecked("", "assign", "(candidates) => candidates.map(() => undefined)")],
  ["compiler/class-numbers", "answers with ranges that hold everything",   ["fail"],          unchecked("", "numberClasses", "(bases, first) => bases.map((_, i) => ({ number: first + i, lastHeir: Infinity }))")],
  ["compiler/class-numbers", "answers with numbers that are none",         ["fail"],          unchecked("", "numberClasses", "(bases, first) => bases.map(() => ({ number: NaN, lastHeir: NaN }))")],
  ["compiler/class-numbers", "answers with a null for each",               ["fail"],          unchecked("", "numberClasses", "(bases) => bases.map(() => null)")],
  ["compiler/parallel-moves", "writes with names of everything's members", ["fail"],          unchecked("", "sequence", "(moves) => moves.map(({ from }) => ({ from, to: '__proto__' }))")],
  ["compiler/parallel-moves", "answers with a million moves",              ["fail", "out of fuel"], unchecked("", "sequence", "(moves, spare) => Array(1e6).fill({ from: spare, to: spare })")],
  ["compiler/parallel-moves", "moves through the spare place, always",     ["fail"],          unchecked("", "sequence", "(moves, spare) => moves.flatMap(({ from, to }) => [{ from, to: spare }, { from: spare, to }])")],
  ["compiler/constant", "answers with one instruction that does all",      ["fail"],          unchecked("", "constantSteps", "(value) => [{ op: 'MOVZ', width: 64, imm16: Number(value), hw: 0 }]")],
  ["compiler/constant", "answers with halfwords far away",                 ["fail"],          unchecked("", "constantSteps", "() => [{ op: 'MOVZ', width: 2 ** 40, imm16: 1, hw: 2 ** 35 }]")],
  ["compiler/constant", "answers with an instruction of its own",          ["fail"],          unchecked("", "constantSteps", "(value) => [{ op: 'MOV', width: 64, imm16: 0, hw: 0, value }]")],
  ["compiler/constant", "answers with a mask of large fields",             ["fail"],          unchecked("", "constantSteps", "() => [{ op: 'ORR', width: 64, N: 1e300, immr: -1, imms: 0.5 }]")],
  ["compiler/number-operator", "answers with numbers",                     ["fail"],          unchecked("", "operate", "(operator, a, b) => Number(a + b)")],
  ["compiler/number-operator", "says that everything is unsafe",           ["fail"],          unchecked("", "operate", "() => 'unsafe'")],
  ["compiler/leb128", "answers with an array that is none",                ["fail"],          unchecked("", "leb128", "(value) => [value & 127]")],
  ["compiler/leb128", "answers with 30 MB",                                ["fail", "crash"], unchecked("", "leb128", "() => new Uint8Array(3e7)")],
  ["compiler/dominators", "answers with holes",                            ["fail"],          unchecked("", "immediateDominators", "(next) => new Array(next.length)")],
  ["compiler/fold", "answers by turns",                                    ["fail"],          unchecked("let calls = 0;", "fold", "(_, a, b) => BigInt.asUintN(64, calls++ % 2 ? a + b : a - b)")],
  ["compiler/relocate", "answers with what is nearly a number",            ["fail"],          unchecked("", "relocate", "(_, word) => ({ valueOf: () => word, toString: () => '2' })")],
  ["compiler/range", "throws in the comparison",                           ["fail"],          unchecked("", "rangeOf", "() => ({ get least() { throw new Error('pass'); }, most: 0n, isCheckNeeded: false })")],
  ["compiler/catcher", "answers with a promise",                           ["fail"],          unchecked("", "catcher", "async () => undefined")],

  // time, memory, and words
  ["compiler/reached", "goes round for ever",                              ["out of fuel"],   unchecked("", "reached", "() => { for (;;); }")],
  ["compiler/mark", "collects objects until there is no memory",           ["fail", "out of fuel", "out of memory"], unchecked("", "mark", LIST)],
  ["compiler/dominators", "calls itself without end",                      ["fail", "out of fuel"], unchecked("", "immediateDominators", "function again(next) { return again([...next, []]); }")],
  ["compiler/catcher", "never comes back, in a comparison of its own",     ["out of fuel"],   unchecked("", "catcher", "(frames, at, handlers) => handlers.toSorted(() => { for (;;); }) && (() => { while (true) at++; })()")],
  ["compiler/leb128", "prints a verdict, and answers as the worker writes", ["fail"],         unchecked(PASS, "leb128", "() => new Uint8Array(1)")],
  ["compiler/number-operator", "throws what looks like a pass",            ["fail"],          unchecked("", "operate", "() => { throw Object.assign(new Error('pass'), { status: 'pass', points: 20, kind: 'answer' }); }")],
  ["compiler/add-form", "ends the process while it is loaded",             ["fail", "crash", "compile error"], unchecked("process.exit(0);", "addForm", "() => ({ form: 'registers' })")],
];
