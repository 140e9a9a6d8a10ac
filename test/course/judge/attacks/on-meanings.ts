// Attacks on chapter 2's exercises. Each is a submission to the exercise it names that does not do what is asked.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Status } from "../../../../src/course/judge/core/verdict";
import { COURSE_ROOT } from "../../../../src/course/root";

export type Attack = readonly [exercise: string, title: string, mayEndAs: readonly Status[], source: string];

/** A submission to cpu/meaning that is called with m and its operands, after `sabotage` has run as the file is loaded. */
const meaning = (body: string, sabotage = ""): string =>
  `// @ts-nocheck\n${sabotage}\nexport const LDCLRP = (m, { Rt, Rt2, Rn }) => { ${body} };`;

/** One whose recordings are what `forged` says, an expression, the recorder's arguments being called `args`. */
const forging = (forged: string): string => meaning("", `
  import * as recorder from "../../src/course/exercises/02-cpu/recorder/recorder";
  recorder.recorded = () => (...args) => (${forged});`);

const solution = (slug: string): string => readFileSync(join(COURSE_ROOT, `solutions/02-cpu/${slug}.ts`), "utf8");

/** What LDCLRP does to a state, in numbers: true, and no meaning. */
const IN_NUMBERS = `
  const write = (asked, operation, value) => { const at = asked.push(["constant", value]) - 1; asked.push([...operation, { at }]); };
  const inNumbers = ({ Rt, Rt2, Rn }, before) => {
    const asked = [];
    const address = before[Rn === 31 ? "sp" : "x" + Rn];
    if (address % 16n !== 0n || address < 0x8000n) { asked.push(["constant", address], ["load", 128, { at: 0 }, "atomic"], ["writeX", 0, 64, { at: 1 }]); return { asked }; }
    const place = (at) => "mem[0x" + at.toString(16) + "]";
    const [low, high] = [before[place(address)] ?? 0n, before[place(address + 8n)] ?? 0n];
    const kept = (low & ~(before["x" + Rt] ?? 0n)) | ((high & ~(before["x" + Rt2] ?? 0n)) << 64n);
    asked.push(["constant", address], ["constant", kept], ["store", 128, { at: 0 }, { at: 1 }, "normal"]);
    write(asked, ["writeX", Rt, 64], low);
    write(asked, ["writeX", Rt2, 64], high);
    return { asked };
  };`;

/** Doublings that a text in place of a number would hide from whoever counts. */
const HIDDEN_DOUBLINGS = `[["constant", 1n, { at: "at" }], ...Array.from({ length: 200 }, (_, at) => ["add", 64, { at }, { at }]), ["writeX", 0, 64, { at: 200 }]]`;

export const ON_MEANINGS: readonly Attack[] = [
  // on               what it tries                                        may end as          how
  ["cpu/meaning", "reads the machine's state where it is called, and computes in numbers", ["fail"],
    meaning("", `import * as recorder from "../../src/course/exercises/02-cpu/recorder/recorder";\n${IN_NUMBERS}\nrecorder.recorded = () => inNumbers;`)],
  ["cpu/meaning", "reads the machine's state from the arguments' iterator", ["fail"],
    meaning("m.writeX(Rt, 64, m.constant(seen[1]['mem[0x8010]']));", `
      let seen; const iterator = Array.prototype[Symbol.iterator];
      Array.prototype[Symbol.iterator] = function () { if (this[0]?.Rt2 !== undefined) seen = this; return iterator.call(this); };`)],
  ["cpu/meaning", "answers with an outcome, not a recording",               ["fail"], forging(`{ changes: {}, fault: undefined, unnamed: [] }`)],
  ["cpu/meaning", "answers with an outcome that is none",                   ["fail"], forging(`{ changes: { "x0": "1", "__proto__": 1n }, unnamed: 5, asked: [] }`)],
  ["cpu/meaning", "asks for what m cannot do",                              ["fail"], forging(`{ asked: [["raise", { kind: "SVC", imm16: 0 }]] }`)],
  ["cpu/meaning", "asks for the prototype's functions",                     ["fail"], forging(`{ asked: [["constructor"], ["__proto__"], ["hasOwnProperty", "asked"]] }`)],
  ["cpu/meaning", "hides a formula's size behind a text",                   ["fail"], forging(`{ asked: ${HIDDEN_DOUBLINGS} }`)],
  ["cpu/meaning", "gives a sum for a value",                                ["fail"], forging(`{ asked: [["readX", 0, 64], ["addWithCarry", 64, { at: 0 }, { at: 0 }, { at: 0 }], ["writeX", 0, 64, { at: 1 }]] }`)],
  ["cpu/meaning", "gives an object that no text can be made of",            ["fail"], forging(`{ asked: [["readX", { toString: 1, valueOf: 1 }, 64]] }`)],
  ["cpu/meaning", "records a million operations",                           ["fail", "out of fuel"], meaning("for (let i = 0; i < 300000; i++) m.constant(i);")],
  ["cpu/meaning", "forges a recording of 90,000 arguments",                 ["fail", "crash"], forging(`{ asked: [["constant", ...Array(90000).fill(1)]] }`)],
  ["cpu/meaning", "forges a recording that goes in circles",                ["fail"], forging(`(() => { const asked = []; asked.push(asked); return { asked }; })()`)],
  ["cpu/meaning", "forges a recording with a getter that does not end",     ["out of fuel"], forging(`{ get asked() { for (;;); } }`)],
  ["cpu/meaning", "forges a recording with a proxy",                        ["fail"], forging(`{ asked: new Proxy([["readX", 0, 64]], { get: (asked, key) => key === "length" ? 1e9 : asked[0] }) }`)],
  ["cpu/meaning", "takes numbers for values",                               ["fail"],
    meaning("m.writeX(Rt, 64, 5n);", `import { Value } from "../../src/course/exercises/02-cpu/recorder/recorder";\nValue.placeOf = (value) => value;`)],
  ["cpu/meaning", "makes values of its own",                                ["fail"],
    meaning("m.writeX(Rt, 64, new Value({ at: -1 })); m.writeX(Rt, 64, new Value({ at: 1e9 }));", `import { Value } from "../../src/course/exercises/02-cpu/recorder/recorder";`)],
  ["cpu/meaning", "is an instance of everything",                           ["fail"],
    meaning("m.writeX(Rt, 64, { at: 0 });", `Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true });`)],
  ["cpu/meaning", "patches what the recorder is made of",                   ["fail"],
    meaning("m.writeX(Rt, 64, m.load(64, m.readBase(Rn), 'atomic'));", `for (const name of ["map", "push", "filter"]) Array.prototype[name] = function () { return [["readX", 0, 64]]; };`)],
  ["cpu/meaning", "patches BigInt, Map and Symbol",                         ["fail", "crash"],
    meaning("m.writeX(Rt, 64, m.constant(1n));", `BigInt.asUintN = BigInt.asIntN = () => 0n; BigInt.prototype.toString = () => "0"; globalThis.Map = globalThis.Symbol = globalThis.BigInt = () => 0n;`)],
  ["cpu/meaning", "gives globals the judge's names",                        ["fail"],
    meaning("", `for (const name of ["recorded", "Recorder", "Value", "Stage", "stage", "play", "expect", "outcomeText"]) globalThis[name] = () => ({ changes: {}, unnamed: [] });`)],
  ["cpu/meaning", "is asynchronous, and asks later",                        ["fail"], "// @ts-nocheck\nexport const LDCLRP = async (m, { Rt }) => { await undefined; for (;;) m.readX(Rt, 64); };"],
  ["cpu/meaning", "is a generator, and never runs",                         ["fail"], "// @ts-nocheck\nexport function* LDCLRP(m, { Rt }) { m.readX(Rt, 64); }"],
  ["cpu/meaning", "does its work in a timer",                               ["fail"], meaning("setTimeout(() => m.readX(Rt, 64)); queueMicrotask(() => { for (;;); });")],
  ["cpu/meaning", "keeps m for the next call",                              ["fail"], meaning("first ??= m; for (let i = 0; i < 100; i++) first.readX(Rt, 64);", "let first;")],
  ["cpu/meaning", "calls itself without end",                               ["out of fuel"], meaning("LDCLRP(m, { Rt, Rt2, Rn });")],
  ["cpu/meaning", "throws nothing, symbols and what cannot be shown",       ["fail"],
    meaning("const odd = [undefined, null, Symbol('x'), Object.create(null), new Proxy({}, { get() { throw odd; } }), { message: { toString: null } }]; throw odd[calls++ % odd.length];", "let calls = 0;")],
  ["cpu/meaning", "throws what loops as it is shown",                       ["out of fuel"], meaning("throw { get message() { for (;;); } };")],
  ["cpu/meaning", "throws the end of fuel itself",                          ["fail"], meaning("throw Object.assign(new Error('pass'), { name: 'OutOfFuel' });")],

  // imports
  ["cpu/add-with-carry", "imports our own",                 ["compile error"], `export { addWithCarry } from "../../src/machine/cpu/add-with-carry";`],
  ["cpu/add-with-carry", "imports our own, unchecked",      ["compile error"], `// @ts-nocheck\nexport { addWithCarry } from "../../src/machine/cpu/add-with-carry";`],
  ["cpu/add-with-carry", "imports our own by a detour",     ["compile error"], `// @ts-nocheck\nexport * from "../../src/machine/decoder/../cpu/add-with-carry";`],
  ["cpu/add-with-carry", "imports all of our own",          ["compile error"], `// @ts-nocheck\nimport { STANDARD_PARTS } from "../../src/machine/cpu/standard-parts";\nexport const addWithCarry = STANDARD_PARTS.addWithCarry;`],
  ["cpu/add-with-carry", "requires our own",                ["fail"],          `// @ts-nocheck\nexport const addWithCarry = require("../../src/machine/cpu/add-with-carry").addWithCarry;`],
  ["cpu/exclusive-monitor", "imports what its types stand beside", ["compile error"], `// @ts-nocheck\nexport { exclusiveMonitor } from "../../src/machine/cpu/exclusive-monitor";`],
  ["cpu/round", "imports what its types stand beside",      ["compile error"], `// @ts-nocheck\nexport { roundReal as round } from "../../src/machine/cpu/floating-point/real";`],
  ["cpu/condition", "imports the solution",                 ["compile error"], `// @ts-nocheck\nexport { conditionHolds } from "../../solutions/02-cpu/condition";`],
  ["cpu/meaning", "imports the meanings of the machine",    ["compile error"], `// @ts-nocheck\nimport { atomic } from "../../src/machine/cpu/execute/loads-stores-atomic";\nexport const LDCLRP = atomic;`],
  ["cpu/meaning", "imports the trial",                      ["compile error"], `// @ts-nocheck\nimport { meaning } from "../../src/course/exercises/02-cpu/meaning";\nexport const LDCLRP = meaning;`],
  ["cpu/foreign-meaning", "imports what writes solutions",  ["compile error"], `// @ts-nocheck\nimport { meaningSolution } from "../../src/course/exercises/02-cpu/foreign-meaning/solution";\nexport const foreignMeaning = meaningSolution;`],
  ["cpu/foreign-flags", "imports the reference",            ["compile error"], `// @ts-nocheck\nexport { computeForeign as foreignAlu } from "../../src/course/exercises/02-cpu/foreign-flags/compute";`],
  ["cpu/foreign-flags", "imports the seed",                 ["compile error"], `// @ts-nocheck\nimport { seedFor } from "../../src/course/grade/seed";\nexport const foreignAlu = seedFor;`],

  // answers of plain data
  ["cpu/foreign-flags", "is the solution to another's question",   ["fail"], solution("foreign-flags")],
  ["cpu/foreign-meaning", "is the solution to another's question", ["fail"], solution("foreign-meaning")],
  ["cpu/foreign-flags", "answers with objects equal to all",       ["fail"], `// @ts-nocheck\nexport const foreignAlu = (): any => ({ value: { valueOf: () => 0n, equals: () => true }, status: { [Symbol.toPrimitive]: () => 0 } });`],
  ["cpu/foreign-flags", "answers with a proxy that has everything", ["fail"], `// @ts-nocheck\nexport const foreignAlu = (): any => new Proxy({}, { get: () => 0n, has: () => true, ownKeys: () => ["value", "status"], getOwnPropertyDescriptor: () => ({ value: 0n, enumerable: true, configurable: true }) });`],
  ["cpu/condition", "answers with what is nearly true",            ["fail"], `// @ts-nocheck\nexport const conditionHolds = () => Object(true);`],
  ["cpu/crossing", "answers with pieces without end",              ["fail", "out of fuel"], `// @ts-nocheck\nexport const pieces = (address) => Array(1e6).fill({ address, bytes: 1, done: 0 });`],
  ["cpu/undo-log", "answers with bytes that lie about their length", ["fail"], `// @ts-nocheck\nexport const ramAt = (ram) => Object.defineProperty(new Uint8Array(ram), "length", { value: 2 ** 40 });`],
  ["cpu/undo-log", "answers with bytes that iterate for ever",     ["out of fuel"], `// @ts-nocheck\nexport const ramAt = (ram) => Object.assign(new Uint8Array(ram), { *[Symbol.iterator]() { for (;;) yield 1; } });`],
];
