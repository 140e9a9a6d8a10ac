import { conditionHolds as ours, conditionName } from "../../../machine/cpu/condition";
import type { CpuParts } from "../../../machine/cpu/parts";
import type { Case, Trial } from "../exercise";
import { flagsText } from "./notation";

type ConditionHolds = CpuParts["conditionHolds"];

/** After CMP: the two numbers, the flags that QEMU 7.2 sets, and what is true of them. */
const AFTER_CMP = [
  // compared                       NZCV    true                                  false
  ["3 with 5",                      0b1000, ["ne", "lo", "mi", "vc", "ls", "lt", "le"], ["eq", "hs", "hi", "ge", "gt"]],
  ["5 with 3",                      0b0010, ["ne", "hs", "pl", "hi", "ge", "gt"],       ["eq", "lo", "ls", "lt", "le"]],
  ["5 with 5",                      0b0110, ["eq", "hs", "ls", "ge", "le"],             ["ne", "lo", "hi", "lt", "gt"]],
  ["-2^63 with 1",                  0b0011, ["lt", "le", "hi", "hs", "pl", "vs"],       ["ge", "gt", "ls", "lo", "mi"]],
  ["2^63 - 1 with -1",              0b1001, ["gt", "ge", "lo", "ls", "mi", "vs"],       ["lt", "le", "hs", "hi", "pl"]],
] as const;

/** Bit `cond` of the row of each NZCV: CSET and B.cond as QEMU 7.2 has them, bit 15 being B.nv. */
const FROM_QEMU = [
  0xd6aa, 0xea6a, 0xd5a6, 0xe966, 0xe6a9, 0xea69, 0xe6a5, 0xea65,
  0xea9a, 0xd65a, 0xe996, 0xd556, 0xea99, 0xe659, 0xea95, 0xe655,
] as const;

const ALWAYS: readonly Case<ConditionHolds>[] = [
  { args: [0b1110, 0b0000], want: true, why: "AL" },
  { args: [0b1111, 0b0000], want: true, why: "NV is no opposite of AL: it is AL, too" },
  { args: [0b1111, 0b0100], want: true, why: "NV, with Z set" },
];

const COND: Readonly<Record<string, number>> = Object.fromEntries(Array.from({ length: 16 }, (_, cond) => [conditionName(cond), cond]));

export const condition: Trial<ConditionHolds> = {
  show: {
    call: (cond, nzcv) => `conditionHolds(0b${cond.toString(2).padStart(4, "0")}, 0b${nzcv.toString(2).padStart(4, "0")}): ${conditionName(cond)}, flags ${flagsText(nzcv)}`,
    answer: (answer) => String(answer),
  },
  properties: [
    {
      title: "answers what one asks after a comparison",
      cases: () => AFTER_CMP.flatMap(([compared, nzcv, yes, no]): Case<ConditionHolds>[] => [
        ...yes.map((name) => ({ args: [COND[name]!, nzcv] as const, want: true, why: `compared ${compared}: ${name} holds` })),
        ...no.map((name) => ({ args: [COND[name]!, nzcv] as const, want: false, why: `compared ${compared}: ${name} does not hold` })),
      ]),
    },
    { title: "knows that always has no opposite", cases: () => ALWAYS },
    {
      title: "agrees with QEMU in all 256 cases",
      cases: () => FROM_QEMU.flatMap((row, nzcv) => Array.from({ length: 16 }, (_, cond): Case<ConditionHolds> =>
        ({ args: [cond, nzcv], want: ((row >> cond) & 1) === 1 }))),
    },
    {
      title: "agrees with the reference, asked in any order",
      cases: (draw) => draw.times(64, (): Case<ConditionHolds> => {
        const args = [draw.bits(4), draw.bits(4)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
