// What a student of chapter 6 would really get wrong: a whole answer to an exercise, by the misunderstanding behind it.

import { changed } from "./submissions";

/**
 * `told` is what the report says of the case at which the student sees it: why the case is there, or what their code threw.
 * `part` is the exported function, an expression of the type that the exercise asks for.
 */
export type Misreading = readonly [exercise: string, misunderstanding: string, told: RegExp, part: string];

export const MISREAD_DEVICES: readonly Misreading[] = [
  // the UART
  ["devices/uart-levels", "the levels are a straight line",                   /at least 1\/2 full/, "(select, depth) => Math.max(1, (depth * (select + 1)) >> 3)"],
  ["devices/uart-levels", "a level counts the places that are free",          /at least 1\/8 full/, "(select, depth) => Math.max(1, depth - ((depth * [1, 2, 4, 6, 7][select]!) >> 3))"],
  ["devices/uart-levels", "a FIFO always has sixteen places",                 /room for one word/,  "(select) => [2, 4, 8, 12, 14][select]!"],
  ["devices/uart-fifo", "a level is a level: at it and above, RX is raised",  /beyond the level, and was there before/,
    "({ words, depth, level, overrun }, word) => words.length === depth ? { words, overrun: true, raised: 1024, cleared: 0 } : { words: [...words, overrun ? word | 0x800 : word], overrun: false, raised: (words.length + 1 >= level ? 16 : 0) | (word & 0x700) >> 1, cleared: 0 }"],
  ["devices/uart-fifo", "the level is reached by the word behind it",         /it reaches the level/,
    "({ words, depth, level, overrun }, word) => words.length === depth ? { words, overrun: true, raised: 1024, cleared: 0 } : { words: [...words, overrun ? word | 0x800 : word], overrun: false, raised: (words.length === level ? 16 : 0) | (word & 0x700) >> 1, cleared: 0 }"],
  ["devices/uart-fifo", "errors have the same bits in UARTRIS as in UARTDR",  /a framing error/,
    "({ words, depth, level, overrun }, word) => words.length === depth ? { words, overrun: true, raised: 1024, cleared: 0 } : { words: [...words, overrun ? word | 0x800 : word], overrun: false, raised: (words.length + 1 === level ? 16 : 0) | word & 0x700, cleared: 0 }"],
  ["devices/uart-fifo", "a full FIFO loses its oldest word",                  /it is full, and keeps what it has/,
    "({ words, depth, level, overrun }, word) => words.length === depth ? { words: [...words.slice(1), word], overrun: true, raised: 1024, cleared: 0 } : { words: [...words, overrun ? word | 0x800 : word], overrun: false, raised: (words.length + 1 === level ? 16 : 0) | (word & 0x700) >> 1, cleared: 0 }"],
  ["devices/uart-fifo", "the word that is lost is the one with OE",           /it finds room, and tells/,
    "({ words, depth, level }, word) => words.length === depth ? { words, overrun: true, raised: 1024, cleared: 0 } : { words: [...words, word], overrun: false, raised: (words.length + 1 === level ? 16 : 0) | (word & 0x700) >> 1, cleared: 0 }"],
  ["devices/uart-fifo", "the FIFO that is given is the one to change",        /changed what it was given/,
    "(fifo, word) => { if (fifo.words.length < fifo.depth) (fifo.words as number[]).push(fifo.overrun ? word | 0x800 : word); return { words: fifo.words, overrun: false, raised: fifo.words.length === fifo.level ? 16 : 0, cleared: 0 }; }"],
  ["devices/uart-take", "RX is over at the level",                            /that is the level, and not less/,
    "({ words: [word = 0, ...words], level }) => ({ word, words, raised: 0, cleared: (words.length <= level ? 16 : 0) | (words.length === 0 ? 64 : 0) })"],
  ["devices/uart-take", "a FIFO is a stack",                                  /the oldest first/,
    "({ words: all, level }) => { const words = all.slice(0, -1); return { word: all.at(-1) ?? 0, words, raised: 0, cleared: (words.length < level ? 16 : 0) | (words.length === 0 ? 64 : 0) }; }"],
  ["devices/uart-take", "a word is a byte",                                   /with all its errors/,
    "({ words: [word = 0, ...words], level }) => ({ word: word & 0xff, words, raised: 0, cleared: (words.length < level ? 16 : 0) | (words.length === 0 ? 64 : 0) })"],
  ["devices/uart-take", "shift() takes a word, and nobody else has the list", /changed what it was given/,
    "({ words, level }) => { const word = (words as number[]).shift() ?? 0; return { word, words, raised: 0, cleared: (words.length < level ? 16 : 0) | (words.length === 0 ? 64 : 0) }; }"],

  // device trees
  ["devices/device-tree-blocks", "words are as the CPU has them: little-endian", /a root alone/, blocks({ word: "[0, 8, 16, 24].map((shift) => (value >>> shift) & 255)" })],
  ["devices/device-tree-blocks", "a name that fills its words needs no NUL",  /four letters/,    blocks({ name: "[...text].map((c) => c.charCodeAt(0)).concat(text.length % 4 === 0 && text !== '' ? [] : [0])" })],
  ["devices/device-tree-blocks", "a value's length counts its padding",       /six bytes/,       blocks({ length: "value.length + 3 & ~3" })],
  ["devices/device-tree-blocks", "each property has a name of its own",       /four times/,      blocks({ seen: "-1" })],
  ["devices/device-tree-registers", "cells are little-endian",                /the console of QEMU's board/, registers({ cell: "(b[i] ?? 0) | (b[i + 1] ?? 0) << 8 | (b[i + 2] ?? 0) << 16 | (b[i + 3] ?? 0) << 24" })],
  ["devices/device-tree-registers", "the low cell comes first",               /the console of QEMU's board/, registers({ number: "(low, cell, k) => low | cell << BigInt(32 * k)" })],
  ["devices/device-tree-registers", "every number has two cells",             /the specification's example/, registers({ cells: "2" })],
  ["devices/device-tree-registers", "a device says itself how wide it is",    /the console of QEMU's board/, registers({ above: "at" })],
  ["devices/device-tree-registers", "no ranges are as good as empty ones",    /no ranges: the bus is no part/, registers({ missing: "continue" })],
  ["devices/device-tree-registers", "a range is where it begins",             /half in a row, half out/,     registers({ inside: "r.address >= w[0]! && r.address < w[0]! + w[2]!" })],

  // interrupts
  ["devices/gic-lines", "a line that is high has an edge",                    /both were high before: nothing rises/, "({ edges, latched }, levels) => ({ levels, edges, latched: latched | levels & edges })"],
  ["devices/gic-lines", "a falling edge is an edge",                          /both fall, and that is no edge/,       "({ levels: old, edges, latched }, levels) => ({ levels, edges, latched: latched | (levels ^ old) & edges })"],
  ["devices/gic-lines", "a latch follows its line down",                      /it falls, and stays latched/,          "({ levels: old, edges, latched }, levels) => ({ levels, edges, latched: latched & levels | levels & ~old & edges })"],
  ["devices/gic-lines", "a level is latched as an edge is",                   /both rise; one of them counts/,        "({ levels: old, edges, latched }, levels) => ({ levels, edges, latched: latched | levels & ~old })"],
  ["devices/gic-first", "the highest number is the most urgent",              /the lower number is more urgent/,      "(all) => [...all].sort((a, b) => b.priority - a.priority || a.intid - b.intid)[0]"],
  ["devices/gic-first", "of equals, who stands first",                        /of equals, the lower INTID/,           "(all) => [...all].sort((a, b) => a.priority - b.priority)[0]"],
  ["devices/gic-first", "priority 0 is no priority",                          /priority 0 is the most urgent/,        "(all) => [...all].sort((a, b) => (a.priority || 256) - (b.priority || 256) || a.intid - b.intid)[0]"],
  ["devices/gic-first", "0xff means idle",                                    /however little it matters/,            "(all) => all.filter(({ priority }) => priority < 0xff).sort((a, b) => a.priority - b.priority || a.intid - b.intid)[0]"],
  ["devices/gic-dropped", "the highest bit is the most urgent",               /of 2 and 6, 2 is over/,                "(active) => { const top = active.findIndex((word) => word !== 0); return active.map((word, w) => w === top ? word & ~(0x80000000 >>> Math.clz32(word)) : word); }"],
  ["devices/gic-dropped", "words have a sign",                                /bit 31 is a bit like the others/,      "(active) => { const top = active.findIndex((word) => (word | 0) > 0); return active.map((word, w) => w === top ? word & (word - 1) : word); }"],
  ["devices/gic-dropped", "every word has a most urgent one",                 /the first word that is not 0/,         "(active) => active.map((word) => word & (word - 1))"],
  ["devices/gic-dropped", "the words that are given are the ones to change",  /changed what it was given/,            "(active) => { const words = active as number[]; const top = words.findIndex((word) => word !== 0); if (top >= 0) words[top]! &= words[top]! - 1; return words; }"],
  ["devices/gic-group-priority", "the point is how many bits go",             /a binary point of 0/,                  "(priority, point) => (priority >> point) << point"],
  ["devices/gic-group-priority", "a group is a small number",                 /a binary point of 0/,                  "(priority, point) => priority >> (point + 1)"],
  ["devices/gic-group-priority", "one bit always counts",                     /a binary point of 7/,                  "(priority, point) => priority & (0xfe << point | 0x80) & 0xff"],

  // time
  ["devices/board-clock", "each CPU has its own time",                        /CPU 1 has just begun/,                 "(executed, slept) => { const cycles = BigInt(Math.max(...executed)) + slept; return { cycles, count: cycles / 16n }; }"],
  ["devices/board-clock", "whoever sleeps, sleeps for himself",               /both have slept, together and once/,   "(executed, slept) => { const cycles = executed.reduce((sum, n) => sum + BigInt(n) + slept, 0n); return { cycles, count: cycles / 16n }; }"],
  ["devices/board-clock", "a number is exact",                                /five hundred years of sleep/,          "(executed, slept) => { const cycles = BigInt(executed.reduce((sum, n) => sum + n, Number(slept))); return { cycles, count: cycles / 16n }; }"],
  ["devices/board-clock", "a tick is a nanosecond",                           /and has not passed/,                   "(executed, slept) => { const cycles = executed.reduce((sum, n) => sum + BigInt(n), slept); return { cycles, count: cycles }; }"],
  ["devices/timer-due", "a timer fires behind CVAL",                          /the count has reached CVAL/, "(control, value, count) => (control & 3n) === 1n && value >= count ? value : 2n ** 64n - 1n"],
  ["devices/timer-due", "a masked timer is still to come",                    /it is masked/,                         "(control, value, count) => (control & 1n) === 1n && value > count ? value : 2n ** 64n - 1n"],
  ["devices/timer-due", "ISTATUS says that it has fired",                     /ISTATUS is nothing to go by/,          "(control, value, count) => control === 1n && value > count ? value : 2n ** 64n - 1n"],
  ["devices/timer-due", "CVAL has a sign, as TVAL has",                       /CVAL is unsigned/,                     "(control, value, count) => (control & 3n) === 1n && BigInt.asIntN(64, value) > count ? value : 2n ** 64n - 1n"],
  ["devices/timer-due", "what is due is a distance",                          /the next tick is its/,                 "(control, value, count) => (control & 3n) === 1n && value > count ? value - count : 2n ** 64n - 1n"],
  ["devices/turns", "whoever asks begins a turn",                             /it has not begun|an instruction is left/, turns("activities[turn.current] === 'runs' ? turn.left > 0 && activities.length === 1 ? turn : undefined : undefined")],
  ["devices/turns", "a CPU that waits keeps its turn",                        /who waits gives away what is left/,    turns("turn.left > 0 && activities[turn.current] !== 'off' ? turn : undefined")],
  ["devices/turns", "what is left goes to the next",                          /who waits gives away what is left/,    turns("turn.left > 0 && activities[turn.current] === 'runs' ? turn : undefined", "turn.left || 10000")],
  ["devices/turns", "the first that runs is the next",                        /the next one, not the first|its turn is over|passed over/, "(turn, activities) => { if (turn.left > 0 && activities[turn.current] === 'runs') return turn; const current = activities.indexOf('runs'); return current < 0 ? undefined : { current, left: 10000 }; }"],

  // virtio
  ["devices/virtqueue-chain", "an indirect table has one descriptor",         /an indirect table/,                    chain({ "if (!(flags & 1)) return": "if (!(flags & 1) || nested) return" })],
  ["devices/virtqueue-chain", "the chain goes on behind an indirect table",   /NEXT beside INDIRECT leads nowhere/,   chain({ "if (!(flags & 1)) return { readable, writable };": "if (!(flags & 1)) { if (after === undefined) return { readable, writable }; table = ring; index = after; after = undefined; seen = 0; nested = false; continue; }" })],
  ["devices/virtqueue-chain", "a next of 0 is the end",                       /numbers in any order/,                 chain({ "if (!(flags & 1)) return": "if (!(flags & 1) || next === 0) return" })],
  ["devices/virtqueue-chain", "WRITE says that the device has written",       /one buffer to read/,                   chain({ "flags & 2 ? writable": "!(flags & 2) ? writable" })],
  ["devices/virtqueue-chain", "a driver writes no number that is not there",  /the same, though there is something/,  chain({ "if (index >= table.size) return { wrong: 'number' };": "" })],
  ["devices/virtqueue-chain", "a driver makes no circles",                    /itself next/,                          chain({ "if (++seen > table.size) return { wrong: 'circle' };": "", "> 1024": "> 1e9", "> 2 ** 32": "> 2 ** 50" })],
  ["devices/virtqueue-chain", "RAM is everywhere",                            /a table that is not RAM/,              chain({ "if (!found) return { wrong: 'RAM' };": "if (!found) return { readable, writable };" })],
  ["devices/event-index", "indices only grow",                                /from the last index to 0/,             "(event, now, old) => old <= event && event < now"],
  ["devices/event-index", "16 bits have a sign",                              /across the middle|nearly all the way around|behind 0/, "(event, now, old) => { const s = (x: number) => x << 16 >> 16; return s(old) <= s(event) && s(event) < s(now); }"],
  ["devices/event-index", "distances have a sign",                            /nearly all the way around/,            "(event, now, old) => { const s = (x: number) => x << 16 >> 16; return s(event - old) >= 0 && s(event - old) < s(now - old); }"],
  ["devices/event-index", "`now` has been passed",                            /index 1 is the next one/,              "(event, now, old) => now !== old && ((event - old) & 0xffff) <= ((now - old) & 0xffff)"],
  ["devices/event-index", "there are 65,535 of them",                         /from the last index to 0|two, and it was/, "(event, now, old) => ((event - old + 65535) % 65535) < ((now - old + 65535) % 65535)"],
  ["devices/feature-negotiation", "features are 32 bits",                     /one above the others/,                 "(written, status, offered, accepted) => { if (!(written & 8) || status & 8) return { status: written }; return (Number(accepted & 0xffffffffn) & ~Number(offered & 0xffffffffn)) === 0 && accepted >> 32n & 1n ? { status: written, features: accepted } : { status: written & ~8 }; }"],
  ["devices/feature-negotiation", "every write of Status settles",            /settled before: DRIVER_OK/,            "(written, _status, offered, accepted) => written & 8 ? (accepted & ~offered) === 0n && accepted >> 32n & 1n ? { status: written, features: accepted } : { status: written & ~8 } : { status: written }"],
  ["devices/feature-negotiation", "a device without VERSION_1 is an old one", /no VERSION_1/,                         "(written, status, offered, accepted) => !(written & 8) || status & 8 ? { status: written } : (accepted & ~offered) === 0n ? { status: written, features: accepted } : { status: written & ~8 }"],
  ["devices/feature-negotiation", "what is too much is left out",             /one that is not offered/,              "(written, status, offered, accepted) => !(written & 8) || status & 8 ? { status: written } : accepted & offered & 1n << 32n ? { status: written, features: accepted & offered } : { status: written & ~8 }"],
  ["devices/block-request", "IN is into the disk",                            /a sector from the disk/,               block({ "type === 0 ? 'read' : type === 1 ? 'write'": "type === 1 ? 'read' : type === 0 ? 'write'" })],
  ["devices/block-request", "offsets are in sectors",                         /a sector from the disk/,               block({ "512 * Number(first)": "Number(first)" })],
  ["devices/block-request", "the sector behind the last is one",              /behind the end/,                       block({ "> BigInt(disk.sectors)": "> BigInt(disk.sectors) + 1n" })],
  ["devices/block-request", "a run begins before the end",                    /nothing, at the end/,                  block({ "first + BigInt(length) / 512n > BigInt(disk.sectors)": "first >= BigInt(disk.sectors) || first + BigInt(length) / 512n > BigInt(disk.sectors)" })],
  ["devices/block-request", "a sector is a number of 32 bits",                /the last sector that can be named|2\^55/, block({ "let first = sector": "let first = BigInt.asUintN(32, sector)" })],
  ["devices/block-request", "a status is a status",                           /a type that there is not/,             block({ "status: 2": "status: 1" })],
  ["devices/block-request", "a disk that is read only is empty",              /read only: from the disk/,             block({ "disk.isReadOnly && does !== 'read'": "disk.isReadOnly" })],

  // the board
  ["devices/psci", "a status has 32 bits",                                    /PSCI_FEATURES of SYSTEM_SUSPEND/,      psci({ "2n ** 64n": "2n ** 32n" })],
  ["devices/psci", "a status is a number with a sign",                        /PSCI_FEATURES of SYSTEM_SUSPEND/,      psci({ "2n ** 64n - n": "-n" })],
  ["devices/psci", "on is 1",                                                 /AFFINITY_INFO of CPU 0/,               psci({ "? 0n : 1n": "? 1n : 0n" })],
  ["devices/psci", "a CPU that is on can be switched on: nothing happens",    /CPU_ON, of one that is on/,            psci({ "not(4n)": "0n" })],
  ["devices/psci", "ALREADY_ON is DENIED",                                    /CPU_ON, of one that is on/,            psci({ "not(4n)": "not(3n)" })],
  ["devices/psci", "an MPIDR's lowest byte is the CPU",                       /of another cluster/,                   psci({ "const cpu = a;": "const cpu = a & 0xffn;" })],
  ["devices/psci", "X0 is the number",                                        /the number is in W0/,                  psci({ "BigInt.asUintN(32, x0)": "x0" })],
  ["devices/psci", "arguments have 64 bits",                                  /arguments are in W1 to W3/,            psci({ "number & 0x40000000n ? x : BigInt.asUintN(32, x)": "x" })],
];

/** Of the graded question: changes to the solution of whatever variant it is. */
export const MISREAD_MAP: readonly (readonly [misunderstanding: string, find: string, replace: string])[] = [
  ["an address has 32 bits",                            "address % END",                                   "(address % END) >>> 0"],
  ["the bus sees every bit",                            "address % END",                                   "address"],
  ["copies are counted from 0 up to the count",         "from < copies * apart",                           "from < (copies + 1) * apart"],
  ["a copy is as large as the way to the next",         " && from % apart < bytes",                        ""],
  ["an access is where it begins",                      "if (offset + bytes > row.repeats) return undefined;", ""],
  ["an access is aligned if its address is",            "offset % bytes === 0",                            "(at + 1) % bytes === 0"],
];

/** A builder of blocks, right but for what is given. */
function blocks({
  word = "[24, 16, 8, 0].map((shift) => (value >>> shift) & 255)", name = "[...text].map((c) => c.charCodeAt(0)).concat(0)", length = "value.length", seen = "names.indexOf(name)",
}: Readonly<Partial<Record<"word" | "name" | "length" | "seen", string>>>): string {
  return `(root) => {
    const structure: number[] = [], strings: number[] = [], names: string[] = [], at: number[] = [];
    const word = (value: number): void => { structure.push(...${word}); };
    const bytesOf = (text: string): number[] => ${name};
    const pad = (): void => { while (structure.length % 4) structure.push(0); };
    const visit = (node: typeof root): void => {
      word(1); structure.push(...bytesOf(node.name)); pad();
      for (const { name, value } of node.properties) {
        let k = ${seen};
        if (k < 0) { k = names.push(name) - 1; at.push(strings.length); strings.push(...[...name].map((c) => c.charCodeAt(0)), 0); }
        word(3); word(${length}); word(at[k]!); for (const byte of value) structure.push(byte); pad();
      }
      node.children.forEach(visit); word(2);
    };
    visit(root); word(9);
    return { structure: Uint8Array.from(structure), strings: Uint8Array.from(strings) };
  }`;
}

/** A reader of registers, right but for what is given. */
function registers({
  cell = "(b[i] ?? 0) << 24 | (b[i + 1] ?? 0) << 16 | (b[i + 2] ?? 0) << 8 | (b[i + 3] ?? 0)", number = "(high, cell) => high << 32n | cell",
  cells = "own ? Number(words(own)[0]) : otherwise", above = "at - 1", missing = "return null", inside = "r.address >= w[0]! && r.address + r.size <= w[0]! + w[2]!",
}: Readonly<Partial<Record<"cell" | "number" | "cells" | "above" | "missing" | "inside", string>>>): string {
  return `(way) => {
    const value = (at: number, name: string): Uint8Array | undefined => way[at]?.properties.find((p) => p.name === name)?.value;
    const words = (b: Uint8Array): bigint[] => { const all = []; for (let i = 0; i < b.length; i += 4) all.push(BigInt((${cell}) >>> 0)); return all; };
    const count = (at: number, name: string, otherwise: number): number => { const own = value(at, name); return ${cells}; };
    const rows = (bytes: Uint8Array, counts: number[]): bigint[][] | null => {
      const all = words(bytes), stride = counts.reduce((sum, n) => sum + n, 0), found = [];
      if (counts.some((n) => n > 2) || stride === 0 || bytes.length % (4 * stride)) return null;
      while (all.length > 0) found.push(counts.map((n) => all.splice(0, n).reduce(${number}, 0n)));
      return found;
    };
    const at = way.length - 1, up = ${above}, reg = value(at, "reg");
    if (at < 1 || !reg) return null;
    let ranges = rows(reg, [count(up, "#address-cells", 2), count(up, "#size-cells", 1)])?.map(([address, size]) => ({ address: address!, size: size! }));
    for (let bus = at - 1; bus > 0; bus--) {
      const own = value(bus, "ranges");
      if (!ranges) return null;
      if (!own) ${missing};
      if (own!.length === 0) continue;
      const windows = rows(own!, [count(bus, "#address-cells", 2), count(bus - 1, "#address-cells", 2), count(bus, "#size-cells", 1)]);
      if (!windows) return null;
      const moved: typeof ranges = [];
      for (const r of ranges) {
        const w = windows.find((w) => ${inside});
        if (!w) return null;
        moved.push({ address: r.address - w[0]! + w[1]!, size: r.size });
      }
      ranges = moved;
    }
    return ranges ?? null;
  }`;
}

/** `goesOn` is the turn that goes on, if one does. */
function turns(goesOn: string, left = "10000"): string {
  return `(turn, activities) => {
    const same = ${goesOn};
    if (same) return same;
    const order = activities.map((_, i) => (turn.current + 1 + i) % activities.length);
    const current = order.find((cpu) => activities[cpu] === "runs");
    return current === undefined ? undefined : { current, left: ${left} };
  }`;
}

function chain(changes: Readonly<Record<string, string>>): string {
  return changed(`(ring, head, read) => {
    const readable: { address: bigint; length: number }[] = [], writable: typeof readable = [];
    let table = ring, index = head, seen = 0, bytes = 0, nested = false, after: number | undefined;
    for (;;) {
      if (index >= table.size) return { wrong: 'number' };
      if (++seen > table.size) return { wrong: 'circle' };
      const found = read(table.address + 16n * BigInt(index));
      if (!found) return { wrong: 'RAM' };
      const { addr, len, flags, next } = found;
      if (flags & 4) {
        if (nested || len === 0 || len % 16) return { wrong: 'table' };
        after = flags & 1 ? next : undefined;
        table = { address: addr, size: len / 16 }; index = 0; seen = 0; nested = true;
        continue;
      }
      if (len === 0 || writable.length > 0 && !(flags & 2)) return { wrong: 'buffer' };
      (flags & 2 ? writable : readable).push({ address: addr, length: len });
      if ((bytes += len) > 2 ** 32 || readable.length + writable.length > 1024) return { wrong: 'too much' };
      if (!(flags & 1)) return { readable, writable };
      index = next;
    }
  }`, changes);
}

function block(changes: Readonly<Record<string, string>>): string {
  return changed(`({ type, sector, readable, writable, segment }, disk) => {
    if (type === 4) return { does: 'flush' };
    if (type === 8) return { does: 'identify' };
    const does = type === 0 ? 'read' : type === 1 ? 'write' : type === 11 ? 'discard' : type === 13 ? 'clear' : undefined;
    const swept = does === 'discard' || does === 'clear';
    if (!does || swept && !segment) return { does: 'refuse', status: 2 };
    let first = sector, length = does === 'read' ? writable : readable;
    if (swept) { first = segment!.sector; length = 512 * segment!.sectors; }
    if (swept && segment!.sectors > 0x3fffff || length % 512) return { does: 'refuse', status: 1 };
    if (first + BigInt(length) / 512n > BigInt(disk.sectors) || disk.isReadOnly && does !== 'read') return { does: 'refuse', status: 1 };
    if (swept && segment!.flags & ~(does === 'clear' ? 1 : 0)) return { does: 'refuse', status: 2 };
    return { does, at: 512 * Number(first), length };
  }`, changes);
}

function psci(changes: Readonly<Record<string, string>>): string {
  return changed(`([x0, ...x], isOn) => {
    const not = (n: bigint): bigint => 2n ** 64n - n;
    const number = BigInt.asUintN(32, x0);
    const [a = 0n, b = 0n, c = 0n] = x.map((x) => number & 0x40000000n ? x : BigInt.asUintN(32, x));
    const cpu = a;
    const on = isOn.find((_, i) => BigInt(i) === cpu);
    switch (Number(number)) {
      case 0x84000000: return { result: 0x10001n };
      case 0x84000006: return { result: 2n };
      case 0x8400000a: return { result: [0x84000000n, 0x84000001n, 0x84000002n, 0x84000003n, 0x84000004n, 0x84000006n, 0x84000008n, 0x84000009n, 0x8400000an, 0xc4000001n, 0xc4000003n, 0xc4000004n].includes(a) ? 0n : not(1n) };
      case 0x84000003: case 0xc4000003:
        if (on === undefined || b % 4n) return { result: not(2n) };
        return on ? { result: not(4n) } : { result: 0n, effect: { kind: 'CPU on', cpu: Number(cpu), entry: b, context: c } };
      case 0x84000004: case 0xc4000004: return { result: on === undefined || b ? not(2n) : on ? 0n : 1n };
      case 0x84000001: case 0xc4000001: return a & 0xfffe0000n ? { result: not(2n) } : { result: 0n, effect: { kind: 'suspend' } };
      case 0x84000002: return { result: 0n, effect: { kind: 'CPU off' } };
      case 0x84000008: return { result: 0n, effect: { kind: 'system off' } };
      case 0x84000009: return { result: 0n, effect: { kind: 'system reset' } };
      default: return { result: not(1n) };
    }
  }`, changes);
}

/** The answers above without a change: that they are right shows that what fails is the misunderstanding. */
export const WELL_READ: readonly (readonly [exercise: string, part: string])[] = [
  ["devices/device-tree-blocks", blocks({})], ["devices/device-tree-registers", registers({})], ["devices/turns", turns("turn.left > 0 && activities[turn.current] === 'runs' ? turn : undefined")],
  ["devices/virtqueue-chain", chain({})], ["devices/block-request", block({})], ["devices/psci", psci({})],
];
