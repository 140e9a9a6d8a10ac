// Attacks on chapter 8's exercises. Each is a submission to the exercise it names that does not do what is asked.

import { EXERCISES } from "../../../../src/course/exercises/manifest";
import type { Attack } from "./on-meanings";
import { solution, unchecked } from "./submissions";

/** Where the answer to each exercise is, or what leads to it: what is not to be imported. */
export const OURS: readonly (readonly [exercise: string, path: string])[] = [
  ["boot/zero",              "src/unikernel/boot/init-bss"],
  ["boot/zero",              "src/unikernel/runtime/heap"],
  ["boot/move",              "src/unikernel/boot/move-symbols"],
  ["boot/move",              "src/unikernel/runtime/copy"],
  ["boot/next-tag",          "src/unikernel/device-tree/flattened-tree"],
  ["boot/find-gap",          "src/unikernel/boot/init-heap"],
  ["boot/take-run",          "src/unikernel/memory/page-allocator"],
  ["boot/leaf",              "src/unikernel/memory/page-tables"],
  ["boot/next-piece",        "src/unikernel/memory/mem"],
  ["boot/next-deadline",     "src/unikernel/events/timers"],
  ["boot/ring",              "src/unikernel/services/monitor/serial-input"],
  ["boot/civil-date",        "src/unikernel/services/monitor/clock-report"],
  ["boot/reap",              "src/unikernel/drivers/virtio/queue"],
  ["boot/line-editor",       "src/unikernel/services/monitor/line-editor"],
  ["boot/foreign-vector",    "src/course/exercises/08-boot/foreign-vector/decide"],
  ["boot/reading-an-entry",  "src/course/exercises/08-boot/reading-an-entry/decide"],
  ...EXERCISES.flatMap(({ id, kernel }) => (kernel === undefined ? [] : [[id, kernel.replaces.replace(/\.ts$/, "")] as const])),
  ...EXERCISES.filter(({ file }) => file.startsWith("08-boot/")).flatMap(({ id, file }) =>
    ["solutions", "src/course/exercises", "test/exercises"].map((folder) => [id, `${folder}/${file.replace(/\.ts$/, "")}`] as const)),
];

/** Kernel TypeScript that exports what the exercise asks for, and does this. */
const zero = (body: string, before = ""): string =>
  `import { load64, store64, store8 } from "../../src/unikernel/metal/memory";\n${before}\n/** @noalloc */\nexport function zero(from: bigint, to: bigint): void { ${body} }\n`;
const deadline = (body: string, before = ""): string => `${before}\nexport function nextDeadline(due: bigint, interval: bigint, now: bigint): bigint { ${body} }\n`;
const date = (body: string, before = ""): string => `${before}\nexport function civilDate(seconds: number): string { ${body} }\n`;

const PASS = `{"status":"pass","points":20}`;

export const ON_THE_KERNEL: readonly Attack[] = [
  // on               what it tries                                         may end as         how

  // out of the language: what checks kernel TypeScript is no advice
  ["boot/zero", "switches the type checker off",                           ["compile error"], `// @ts-nocheck\n${zero("(globalThis as any).process.exit(0);")}`],
  ["boot/zero", "ends the process while it is loaded",                     ["compile error"], `// @ts-nocheck\nprocess.exit(0);\n${zero("return;")}`],
  ["boot/zero", "patches what the judge is made of",                       ["compile error"], `// @ts-nocheck\nArray.prototype.every = () => true;\n${zero("return;")}`],
  ["boot/zero", "asks who stands behind the metal",                        ["compile error"], zero("hosted().store(from, 8, 0n);", `import { hosted } from "../../src/unikernel/metal/hosted";`)],
  ["boot/zero", "puts its own machine behind the metal",                   ["compile error"], `// @ts-nocheck\n${zero("hostMetal({ load: () => 0n, store: () => undefined });", `import { hostMetal } from "../../src/unikernel/metal/hosted";`)}`],
  ["boot/zero", "changes the adapter that calls it",                       ["compile error"], `// @ts-nocheck\n${zero("return;", `import * as adapter from "../../src/course/exercises/08-boot/adapters/in-memory";\nadapter.inMemory = () => () => undefined;`)}`],
  ["boot/zero", "makes memory of its own",                                 ["compile error"], zero("new SmallMemory(from, new Uint8Array(8));", `import { SmallMemory } from "../../src/course/exercises/08-boot/adapters/small-memory";`)],
  ["boot/zero", "is written in assembly",                                  ["fail", "compile error"], "import { asm } from \"../../src/unikernel/metal/assembly\";\nexport function zero(from: bigint, to: bigint): void { return asm`\n  ret\n`; }\n"],
  ["boot/zero", "allocates where nothing can be",                          ["compile error"], zero("const all = [from]; for (const at of all) store64(at, 0n);")],
  ["boot/zero", "exports no function, but what holds one",                 ["compile error"], `// @ts-nocheck\nexport const zero = { call: () => undefined };\n`],
  ["boot/zero", "exports it from nowhere",                                 ["compile error"], `export declare function zero(from: bigint, to: bigint): void;\n`],
  ["boot/next-deadline", "imports our own while it runs",                  ["compile error"], deadline("return ours;", `let ours = 0n;\nimport("../../src/unikernel/events/" + "next-deadline").then((it) => { ours = 1n; });`)],
  ["boot/next-deadline", "requires our own",                               ["compile error"], `// @ts-nocheck\n${deadline(`return require("../../src/unikernel/events/next-deadline").nextDeadline(due, interval, now);`)}`],
  ["boot/next-deadline", "evaluates a text",                               ["compile error"], `// @ts-nocheck\n${deadline(`return eval("due");`)}`],
  ["boot/next-deadline", "answers with what is equal to anything",         ["compile error"], `// @ts-nocheck\n${deadline("return new Proxy({}, {});")}`],
  ["boot/civil-date", "asks JavaScript's calendar",                        ["compile error"], `// @ts-nocheck\n${date("return new Date(seconds * 1000).toISOString();")}`],
  ["boot/ring", "keeps its bytes on the prototype of everything",          ["compile error"], `// @ts-nocheck\nObject.defineProperty(Object.prototype, "length", { value: 1 });\nexport class ByteRing {}\n`],
  ["boot/line-editor", "answers with a getter",                            ["compile error"], `// @ts-nocheck\nexport function edited(text: string, cursor: number, key: number): any { return { get 0() { return text; }, length: 2 }; }\n`],
  ["boot/leaf", "imports the types as if they were values",                ["compile error"], `// @ts-nocheck\nimport { BootParts } from "../../src/course/exercises/08-boot/parts";\nexport const attributesOf = BootParts.attributesOf;\n`],
  ["boot/leaf", "imports all of the flags",                                ["compile error"], `// @ts-nocheck\nexport { attributesOf } from "../../src/unikernel/memory/flags";\n`],
  ["boot/reap", "imports our own by a detour",                             ["compile error"], `// @ts-nocheck\nexport { reap } from "../../src/unikernel/metal/../drivers/virtio/reap";\n`],

  // in the language, and of an odd shape
  ["boot/next-deadline", "answers by turns",                               ["fail"], deadline("calls++; return calls % 2 === 0 ? due : now;", "let calls = 0;")],
  ["boot/next-deadline", "throws what looks like a pass",                  ["fail"], deadline(`throw new Error(${JSON.stringify(PASS)});`)],
  ["boot/civil-date", "prints a verdict",                                  ["fail"], date(`console.log(${JSON.stringify(PASS)}); return "";`)],
  ["boot/civil-date", "answers with a verdict",                            ["fail"], date(`return ${JSON.stringify(PASS)};`)],
  ["boot/ring", "has room for everything",                                 ["fail"], "export class ByteRing {\n  readonly capacity: number;\n  readonly length = 0;\n  constructor(capacity: number) { this.capacity = capacity; }\n  put(byte: number): boolean { return byte >= 0; }\n  take(): number { return this.capacity; }\n}\n"],
  ["boot/reap", "says that everything is a lie",                           ["fail"], `import { Returned } from "../../src/unikernel/drivers/virtio/returned";\nexport function reap(used: bigint, taken: number, rooms: readonly number[], out: number): Returned | null { return new Returned(taken + rooms.length, out, used === 0n ? "" : "a lie"); }\n`],
  ["boot/reap", "says that nothing is ever back",                          ["fail"], `import type { Returned } from "../../src/unikernel/drivers/virtio/returned";\nexport function reap(used: bigint, taken: number, rooms: readonly number[], out: number): Returned | null { return null; }\n`],
  ["boot/zero", "writes into the ring of somebody else",                   ["fail"], zero("store64(0xffffff8041000000n, 0n); store8(from, 0);")],

  // time and memory
  ["boot/next-deadline", "goes round for ever",                            ["out of fuel"], deadline("let at = due; while (at === due) at = due; return at + 0n;".replace("at + 0n", "at"))],
  ["boot/civil-date", "calls itself without end",                          ["fail", "out of fuel"], date("return civilDate(seconds) + civilDate(seconds);")],
  ["boot/civil-date", "collects text until there is no memory",            ["fail", "out of fuel", "out of memory"], date(`let all = "x"; for (;;) all += all;`)],
  ["boot/next-deadline", "goes round for ever while it is compiled",       ["compile error", "timeout", "out of fuel"], deadline("return due + N;".replace("due + N", "N"), "function forever(): bigint { let n = 0n; while (n === 0n) n = 0n; return n; }\nconst N = forever();")],

  // the questions
  ["boot/foreign-vector", "imports what writes solutions",                 ["compile error"], `// @ts-nocheck\nimport { vectorSolution } from "../../src/course/exercises/08-boot/foreign-vector/solution";\nexport const foreignVector: any = vectorSolution;`],
  ["boot/foreign-vector", "is the solution to another's question",         ["fail"], solution("08-boot/foreign-vector")],
  ["boot/reading-an-entry", "is the solution to another's question",       ["fail"], solution("08-boot/reading-an-entry")],
  ["boot/foreign-vector", "says that everything is wrong",                 ["fail"], unchecked("", "foreignVector", "({ changes }) => [...changes, 'sp', 'stack', 'pc', 'status']")],
  ["boot/foreign-vector", "answers with what is equal to anything",        ["fail"], unchecked("", "foreignVector", "() => new Proxy([], { get: (_, key) => key === 'length' ? 2 : undefined })")],
  ["boot/foreign-vector", "changes what it is given",                      ["fail"], unchecked("", "foreignVector", "(exception) => { exception.changes.length = 0; exception.nested = false; return exception.changes; }")],
  ["boot/reading-an-entry", "refuses every loader",                        ["fail"], unchecked("", "planEntry", "() => ({ refused: 109 })")],
  ["boot/reading-an-entry", "refuses with everything at once",             ["fail"], unchecked("", "planEntry", "(registers) => ({ refused: 109, level: 1, stack: 'SP_EL1', open: '', sets: [], tree: registers.X0 })")],
  ["boot/reading-an-entry", "has a plan on the prototype of everything",   ["fail", "crash"], unchecked("for (const [name, value] of Object.entries({ refused: 109, level: 1, status: 'pass', points: 20, want: 1 })) Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });", "planEntry", "() => ({})")],
];
