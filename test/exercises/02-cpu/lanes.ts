import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                     find                             replace
    ["reads the lanes backwards",         "vector >> BigInt(8 * lane)",    "vector >> BigInt(8 * (15 - lane))"],
    ["has one register only",             "table[index >> 4]",             "index < 16 ? table[0] : undefined"],
    ["goes around at the table's end",    "table[index >> 4]",             "table[(index >> 4) % table.length]"],
    ["goes around at 64",                 "table[index >> 4]",             "table[(index & 63) >> 4]"],
    ["gives 0 where TBX leaves the byte", "byteOf(otherwise ?? 0n, lane)", "0n"],
    ["leaves the index",                  "byteOf(otherwise ?? 0n, lane)", "byteOf(otherwise ?? 0n, index & 15)"],
    ["looks up the lane, not the index",  "byteOf(register, index & 15)",  "byteOf(register, lane)"],
    ["always has sixteen lanes",          "lane < count",                  "lane < 16"],
    ["forgets the last lane",             "lane < count",                  "lane < count - 1"],
  ],
  right: {
    "as bytes": `
      import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";
      const bytes = (vector: bigint): number[] => Array.from({ length: 16 }, (_, i) => Number((vector >> BigInt(8 * i)) % 256n));
      export const tableLookup: CpuQuestions["tableLookup"] = (count, indices, table, otherwise) => {
        const all = table.flatMap(bytes);
        const kept = bytes(otherwise ?? 0n);
        const found = bytes(indices).slice(0, count).map((index, lane) => all[index] ?? kept[lane]!);
        return BigInt("0x" + found.reverse().map((byte) => byte.toString(16).padStart(2, "0")).join(""));
      };`,
  },
};
