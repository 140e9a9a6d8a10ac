import type { Fault } from "../../../machine/cpu/exception";
import type { MmuParts } from "../../../machine/mmu/parts";
import type { Case, Trial } from "../exercise";
import { faultText } from "./notation";

type FaultStatus = MmuParts["faultStatus"];

/** Arm ARM, "ISS encoding for an exception from a Data Abort", DFSC. */
const OF_WALKS = [
  // kind           level 0   level 1   level 2   level 3
  ["address size", [0b000000, 0b000001, 0b000010, 0b000011]],
  ["translation",  [0b000100, 0b000101, 0b000110, 0b000111]],
  ["access flag",  [0b001000, 0b001001, 0b001010, 0b001011]],
  ["permission",   [0b001100, 0b001101, 0b001110, 0b001111]],
  ["external",     [0b010100, 0b010101, 0b010110, 0b010111]],
] as const;

/** Faults that QEMU 7.2 reports, bits 6:1 of its PAR_EL1. */
const FROM_QEMU: readonly Case<FaultStatus>[] = [
  { args: [{ kind: "translation", level: 3 }],  want: 0x07, why: "PAR_EL1 is 0x80f" },
  { args: [{ kind: "access flag", level: 3 }],  want: 0x0b, why: "PAR_EL1 is 0x817" },
  { args: [{ kind: "address size", level: 3 }], want: 0x03, why: "PAR_EL1 is 0x807" },
  { args: [{ kind: "permission", level: 2 }],   want: 0x0e, why: "PAR_EL1 is 0x81d" },
  { args: [{ kind: "address size", level: 0 }], want: 0x00, why: "PAR_EL1 is 0x801: TTBR1_EL1 itself points out of reach" },
];

const OTHERS: readonly Case<FaultStatus>[] = [
  { args: [{ kind: "alignment" }],          want: 0b100001, why: "an alignment fault has no level" },
  { args: [{ kind: "external" }],           want: 0b010000, why: "nothing answered, and it was not the walk that asked" },
  { args: [{ kind: "external", level: 0 }], want: 0b010100, why: "on the walk, at level 0; 0 is a level" },
];

export const faultStatus: Trial<FaultStatus> = {
  show: {
    call: (fault) => `faultStatus(${faultText(fault)})`,
    answer: (status) => (Number.isInteger(status) && status >= 0 ? `0b${status.toString(2).padStart(6, "0")}` : String(status)),
  },
  properties: [
    { title: "says what QEMU says", cases: () => FROM_QEMU },
    { title: "knows faults that are not of the walk", cases: () => OTHERS },
    {
      title: "gives each fault of a walk at each level the manual's code",
      cases: (draw) => draw.shuffle(OF_WALKS.flatMap(([kind, codes]) =>
        codes.map((want, level): Case<FaultStatus> => ({ args: [{ kind, level } satisfies Fault], want })))),
    },
  ],
};
