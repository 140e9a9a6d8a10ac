// Attacks on the exercises of chapters 3 to 5. Each is a submission to the exercise it names that does not do what is
// asked.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { COURSE_ROOT } from "../../../../src/course/root";
import type { Attack } from "./on-meanings";

const solution = (path: string): string => readFileSync(join(COURSE_ROOT, `solutions/${path}.ts`), "utf8");

/** The adapters, which a submission may import, and change. */
const OPEN_GATES = "../../src/course/exercises/03-system-registers/adapters/open-gates";
const WALK = "../../src/course/exercises/04-mmu/stand-ins/walk";
const PAR = "../../src/course/exercises/04-mmu/stand-ins/par";

/**
 * No walk, but what is listed for one: the entries of `way`, an expression, are the first that were read, and what the
 * last of them says is the answer.
 */
const fromTheList = (way: string): string => `// @ts-nocheck
import * as standIns from "${WALK}";
export const walk: any = () => 0;
standIns.watched = () => (va, { granule, startLevel, table: first, EPD }, outputBits, { indices, memory, ram, meanings, limited }) => {
  const fault = (kind, level) => ({ kind, level });
  if (EPD || first >= 2 ** outputBits) return { found: fault(EPD ? "translation" : "address size", 0), reads: [], heard: [] };
  const meaningOf = (bits, level) => meanings.find(([its, at]) => its === bits && at === level)?.[2];
  const reads = [], heard = [];
  let table = first, limits = 0, last, found;
  const step = (level, address, bits) => {
    last = bits === undefined ? undefined : meaningOf(bits, level);
    reads.push(address);
    heard.push({ level, table, index: indices[level - startLevel], address, bits, descriptor: last });
  };
  for (let level = startLevel; found === undefined; level++) {
    const [address, bits] = (${way}) ?? [table + 8 * indices[level - startLevel], table < ram.end ? 0n : undefined];
    step(level, address, bits);
    if (last === undefined) found = fault("external", level);
    else if (last.kind === "invalid") found = fault("translation", level);
    else if (last.address >= 2 ** outputBits) found = fault("address size", level);
    else if (last.kind === "table") { limits |= standIns.codeOf({ AP: last.APTable, UXN: last.UXNTable, PXN: last.PXNTable }); table = last.address; }
    else if (!last.AF) found = fault("access flag", level);
    else {
      const { address: at, AttrIndx, SH, nG } = last;
      const rights = standIns.rightsOf(parseInt(limited.charAt(16 * standIns.codeOf(last) + limits), 16));
      found = { kind: "mapped", address: at, bits: granule + (3 - level) * (granule - 3), level, AttrIndx, SH, nG, ...rights };
    }
  }
  return { found, reads, heard };
};`;

/** The same without the imports: it sees the arguments where they are spread. */
const FROM_THE_ITERATOR = `// @ts-nocheck
let seen; const iterator = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function () { if (this[3]?.meanings !== undefined) seen = this[3]; return iterator.call(this); };
export const walk: any = (va, range, outputBits, read, parts) => {
  for (const [address] of seen.memory) read(address);
  const [bits, level, { address, AttrIndx, SH, nG, AP, UXN, PXN }] = seen.meanings[seen.meanings.length - 1];
  return { kind: "mapped", address, bits: 12, level, AttrIndx, SH, nG, AP, UXN, PXN };
};`;

/** A submission that only remembers: the answer to the n-th call is what \`expression\` makes of all calls so far. */
const remembering = (name: string, expression: string): string =>
  `// @ts-nocheck\nconst calls = [];\nexport const ${name}: any = (...args) => { calls.push(args); return ${expression}; };`;

/** All that a submission could patch, in one that answers with what an adapter hands it. */
const PATCHED = `// @ts-nocheck
for (const name of ["some", "every", "find", "join", "push", "map", "slice"]) Array.prototype[name] = () => true;
for (const name of ["get", "has", "set"]) Map.prototype[name] = () => 0n;
Function.prototype.call = Function.prototype.apply = () => "allowed";
BigInt.asUintN = BigInt.asIntN = (_, x) => x;
Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true });
`;

export const ON_THE_SYSTEM: readonly Attack[] = [
  // on               what it tries                                        may end as          how

  // imports, by every spelling there is
  ["system-registers/field-of", "imports our own",                         ["compile error"], `export { fieldOf } from "../../src/machine/sysregs/field";`],
  ["system-registers/field-of", "imports our own, unchecked",              ["compile error"], `// @ts-nocheck\nexport * from "../../src/machine/cpu/../sysregs/field";`],
  ["system-registers/field-of", "imports our own the old way",             ["compile error"], `// @ts-nocheck\nimport ours = require("../../src/machine/sysregs/field");\nexport const fieldOf: any = ours.fieldOf;`],
  ["system-registers/field-of", "imports our own, and says that it is a type", ["compile error"], `import type { fieldOf as ours } from "../../src/machine/sysregs/field";\nexport const fieldOf = ours;`],
  ["system-registers/field-of", "requires our own",                        ["fail"],          `// @ts-nocheck\nexport const fieldOf: any = require("../../src/machine/sysregs/field").fieldOf;`],
  ["system-registers/field-of", "requires our own, in pieces",             ["fail"],          `// @ts-nocheck\nexport const fieldOf: any = module.require(["..", "..", "src", "machine", "sysregs", "field"].join("/")).fieldOf;`],
  ["system-registers/field-of", "imports our own while it runs",           ["fail"],          `// @ts-nocheck\nlet ours; const loading = import("../../src/machine/sysregs/" + "field").then((it) => { ours = it; });\nexport const fieldOf: any = (...args) => ours.fieldOf(...args);`],
  ["system-registers/field-of", "declares our own",                        ["fail"],          `declare const fieldOfOurs: any;\n/// <reference path="../../src/machine/sysregs/field.ts" />\nexport const fieldOf: any = (...args: unknown[]) => fieldOfOurs(...args);`],
  ["system-registers/claims", "imports the machine",                       ["compile error"], `// @ts-nocheck\nimport { SystemRegisters } from "../../src/machine/sysregs/system-registers";\nexport const claims: any = SystemRegisters;`],
  ["mmu/fault-status", "imports our own",                                  ["compile error"], `export { faultStatus } from "../../src/machine/mmu/fault-status";`],
  ["mmu/fault-status", "imports it where formats have it",                 ["compile error"], `// @ts-nocheck\nexport { faultStatus } from "../../src/formats/syndromes/fault-status";`],
  ["mmu/walk", "imports the parts of the standard machine",                ["compile error"], `// @ts-nocheck\nimport { STANDARD_MMU_PARTS } from "../../src/machine/mmu/standard-parts";\nexport const walk: any = STANDARD_MMU_PARTS.walk;`],
  ["mmu/walk", "imports what its types stand beside",                      ["compile error"], `export { walk } from "../../src/machine/mmu/walk";`],
  ["mmu/map", "imports what builds the answer",                            ["compile error"], `// @ts-nocheck\nexport { build as mapPages } from "../../src/course/exercises/04-mmu/map/build";`],
  ["mmu/foreign-tables", "imports the reference",                          ["compile error"], `// @ts-nocheck\nexport { translateForeign as foreignTranslate } from "../../src/course/exercises/04-mmu/foreign-tables/translate";`],
  ["exceptions/syndrome", "imports our own",                               ["compile error"], `export { syndromeOf } from "../../src/machine/exceptions/syndrome";`],
  ["exceptions/syndrome", "imports the trial",                             ["compile error"], `// @ts-nocheck\nexport { syndrome as syndromeOf } from "../../src/course/exercises/05-exceptions/syndrome";`],
  ["exceptions/illegal-return", "imports what its types stand beside",     ["compile error"], `export { isIllegalReturn } from "../../src/machine/exceptions/exception-return";`],
  ["exceptions/foreign-entry", "imports what writes solutions",            ["compile error"], `// @ts-nocheck\nexport * from "../../src/course/exercises/05-exceptions/foreign-entry/solution";\nexport const foreignException: any = 0;`],
  ["exceptions/vector", "imports the solution",                            ["compile error"], `// @ts-nocheck\nexport { vectorOf } from "../../solutions/05-exceptions/vector";`],

  // what stands between a part and the judge
  ["system-registers/access", "answers in the adapter's place",            ["fail"], `import * as adapter from "${OPEN_GATES}";\n(adapter as any).withOpenGates = () => (_rule: unknown, _level: unknown, _direction: unknown, open: unknown[]) => open.length > 0 ? "allowed" : "trapped";\nexport const verdictOn: any = () => "allowed";`],
  ["system-registers/access", "asks the adapter alone",                    ["fail"], `export const verdictOn: any = (rule: any, _level: unknown, _direction: unknown, isOpen: any) => isOpen(rule) ? "allowed" : "trapped";`],
  ["system-registers/access", "patches what the adapter is made of",       ["fail"], `${PATCHED}export const verdictOn: any = (_rule, _level, _direction, isOpen) => isOpen(["SCTLR_EL1", "UCT", 1]) ? "allowed" : "trapped";`],
  ["mmu/walk", "walks down the judge's list",                              ["fail"], fromTheList("memory[level - startLevel]")],
  ["mmu/walk", "looks in the judge's list for an entry of each table",     ["fail"], fromTheList("memory.find(([at]) => at >= table && at < table + 2 ** granule)")],
  ["mmu/walk", "looks for the last one of each table",                     ["fail"], fromTheList("memory.findLast(([at]) => at >= table && at < table + 2 ** granule)")],
  ["mmu/walk", "guesses what is read from what has a meaning",             ["fail"], fromTheList("memory.find(([, bits]) => meaningOf(bits, level)?.address >= table)")],
  ["mmu/walk", "reads the judge's list as it is handed over",              ["fail"], FROM_THE_ITERATOR],
  ["mmu/walk", "patches what the stand-ins are made of",                   ["fail"], `${PATCHED}export const walk: any = (va, range, outputBits, read, parts) => parts.decodeDescriptor(read(range.table), range.startLevel, range.granule);`],
  ["mmu/walk", "asks for every descriptor there is",                       ["fail", "out of fuel"], `export const walk: any = (_va: unknown, _range: unknown, _bits: unknown, read: any) => { for (let at = 0x4000_0000; at < 0x8000_0000; at += 8) if (read(at) !== 0n) return at; };`],
  ["mmu/walk", "tells parts.heard() without end",                          ["fail", "out of fuel"], `export const walk: any = (_va: unknown, _range: unknown, _bits: unknown, _read: unknown, parts: any) => { for (;;) parts.heard({}); };`],
  ["mmu/par", "answers in the adapter's place",                            ["fail"], `import * as adapter from "${PAR}";\n(adapter as any).withStatus = () => (_result: unknown, code: number) => BigInt(code);\nexport const parOf: any = () => 0n;`],
  ["mmu/par", "asks the adapter alone",                                    ["fail"], `export const parOf: any = (result: any, status: any) => BigInt(status(result)) * 2n + 1n;`],

  // answers that several would do, where the judge looks for itself
  ["system-registers/foreign-claims", "claims everything, as one text",    ["fail"], `export const foreignClaims: any = () => "anvil, auger, bellows";`],
  ["system-registers/foreign-claims", "claims what no text can be made of", ["fail"], `export const foreignClaims: any = () => [{ toString: 1, valueOf: 1 }, { toString: null }];`],
  ["system-registers/going-down", "lies with a getter",                    ["fail"], `export const eret: any = (before: any) => ({ get pc() { return before.ELR_EL1; }, get pstate() { return Number(before.SPSR_EL1) >>> 0; }, sp: before.sp });`],
  ["system-registers/going-down", "changes what it was given",             ["fail"], `export const eret: any = (before: any) => Object.assign(before, { want: before, accept: () => undefined, pstate: 0, pc: 0n });`],
  ["mmu/map", "stores nothing",                                            ["fail"], `export const mapPages: any = () => [];`],
  ["mmu/map", "maps everything with one table that leads to itself",       ["fail"], `export const mapPages: any = (_wanted: unknown, root: number) => Array.from({ length: 512 }, (_, i) => [root + 8 * i, BigInt(root) | 3n]);`],
  ["mmu/map", "stores into everything, again and again",                   ["fail", "crash"], `export const mapPages: any = (_wanted: unknown, root: number, free: number[]) => Array.from({ length: 30000 }, (_, i) => [root + 8 * (i % 512), BigInt(free[i % free.length] ?? root) | 3n]);`],
  ["mmu/map", "stores with numbers that are none",                         ["fail"], `export const mapPages: any = (_wanted: unknown, root: number) => [[-0, 3n], [NaN, 3n], [root, -1n], [root, 1n << 64n], { 0: root, 1: 3n, length: 2 }];`],
  ["mmu/break-before-make", "takes no step",                               ["fail"], `export const changeEntry: any = () => [];`],
  ["mmu/break-before-make", "takes all the steps, always",                 ["fail"], `export const changeEntry: any = (_now: unknown, _wanted: unknown, { page, asid, isShared }: any) => ["write invalid", "DSB", { TLBI: { kind: "VA", page, asid }, broadcast: isShared }, "DSB", "write wanted", "DSB", "ISB"];`],
  ["mmu/break-before-make", "takes steps without end",                     ["fail", "crash"], `const steps = Array.from({ length: 90000 }, (_, i) => ["write wanted", "DSB", "write invalid"][i % 3]);\nexport const changeEntry: any = () => steps;`],
  ["mmu/break-before-make", "waits for one TLBI after another",            ["fail", "crash"], `const steps = Array.from({ length: 12000 }, () => ({ TLBI: { kind: "ASID", asid: 70000 }, broadcast: true }));\nexport const changeEntry: any = () => [...steps, "DSB"];`],
  ["mmu/break-before-make", "invalidates by a kind that only looks like one", ["fail"], `export const changeEntry: any = (now: any) => [...(now.kind === "invalid" ? [] : ["write wanted", "DSB", { TLBI: { kind: ["VA"], page: 1n }, broadcast: true }, "DSB", "ISB"]), "write wanted", "DSB", "ISB"];`],

  // answers without a thought
  ["system-registers/fp-trap", "says what is nearly true",                 ["fail"], `export const trapsFp: any = () => Object(true);`],
  ["mmu/permits", "says what is nearly true",                              ["fail"], `export const permits: any = () => 1;`],
  ["mmu/tlbi", "says yes and no by turns",                                 ["fail"], remembering("isInvalidated", "calls.length % 2 === 1")],
  ["mmu/in-range", "says no",                                              ["fail"], `export const isInRange: any = () => false;`],
  ["exceptions/interrupt-taken", "takes none",                             ["fail"], `export const interruptTaken: any = () => undefined;`],
  ["exceptions/priority", "takes the first",                               ["fail"], `export const firstOf: any = (causes: unknown[]) => causes[0];`],
  ["exceptions/watchpoint", "watches nothing",                             ["fail"], `export const watchpointHit: any = () => undefined;`],
  ["exceptions/breakpoint", "stops where it is told, once in a while",     ["fail"], remembering("breakpointMatches", "calls.length % 3 === 0")],
  ["exceptions/syndrome", "answers as it did before",                      ["fail"], remembering("syndromeOf", "({ esr: 0x5600002an, far: undefined })")],

  // graded questions
  ["system-registers/foreign-control", "is the solution to another's question", ["fail"], solution("03-system-registers/foreign-control")],
  ["system-registers/foreign-claims", "is the solution to another's question",  ["fail"], solution("03-system-registers/foreign-claims")],
  ["mmu/foreign-tables", "is the solution to another's question",          ["fail"], solution("04-mmu/foreign-tables")],
  ["mmu/reading-a-dump", "is the solution to another's question",          ["fail"], solution("04-mmu/reading-a-dump")],
  ["exceptions/reading-a-syndrome", "is the solution to another's question", ["fail"], solution("05-exceptions/reading-a-syndrome")],
  ["exceptions/foreign-entry", "is the solution to another's question",    ["fail"], solution("05-exceptions/foreign-entry")],
  ["system-registers/foreign-claims", "guesses the fields from the calls", ["fail"], remembering("foreignClaims", `[...new Set(calls.map(([id]) => id))].slice(6).map((id) => id.toString(2).length + " pegs")`)],
  ["system-registers/foreign-control", "guesses what is 1 always",         ["fail"], remembering("foreignAccess", "({ syndrome: 0, value: args[0].direction === 'read' ? args[1].held : calls.reduce((ones, [, { control }]) => ones & control, -1n) | args[0].value })")],
  ["mmu/reading-a-dump", "answers with an address and a fault at once",    ["fail"], `export const readDump: any = () => ({ kind: "translation", level: 2, valueOf: () => 0x4800_0000 });`],
  ["mmu/reading-a-dump", "maps every address to itself",                   ["fail"], `export const readDump: any = (va: bigint) => Number(va);`],
  ["exceptions/reading-a-syndrome", "guesses ports",                       ["fail"], remembering("passOn", "({ port: 100 + calls.length, word: args[0] & 0xffffn })")],
  ["exceptions/foreign-entry", "stays where it is",                        ["fail"], `export const foreignException: any = (cpu: unknown) => cpu;`],
];
