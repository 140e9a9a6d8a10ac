import type { LeafRights } from "../../../machine/mmu/descriptor";
import type { MmuParts } from "../../../machine/mmu/parts";
import { permits as ours, type Request } from "../../../machine/mmu/permissions";
import type { Case, Trial } from "../exercise";
import { rightsText, twoBits } from "./notation";

type Permits = MmuParts["permits"];

const PURPOSES = ["read", "write", "fetch"] as const;
const FLAGS = { read: "r", write: "w", fetch: "x" } as const;

/** Arm ARM, "Data access permissions" and "Instruction execution permissions"; QEMU 7.2's AT agrees on data. */
const BY_MANUAL = [
  // AP    UXN    PXN    WXN    EL1    EL1, PAN  EL0
  [0b00,   false, false, false, "rwx", "rwx",    "--x"],
  [0b01,   false, false, false, "rw-", "---",    "rwx"],
  [0b10,   false, false, false, "r-x", "r-x",    "--x"],
  [0b11,   false, false, false, "r-x", "--x",    "r-x"],
  [0b00,   true,  false, false, "rwx", "rwx",    "---"],
  [0b01,   true,  false, false, "rw-", "---",    "rw-"],
  [0b11,   true,  false, false, "r-x", "--x",    "r--"],
  [0b00,   false, true,  false, "rw-", "rw-",    "--x"],
  [0b10,   false, true,  false, "r--", "r--",    "--x"],
  [0b11,   false, true,  false, "r--", "---",    "r-x"],
  [0b00,   false, false, true,  "rw-", "rw-",    "--x"],
  [0b01,   false, false, true,  "rw-", "---",    "rw-"],
  [0b10,   false, false, true,  "r-x", "r-x",    "--x"],
  [0b11,   false, false, true,  "r-x", "--x",    "r-x"],
  [0b11,   true,  true,  true,  "r--", "---",    "r--"],
] as const;

const leaf = (AP: number, UXN = false, PXN = false): LeafRights => ({ AP, UXN, PXN });

const MAINTENANCE: readonly Case<Permits>[] = [
  { args: [leaf(0b10), { purpose: "maintain", unprivileged: false, PAN: false, WXN: false }], want: true,  why: "EL1 may clean any line" },
  { args: [leaf(0b01), { purpose: "maintain", unprivileged: false, PAN: true, WXN: false }],  want: true,  why: "PAN does not count" },
  { args: [leaf(0b00), { purpose: "maintain", unprivileged: true, PAN: false, WXN: false }],  want: false, why: "EL0 must be allowed to read" },
  { args: [leaf(0b11), { purpose: "maintain", unprivileged: true, PAN: false, WXN: false }],  want: true,  why: "reading is enough" },
  { args: [leaf(0b01), { purpose: "maintain", unprivileged: true, PAN: true, WXN: true }],    want: true,  why: "EL0 may read, and write" },
];

export const permits: Trial<Permits> = {
  show: { call: (rights, request) => `permits({ ${rightsText(rights)} }, ${requestText(request)})`, answer: String },
  properties: [
    {
      title: "lets the levels read and write as AP says",
      cases: () => casesOf(BY_MANUAL.filter(([, UXN, PXN, WXN]) => !UXN && !PXN && !WXN), ["read", "write"], false),
    },
    { title: "keeps EL1 from EL0's data while PAN is set", cases: () => casesOf(BY_MANUAL, ["read", "write"], true) },
    { title: "knows what may be executed", cases: () => [...casesOf(BY_MANUAL, ["fetch"], false), ...casesOf(BY_MANUAL, ["fetch"], true)] },
    { title: "knows who may maintain a cache", cases: () => MAINTENANCE },
    {
      title: "agrees with the reference in all 512 cases",
      cases: (draw) => draw.shuffle(Array.from({ length: 512 }, (_, n) => n)).map((n): Case<Permits> => {
        const bit = (at: number): boolean => ((n >> at) & 1) === 1;
        const purpose = ([...PURPOSES, "maintain"] as const)[(n >> 2) & 3]!;
        const args = [leaf(n & 3, bit(4), bit(5)), { purpose, unprivileged: bit(6), PAN: bit(7), WXN: bit(8) }] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

function casesOf(rows: readonly (typeof BY_MANUAL)[number][], purposes: readonly (typeof PURPOSES)[number][], PAN: boolean): Case<Permits>[] {
  return rows.flatMap(([AP, UXN, PXN, WXN, el1, el1Pan, el0]) => purposes.flatMap((purpose) => [false, true].map((unprivileged): Case<Permits> => {
    const who = unprivileged ? el0 : PAN ? el1Pan : el1;
    return {
      args: [{ AP, UXN, PXN }, { purpose, unprivileged, PAN, WXN }],
      want: who.includes(FLAGS[purpose]),
      why: `AP ${twoBits(AP)}: ${unprivileged ? "EL0" : PAN ? "EL1 with PAN" : "EL1"} has ${who} here`,
    };
  })));
}

const requestText = ({ purpose, unprivileged, PAN, WXN }: Request): string =>
  [`${purpose} by ${unprivileged ? "EL0" : "EL1"}`, ...(PAN ? ["PAN"] : []), ...(WXN ? ["WXN"] : [])].join(", ");
