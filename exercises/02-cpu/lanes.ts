import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/**
 * TBL, or TBX if `otherwise` is there: `count` lanes of 8 bits. Lane i of the result is the byte of the table that lane i of
 * `indices` asks for. The table is one to four registers of 16 bytes, one behind the other; lane 0, and byte 0 of a
 * register, are the low 8 bits. An index beyond the table gives 0, or for TBX lane i of `otherwise`.
 */
export const tableLookup: CpuQuestions["tableLookup"] = (count, indices, table, otherwise) => {
  throw new Error(`Return ${count} bytes: for each of 0x${indices.toString(16)}, that of ${table.length} registers, or of ${otherwise}.`);
};
