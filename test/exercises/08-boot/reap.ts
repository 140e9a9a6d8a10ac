import type { Gate } from "../gate";

/** From the index to the barrier. */
const IN_ORDER = `const index = load16(plus(used, BigInt(USED.idx.at)));
  const count = (index - taken) & 0xffff;
  if (count === 0) return null;
  if (count > out) return new Returned(0, 0, \`\${count} chains come back of \${out} that it has\`);
  dataMemoryBarrier();
`;

export const gate: Gate = {
  wrong: [
    ["does not go through 65535",           "(index - taken) & 0xffff",          "index - taken"],
    ["goes round with the ring",            "(index - taken) & 0xffff",          "(index - taken) & (rooms.length - 1)"],
    ["asks only whether they are the same", "count > out",                       "count > 0x7fff"],
    ["has no barrier",                      "  dataMemoryBarrier();\n",          ""],
    ["has its barrier in front", IN_ORDER,                               `dataMemoryBarrier();\n  ${IN_ORDER.replace("  dataMemoryBarrier();\n", "")}`],
    ["always looks into the first slot",    "(taken % rooms.length)",            "0"],
    ["looks into the slot that comes last", "(taken % rooms.length)",            "((index + 0xffff) % rooms.length)"],
    ["does not go round",                   "(taken % rooms.length)",            "Math.min(taken, rooms.length)"],
    ["loads the index again",               "taken % rooms.length",              "(load16(plus(used, BigInt(USED.idx.at))) - count + 0x10000) % 0x10000 % rooms.length"],
    ["believes every number",               "rooms[head]! : -1;",                "Math.max(rooms[head]!, 0) : -1;"],
    ["believes numbers behind the end",     "head < rooms.length ? rooms[head]! : -1", "rooms[head % rooms.length]!"],
    ["keeps 16 bits of a number",           "const room = head < rooms.length ? rooms[head]! : -1", "const room = (head & 0xffff) < rooms.length ? rooms[head & 0xffff]! : -1"],
    ["believes every length",               "if (written > room)",               "if (written > room && room < 0)"],
    ["does not believe a full one",         "if (written > room)",               "if (written >= room)"],
    ["sees no empty chain",                 "if (room < 0)",                     "if (room <= 0)"],
    ["takes the length for the number",     "const head = load32(plus(used, BigInt(slot + USED_ELEMENT.id.at)))", "const head = load32(plus(used, BigInt(slot + USED_ELEMENT.len.at)))"],
    ["loads the length again",              "return new Returned(head, written, \"\");", "return new Returned(head, load32(plus(used, BigInt(slot + USED_ELEMENT.len.at))), \"\");"],
    ["says of a lie nothing",               "`${count} chains come back of ${out} that it has`", "\"\""],
    ["takes a lie for nothing",             "if (count > out) return new Returned(0, 0, `${count} chains come back of ${out} that it has`);", "if (count > out) return null;"],
    ["begins the entries behind the index", "USED.ring.at + USED.ring.bytes",    "USED.idx.at + USED.ring.bytes"],
  ],
  right: {
    "with the standard's numbers": `
      import { Returned } from "../../src/unikernel/drivers/virtio/returned";
      import { dataSynchronizationBarrier } from "../../src/unikernel/metal/machine";
      import { load16, load32 } from "../../src/unikernel/metal/memory";
      import { plus } from "../../src/unikernel/metal/word";
      export function reap(used: bigint, taken: number, rooms: readonly number[], out: number): Returned | null {
        let count = load16(plus(used, 2n)) - taken;
        if (count < 0) count += 65536;
        if (count === 0) return null;
        dataSynchronizationBarrier();
        const entry = plus(used, BigInt(4 + 8 * (taken & (rooms.length - 1))));
        const id = load32(entry);
        const length = load32(plus(entry, 4n));
        const isIts = count <= out && id < rooms.length && rooms[id]! >= 0;
        return new Returned(id, length, isIts && length <= rooms[id]! ? "" : "it lies");
      }`,
  },
};
