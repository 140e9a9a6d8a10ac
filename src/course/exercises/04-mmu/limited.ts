import type { LeafRights, TableLimits } from "../../../machine/mmu/descriptor";
import type { MmuParts } from "../../../machine/mmu/parts";
import { limited as ours } from "../../../machine/mmu/permissions";
import type { Case, Trial } from "../exercise";
import { limitsText, rightsText } from "./notation";

type Limited = MmuParts["limited"];

const rights = (AP: number, UXN = false, PXN = false): LeafRights => ({ AP, UXN, PXN });
const limits = (APTable: number, UXNTable = false, PXNTable = false): TableLimits => ({ APTable, UXNTable, PXNTable });

/** Arm ARM, "Hierarchical control of data access permissions"; QEMU 7.2 lets the same accesses pass. */
const ACCESSES: readonly Case<Limited>[] = [
  { args: [rights(0b01), limits(0b00)], want: rights(0b01), why: "00 limits nothing" },
  { args: [rights(0b01), limits(0b01)], want: rights(0b00), why: "01: EL0 loses the page" },
  { args: [rights(0b11), limits(0b01)], want: rights(0b10), why: "01: what EL1 may only read, it still may only read" },
  { args: [rights(0b00), limits(0b01)], want: rights(0b00), why: "01: EL0 had nothing to lose" },
  { args: [rights(0b00), limits(0b10)], want: rights(0b10), why: "10: nobody writes" },
  { args: [rights(0b01), limits(0b10)], want: rights(0b11), why: "10: nobody writes, and EL0 goes on reading" },
  { args: [rights(0b11), limits(0b10)], want: rights(0b11), why: "10: nobody did" },
  { args: [rights(0b01), limits(0b11)], want: rights(0b10), why: "11: EL1 reads, and that is all" },
  { args: [rights(0b10), limits(0b11)], want: rights(0b10) },
];

const EXECUTION: readonly Case<Limited>[] = [
  { args: [rights(0b00), limits(0b00, true)], want: rights(0b00, true),                      why: "UXNTable forbids what the leaf allows" },
  { args: [rights(0b00), limits(0b00, false, true)], want: rights(0b00, false, true),        why: "so does PXNTable" },
  { args: [rights(0b00, true, true), limits(0b00)], want: rights(0b00, true, true),          why: "a table never gives back what the leaf forbids" },
  { args: [rights(0b11, true), limits(0b00, false, true)], want: rights(0b11, true, true),   why: "one from either" },
];

export const limited: Trial<Limited> = {
  show: {
    call: (leaf, of) => `limited({ ${rightsText(leaf)} }, { ${limitsText(of)} })`,
    answer: rightsText,
  },
  properties: [
    { title: "takes accesses away", cases: () => ACCESSES },
    { title: "takes execution away, and gives nothing back", cases: () => EXECUTION },
    {
      title: "agrees with the reference in all 256 cases",
      cases: (draw) => draw.shuffle(Array.from({ length: 256 }, (_, n) => n)).map((n): Case<Limited> => {
        const args = [rights(n & 3, (n & 4) !== 0, (n & 8) !== 0), limits((n >> 4) & 3, (n & 64) !== 0, (n & 128) !== 0)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
