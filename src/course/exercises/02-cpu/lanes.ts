import { TableLookup } from "../../../machine/cpu/execute/table-lookup";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";
import type { CpuQuestions } from "./questions";

type Lookup = CpuQuestions["tableLookup"];

/** "0123456789abcdef", its first letter in the lowest byte. */
const HEX = 0x66656463_62613938_37363534_33323130n;
const CAPITALS = 0x4f4e4d4c_4b4a4948_47464544_43424140n;
const OLD = 0x00ffeedd_ccbbaa99_88776655_44332211n;

/** What QEMU 7.2 leaves in the register. */
const TBL: readonly Case<Lookup>[] = [
  {
    args: [16, 0x0f0e0d0c_0b0a0900_08070605_04030201n, [HEX], undefined], want: 0x66656463_62613930_38373635_34333231n,
    why: "tbl v1.16b, {v2.16b}, v0.16b: lane 0 asks for byte 1, which is 0x31",
  },
  {
    args: [16, 0x1f000000_00000000_0010ff05_0f800e01n, [HEX], undefined], want: 0x00303030_30303030_30000035_66006531n,
    why: "tbl: an index beyond the table gives 0",
  },
  {
    args: [16, 0x1f1e1d1c_1b1a1918_00101112_1f200f0en, [HEX, CAPITALS], undefined], want: 0x4f4e4d4c_4b4a4948_30404142_4f006665n,
    why: "tbl of two registers: the second has bytes 16 to 31",
  },
  {
    args: [8, 0x08070605_04030201n, [HEX], undefined], want: 0x38373635_34333231n,
    why: "tbl v1.8b: eight lanes, and the upper half is clear",
  },
];

const TBX: readonly Case<Lookup>[] = [
  {
    args: [16, 0x1f000000_00000000_0010ff05_0f800e01n, [HEX], OLD], want: 0x00303030_30303030_30776635_66336531n,
    why: "tbx: an index beyond the table leaves the byte as it was",
  },
  {
    args: [16, 0xff212000_00000000_00101112_1f200f0en, [HEX, CAPITALS], OLD], want: 0x00ffee30_30303030_30404142_4f336665n,
    why: "tbx of two registers",
  },
  {
    args: [8, 0x08070605_10030201n, [HEX], 0x88776655_44332211n], want: 0x38373635_44333231n,
    why: "tbx v1.8b: lane 3 asks for byte 16, and keeps its 0x44",
  },
];

const helper: Lookup = (count, indices, table, otherwise) => TableLookup[count === 8 ? 64 : 128].apply(indices, otherwise ?? 0n, ...table);

export const lanes: Trial<Lookup> = {
  show: {
    call: (count, indices, table, otherwise) =>
      `tableLookup(${count}, ${register(indices, 8 * count)}, [${table.map((bytes) => register(bytes, 128)).join(", ")}], ${otherwise === undefined ? "undefined" : register(otherwise, 8 * count)})`,
    answer: (answer, count) => register(answer, 8 * count),
  },
  properties: [
    { title: "looks up as QEMU does, or gives 0", cases: () => TBL },
    { title: "looks up as QEMU does, or leaves what was", cases: () => TBX },
    {
      title: "agrees with the reference on one to four registers",
      cases: (draw) => [1, 2, 3, 4].flatMap((registers) => draw.times(80, (): Case<Lookup> => {
        const count = draw.pick([8, 16] as const);
        const table = draw.times(registers, () => draw.bigBits(128));
        const args = [count, drawIndices(draw, count, registers), table, draw.pick([undefined, draw.bigBits(8 * count)])] as const;
        return { args, want: helper(...args) };
      })),
    },
  ],
};

/** Most within the table, some just beyond it, some anywhere. */
const drawIndices = (draw: Draw, count: number, registers: number): bigint =>
  draw.times(count, () => draw.pick([draw.below(16 * registers), draw.below(16 * registers), draw.between(16 * registers - 2, 16 * registers + 2), draw.bits(8)]))
    .reduce((indices, index) => (indices << 8n) | BigInt(index), 0n);
