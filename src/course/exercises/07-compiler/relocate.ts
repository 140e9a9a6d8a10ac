import type { LinkParts } from "../../../compiler/link/parts";
import { relocate as ours } from "../../../compiler/link/relocate";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { register, word as wordText } from "../notation";

type Relocate = LinkParts["relocate"];
type Kind = Parameters<Relocate>[0];

/** What the assembler and linker of GNU binutils 2.40 make of them. */
const TELLING: readonly (readonly [kind: Kind, word: number, S: bigint, place: bigint, want: number, why: string])[] = [
  ["CALL26",           0x9400_0000, 0x4020_0008n, 0x4020_0000n, 0x9400_0002, "bl, eight bytes ahead"],
  ["CALL26",           0x9400_0000, 0x4020_0000n, 0x4020_0000n, 0x9400_0000, "bl to itself"],
  ["CALL26",           0x9400_0000, 0x4020_0000n, 0x4020_0004n, 0x97ff_ffff, "bl, four bytes back"],
  ["CALL26",           0x9400_0000, 0x4820_0000n - 4n, 0x4020_0000n, 0x95ff_ffff, "as far ahead as it goes"],
  ["CALL26",           0x9400_0000, 0x3820_0000n, 0x4020_0000n, 0x9600_0000, "as far back"],
  ["ADR_PREL_PG_HI21", 0x9000_0009, 0x4020_0ff0n, 0x4020_0010n, 0x9000_0009, "adrp x9, in the same page"],
  ["ADR_PREL_PG_HI21", 0x9000_0009, 0x4020_1000n, 0x4020_0ffcn, 0xb000_0009, "the next page, four bytes ahead"],
  ["ADR_PREL_PG_HI21", 0x9000_0000, 0x4020_3abcn, 0x4020_0000n, 0xf000_0000, "three pages: the lower two bits"],
  ["ADR_PREL_PG_HI21", 0x9000_0000, 0x4020_4000n, 0x4020_0fffn & ~3n, 0x9000_0020, "four pages: bit 5"],
  ["ADR_PREL_PG_HI21", 0x9000_0001, 0x401f_ffffn, 0x4020_0000n, 0xf0ff_ffe1, "the page before"],
  ["ADD_ABS_LO12_NC",  0x9100_0129, 0x4020_3abcn, 0x4020_0000n, 0x912a_f129, "add x9, x9, #0xabc"],
  ["ADD_ABS_LO12_NC",  0x9100_0129, 0x4020_3000n, 0x4020_0000n, 0x9100_0129, "the page's first byte"],
  ["ADD_ABS_LO12_NC",  0x9100_0129, 0x4020_0fffn, 0x4020_0ffcn, 0x913f_fd29, "its last byte: where the instruction stands says nothing"],
];

const OPEN: Readonly<Record<Kind, number>> = { CALL26: 0x9400_0000, ADR_PREL_PG_HI21: 0x9000_0000, ADD_ABS_LO12_NC: 0x9100_0000 };

function drawCase(draw: Draw): Case<Relocate> {
  const kind = draw.pick(Object.keys(OPEN) as Kind[]);
  const place = 0x4020_0000n + 4n * BigInt(draw.bits(20));
  const distance = BigInt(draw.bits(draw.pick([4, 12, 24]))) * draw.pick([1n, -1n]);
  const S = place + (kind === "CALL26" ? 4n * distance / 4n * 4n : distance);
  const fields = kind === "CALL26" ? 0 : kind === "ADD_ABS_LO12_NC" ? draw.bits(10) : draw.bits(5);
  const args = [kind, OPEN[kind] + fields, S, place] as const;
  return { args, want: ours(...args) };
}

export const relocate: Trial<Relocate> = {
  show: {
    call: (kind, word, S, place) => `relocate("${kind}", ${wordText(word)}, S = ${register(S, 64)}, place = ${register(place, 64)})`,
    answer: (answer) => wordText(answer),
  },
  properties: [
    { title: "puts an address where it belongs", cases: () => TELLING.map(([kind, word, S, place, want, why]): Case<Relocate> => ({ args: [kind, word, S, place], want, why })) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(600, () => drawCase(draw)) },
  ],
};
