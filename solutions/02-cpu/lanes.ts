import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * TBL, or TBX if `otherwise` is there: `count` lanes of 8 bits. Lane i of the result is the byte of the table that lane i of
 * `indices` asks for. The table is one to four registers of 16 bytes, one behind the other; lane 0, and byte 0 of a
 * register, are the low 8 bits. An index beyond the table gives 0, or for TBX lane i of `otherwise`.
 */
export const tableLookup: CpuQuestions["tableLookup"] = (count, indices, table, otherwise) => {
  const byteOf = (vector: bigint, lane: number): bigint => (vector >> BigInt(8 * lane)) & 0xffn;
  let result = 0n;
  for (let lane = 0; lane < count; lane++) {
    const index = Number(byteOf(indices, lane));
    const register = table[index >> 4];
    const byte = register === undefined ? byteOf(otherwise ?? 0n, lane) : byteOf(register, index & 15);
    result |= byte << BigInt(8 * lane);
  }
  return result;
};
