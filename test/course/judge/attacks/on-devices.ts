// Attacks on chapter 6's exercises. Each is a submission to the exercise it names that does not do what is asked.

import type { Attack } from "./on-meanings";
import { solution, unchecked } from "./submissions";

/** The adapters, which a submission may import, and change. */
const TABLES = "../../src/course/exercises/06-devices/stand-ins/descriptors";
const UNCHANGED = "../../src/course/exercises/06-devices/stand-ins/unchanged";

/** A part that is right but for what it does to what it is given. */
const SHIFTS = "({ words, level }) => { const word = words.shift() ?? 0; return { word, words, raised: 0, cleared: (words.length < level ? 16 : 0) | (words.length === 0 ? 64 : 0) }; }";

/** All that a submission could patch. */
const PATCHED = `
for (const name of ["some", "every", "find", "join", "push", "map", "slice", "includes"]) Array.prototype[name] = () => true;
for (const name of ["get", "has", "set"]) Map.prototype[name] = () => undefined;
BigInt.asUintN = BigInt.asIntN = (_, x) => x;
Object.defineProperty(Function.prototype, Symbol.hasInstance, { value: () => true });
`;

/** What the checks look for in answers, on the prototype of everything. */
const POLLUTED = `
for (const [name, value] of Object.entries({ wrong: "yes", want: 1, accept: () => undefined, effect: undefined, status: "pass", features: undefined, points: 20,
  words: [], raised: 0, cleared: 0, overrun: false, levels: 0, edges: 0, latched: 0, structure: new Uint8Array(), strings: new Uint8Array(), kind: "answer" })) {
  Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true });
}
`;

export const ON_DEVICES: readonly Attack[] = [
  // on               what it tries                                        may end as          how

  // imports
  ["devices/uart-fifo", "imports our own",                                 ["compile error"], `export { arrive } from "../../src/machine/devices/pl011/fifo";`],
  ["devices/uart-take", "imports our own, unchecked",                      ["compile error"], `// @ts-nocheck\nexport * from "../../src/machine/devices/pl011/fifo";`],
  ["devices/uart-levels", "imports the parts of the standard machine",     ["compile error"], `// @ts-nocheck\nimport { STANDARD_PL011_PARTS } from "../../src/machine/devices/pl011/standard-parts";\nexport const receiveLevel = STANDARD_PL011_PARTS.receiveLevel;`],
  ["devices/gic-first", "imports our own by a detour",                     ["compile error"], `// @ts-nocheck\nexport { highestPending } from "../../src/machine/exceptions/../devices/gic/priority";`],
  ["devices/gic-lines", "imports our own while it runs",                   ["fail"],          `// @ts-nocheck\nlet ours; import("../../src/machine/devices/gic/" + "lines").then((it) => { ours = it; });\nexport const linesAt: any = (...args) => ours.linesAt(...args);`],
  ["devices/gic-dropped", "requires our own",                              ["fail"],          `// @ts-nocheck\nexport const dropped: any = require("../../src/machine/devices/gic/active-priorities").dropped;`],
  ["devices/gic-group-priority", "imports what the interface only declares", ["compile error"], `import { groupPriority as ours } from "../../src/machine/devices/gic/priority";\nexport const groupPriority = ours;`],
  ["devices/event-index", "imports it where formats have it",              ["compile error"], `export { needsEvent } from "../../src/formats/devices/virtqueue";`],
  ["devices/event-index", "imports it where formats have it, unchecked",   ["fail", "compile error"], `// @ts-nocheck\nimport { needsEvent as ours } from "../../src/formats/devices/virtqueue";\nexport const needsEvent: any = (...args) => ours(...args);`],
  ["devices/timer-due", "imports it where chapter 3 has it",               ["compile error"], `export { timerDue } from "../../src/machine/sysregs/registers/timer";`],
  ["devices/timer-due", "imports all of chapter 3's timer",                ["fail", "compile error"], `// @ts-nocheck\nimport * as timer from "../../src/machine/sysregs/registers/timer";\nexport const timerDue: any = (...args) => timer.timerDue(...args);`],
  ["devices/virtqueue-chain", "imports our own",                           ["compile error"], `export { walkChain } from "../../src/machine/devices/virtio/chain";`],
  ["devices/feature-negotiation", "imports what its types stand beside",   ["compile error"], `export { negotiate } from "../../src/machine/devices/virtio/negotiation";`],
  ["devices/block-request", "imports the device",                          ["compile error"], `// @ts-nocheck\nimport { VirtioBlock } from "../../src/machine/devices/virtio/block";\nexport const blockAction: any = VirtioBlock;`],
  ["devices/board-clock", "imports our own",                               ["compile error"], `export { timeAt } from "../../src/machine/board/clock";`],
  ["devices/turns", "imports the trial",                                   ["compile error"], `// @ts-nocheck\nexport { turns as nextTurn } from "../../src/course/exercises/06-devices/turns";`],
  ["devices/psci", "imports our own",                                      ["compile error"], `export { psci } from "../../src/machine/board/psci";`],
  ["devices/device-tree-blocks", "imports our own",                        ["compile error"], `export { blocksOf } from "../../src/formats/device-tree/blocks-of";`],
  ["devices/device-tree-registers", "imports our own",                     ["compile error"], `export { physicalRangesOf } from "../../src/formats/device-tree/lookup";`],
  ["devices/device-tree-registers", "imports the solution",                ["compile error"], `// @ts-nocheck\nexport { physicalRangesOf } from "../../solutions/06-devices/device-tree-registers";`],
  ["devices/reading-a-map", "imports the reference",                       ["compile error"], `// @ts-nocheck\nexport { reached as reach } from "../../src/course/exercises/06-devices/reading-a-map/decide";`],
  ["devices/reading-a-map", "imports what writes solutions",               ["compile error"], `// @ts-nocheck\nimport { mapSolution } from "../../src/course/exercises/06-devices/reading-a-map/solution";\nexport const reach: any = mapSolution;`],
  ["devices/turns", "reads the checks",                                    ["fail"],          unchecked(`let checks; import("node:" + "fs").then((fs) => { checks = fs.readFileSync("test/exercises/06-devices/turns.ts", "utf8"); });`, "nextTurn", `() => checks`)],

  // what stands between a part and the judge
  ["devices/virtqueue-chain", "answers in the adapter's place: all there is", ["fail"],       unchecked(`import * as tables from "${TABLES}";\ntables.inTables = () => (ring, head, placed) => ({ readable: placed.filter(([, , , flags]) => !(flags & 6)).map(([, address, length]) => ({ address, length })), writable: placed.filter(([, , , flags]) => (flags & 6) === 2).map(([, address, length]) => ({ address, length })) });`, "walkChain", "() => 0")],
  ["devices/virtqueue-chain", "reads the judge's list as a map is made of it", ["fail"],      unchecked(`let all = []; const Own = Map; globalThis.Map = function (rows) { all = rows.map(([, it]) => it); return new Own(rows); };`, "walkChain", "() => ({ readable: all.map(({ addr, len }) => ({ address: addr, length: len })), writable: [] })")],
  ["devices/virtqueue-chain", "patches what the stand-in is made of",      ["fail"],          unchecked(PATCHED, "walkChain", "(ring, head, read) => ({ readable: [read(ring.address)], writable: [] })")],
  ["devices/virtqueue-chain", "says that everything is wrong",             ["fail"],          unchecked("", "walkChain", `() => ({ wrong: "it is" })`)],
  ["devices/virtqueue-chain", "says that everything is wrong and right",   ["fail"],          unchecked("", "walkChain", `() => ({ wrong: "perhaps", readable: [], writable: [] })`)],
  ["devices/virtqueue-chain", "gives a reason that is none",               ["fail"],          unchecked("", "walkChain", `() => ({ wrong: { length: 1, toString: () => "because" } })`)],
  ["devices/virtqueue-chain", "follows next without end",                  ["out of fuel"],   unchecked("", "walkChain", "(ring, head, read) => { for (let at = head; ; ) at = read(ring.address + 16n * BigInt(at))?.next ?? head; }")],
  ["devices/virtqueue-chain", "collects buffers until there is no memory", ["fail", "out of fuel", "out of memory"], unchecked("", "walkChain", "() => { const all = []; for (;;) all.push(new Array(100000).fill(all.length)); }")],
  ["devices/virtqueue-chain", "answers with a million buffers",            ["fail", "out of fuel"], unchecked("", "walkChain", "() => ({ readable: Array(1e6).fill({ address: 0n, length: 1 }), writable: [] })")],
  ["devices/uart-take", "patches what looks at what it was given",         ["fail", "crash"], unchecked("JSON.stringify = () => '0';", "take", "(fifo) => ({ word: fifo.words.pop() ?? 0, words: fifo.words, raised: 0, cleared: 0 })")],
  ["devices/uart-take", "answers in the place of what looks",              ["fail"],          unchecked(`import * as looking from "${UNCHANGED}";\nlooking.unchanged = () => (fifo) => ({ word: fifo.words[0], words: [], raised: 0, cleared: 80 });`, "take", "() => 0")],
  ["devices/uart-take", "changes what it is given",                        ["fail"],          unchecked("", "take", SHIFTS)],
  ["devices/uart-fifo", "changes what it is given, and answers with it",   ["fail"],          unchecked("", "arrive", "(fifo, word) => Object.assign(fifo, { words: [...fifo.words, word], raised: 0, cleared: 0 })")],
  ["devices/gic-dropped", "changes what it is given",                      ["fail"],          unchecked("", "dropped", "(active) => { const top = active.findIndex((word) => word !== 0); if (top >= 0) active[top] &= active[top] - 1; return active; }")],

  // tables that the judge has as well
  ["devices/psci", "empties the table of functions",                       ["fail"],          unchecked(`import { PSCI, PSCI_STATUS } from "../../src/formats/devices/psci";\nfor (const name of Object.keys(PSCI)) delete PSCI[name];\nfor (const name of Object.keys(PSCI_STATUS)) PSCI_STATUS[name] = 0;`, "psci", "() => ({ result: 0n })")],
  ["devices/timer-due", "makes NEVER another number",                      ["fail"],          unchecked(`import * as timer from "../../src/machine/sysregs/registers/timer";\ntimer.NEVER = 0n;`, "timerDue", "() => timer.NEVER")],
  ["devices/uart-fifo", "renames the UART's interrupts",                   ["fail"],          unchecked(`import { UARTINT } from "../../src/formats/devices/pl011";\nfor (const name of Object.keys(UARTINT)) UARTINT[name] = 0;`, "arrive", "({ words }, word) => ({ words: [...words, word], overrun: false, raised: UARTINT.RX, cleared: 0 })")],

  // the checks' own words, on the prototype of everything
  ["devices/virtqueue-chain", "has a reason on the prototype of everything", ["fail", "crash"], unchecked(POLLUTED, "walkChain", "() => ({})")],
  ["devices/psci", "has an effect on the prototype of everything",         ["fail", "crash"], unchecked(POLLUTED, "psci", "() => ({ result: 0n })")],
  ["devices/feature-negotiation", "has features on the prototype of everything", ["fail", "crash"], unchecked(POLLUTED, "negotiate", "(written) => ({ status: written })")],
  ["devices/uart-fifo", "has words on the prototype of everything",        ["fail", "crash"], unchecked(POLLUTED, "arrive", "() => ({})")],
  ["devices/gic-lines", "has levels on the prototype of everything",       ["fail", "crash"], unchecked(POLLUTED, "linesAt", "() => ({})")],
  ["devices/device-tree-blocks", "has blocks on the prototype of everything", ["fail", "crash"], unchecked(POLLUTED, "blocksOf", "() => ({})")],
  ["devices/feature-negotiation", "answers with __proto__",                ["fail"],          unchecked("", "negotiate", `(written, status, offered, accepted) => JSON.parse('{"__proto__": {"status": 3, "features": 0}}')`)],

  // answers of an odd shape
  ["devices/uart-levels", "answers with what is nearly a number",          ["fail"],          unchecked("", "receiveLevel", "() => ({ valueOf: () => 2, toString: () => '2' })")],
  ["devices/uart-levels", "answers with a text",                           ["fail"],          unchecked("", "receiveLevel", "(select, depth) => String(depth === 1 ? 1 : [2, 4, 8, 12, 14][select])")],
  ["devices/gic-lines", "answers with words that are none",                ["fail"],          unchecked("", "linesAt", "(lines, levels) => ({ levels: NaN, edges: -0.5, latched: 2 ** 40 })")],
  ["devices/gic-dropped", "answers with an array that is none",            ["fail"],          unchecked("", "dropped", "(active) => ({ length: 4, 0: 0, 1: 0, 2: 0, 3: 0, map: () => active })")],
  ["devices/gic-first", "answers with all of them",                        ["fail"],          unchecked("", "highestPending", "(candidates) => candidates")],
  ["devices/gic-first", "answers with one that is like any",               ["fail"],          unchecked("", "highestPending", "() => new Proxy({}, { get: () => 0, ownKeys: () => ['intid', 'priority', 'group'], getOwnPropertyDescriptor: () => ({ value: 0, enumerable: true, configurable: true }) })")],
  ["devices/event-index", "answers with what is nearly true",              ["fail"],          unchecked("", "needsEvent", "(event, now, old) => Object(((event - old) & 0xffff) < ((now - old) & 0xffff))")],
  ["devices/event-index", "says yes and no by turns",                      ["fail"],          unchecked("let calls = 0;", "needsEvent", "() => calls++ % 2 === 0")],
  ["devices/board-clock", "answers with numbers",                          ["fail"],          unchecked("", "timeAt", "(executed, slept) => { const cycles = executed.reduce((sum, n) => sum + n, Number(slept)); return { cycles, count: Math.floor(cycles / 16) }; }")],
  ["devices/turns", "remembers whose turn it was, and not what is said",   ["fail"],          unchecked("let now = 0;", "nextTurn", "(turn, activities) => activities[now = (now + 1) % activities.length] === 'runs' ? { current: now, left: 10000 } : undefined")],
  ["devices/block-request", "answers with all actions at once",            ["fail"],          unchecked("", "blockAction", "({ sector, readable }) => ({ does: ['read', 'write', 'flush'], at: Number(sector) * 512, length: readable, status: [1, 2] })")],
  ["devices/device-tree-blocks", "answers with zeros of the right length", ["fail"],          unchecked("", "blocksOf", "() => ({ structure: new Uint8Array(16), strings: new Uint8Array(0) })")],
  ["devices/device-tree-blocks", "answers with bytes that lie about their length", ["fail"],  unchecked("", "blocksOf", "() => ({ structure: Object.defineProperty(new Uint8Array(16), 'length', { value: 2 ** 40 }), strings: new Uint8Array(0) })")],
  ["devices/device-tree-blocks", "ends the tree where it begins",          ["fail"],          unchecked("", "blocksOf", "() => ({ structure: Uint8Array.of(0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 9), strings: new Uint8Array(0) })")],
  ["devices/device-tree-blocks", "nests nodes too deep, in a block of the right length", ["fail"], unchecked("", "blocksOf", "({ properties: [first] }) => ({ structure: first?.value.length === 70000 ? Uint8Array.from({ length: 70028 }, (_, i) => i % 8 === 3 ? 1 : 0) : new Uint8Array(16), strings: first ? Uint8Array.of(98, 105, 103, 0) : new Uint8Array(0) })")],
  ["devices/device-tree-blocks", "answers with 30 MB",                     ["fail", "crash"], unchecked("", "blocksOf", "() => ({ structure: new Uint8Array(3e7), strings: new Uint8Array(0) })")],
  ["devices/device-tree-blocks", "has names where there are none",         ["fail"],          unchecked("", "blocksOf", "() => ({ structure: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 2, 0, 0, 0, 9), strings: new Uint8Array(0) })")],
  ["devices/device-tree-registers", "says that there is nothing",          ["fail"],          unchecked("", "physicalRangesOf", "() => null")],
  ["devices/psci", "prints a verdict, and answers as the worker writes",   ["fail"],          unchecked(`console.log('x"]\\n["answer",0,{"$":"object","v":[["result",{"$":"bigint","v":"10001"}]]}]\\n["end"]\\n{"status":"pass","points":20}');`, "psci", "() => ({ result: 1n })")],
  ["devices/psci", "throws what looks like a pass",                        ["fail"],          unchecked("", "psci", "() => { throw Object.assign(new Error('pass'), { status: 'pass', points: 20, kind: 'answer' }); }")],

  // the graded question
  ["devices/reading-a-map", "is the solution to another's question",       ["fail"],          solution("06-devices/reading-a-map")],
  ["devices/reading-a-map", "refuses everything",                          ["fail"],          unchecked("", "reach", "() => undefined")],
  ["devices/reading-a-map", "asks for every byte there is",                ["fail", "out of fuel"], unchecked("const seen = [];", "reach", "(address, bytes) => { for (let at = 0; at < 2 ** 37; at++) if (seen[at] === address) return; }")],
];
