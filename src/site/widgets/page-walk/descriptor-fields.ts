/** What the bits of a descriptor are, where they stand, and what their values mean. Which they are depends on what it is. */
import type { Descriptor, LeafDescriptor, TableDescriptor } from "../../../machine/mmu/descriptor";
import { type Granule, lowestBit } from "../../../machine/mmu/granule";
import { memoryTypeName } from "../../../machine/mmu/memory-type";
import { rightsOf } from "../../../machine/mmu/permissions";
import type { Regime } from "../../../machine/mmu/regime";
import type { WalkStep } from "../../../machine/mmu/walk";
import { fieldOf } from "../../../machine/sysregs/field";
import { addressText } from "../machine/numbers";
import type { Role } from "../word/role";
import type { WordField } from "../word/word-layout";
import { levelRoles } from "./address-fields";

/** A field of a descriptor: its bits, and what they say. */
export interface DescriptorFact {
  readonly field: WordField;
  /** In binary, or an address. */
  readonly value: string;
  readonly says: string;
}

const sizeText = (bits: number): string =>
  bits >= 30 ? `${2 ** (bits - 30)} GiB` : bits >= 20 ? `${2 ** (bits - 20)} MiB` : `${2 ** (bits - 10)} KiB`;

/** From the highest field down; bits that mean nothing here are in none. */
export function descriptorFacts({ bits = 0n, descriptor, level }: WalkStep, granule: Granule, regime: Regime): readonly DescriptorFact[] {
  const fact = factsIn(bits);
  switch (descriptor?.kind) {
    case "table": return tableFacts(descriptor, fact, level, granule);
    case "block": case "page": return leafFacts(descriptor, fact, fieldOf(bits, 52, 52) === 1n, level, granule, regime);
    default: return (bits & 1n) === 1n
      ? [fact("type", 1, 0, "fixed", `no block at level ${level}: worth as much as 0`)]
      : [fact("ignored", 63, 1, "fixed", bits === 0n ? "nothing" : "a note that the kernel keeps for itself"), fact("valid", 0, 0, "fixed", "not valid", "V")];
  }
}

type FactOf = (name: string, high: number, low: number, role: Role, says: string, label?: string) => DescriptorFact;

function factsIn(bits: bigint): FactOf {
  return (name, high, low, role, says, label = name) => {
    const width = high - low + 1;
    const number = fieldOf(bits, high, low);
    const value = width > 8 ? addressText(number << BigInt(low)) : number.toString(2).padStart(width, "0");
    return { field: { name, shift: low, width, role, label, note: value }, value, says };
  };
}

function tableFacts({ APTable, UXNTable, PXNTable }: TableDescriptor, fact: FactOf, level: number, granule: Granule): readonly DescriptorFact[] {
  const limits = ["no limit", "nothing below is for EL0", "nothing below is written", "nothing below is for EL0, or written"];
  return [
    fact("APTable", 62, 61, "opcode", limits[APTable]!, "APT"),
    fact("UXNTable", 60, 60, "el0", UXNTable ? "EL0 executes nothing below" : "no limit", "UXNT"),
    fact("PXNTable", 59, 59, "el1", PXNTable ? "EL1 executes nothing below" : "no limit", "PXNT"),
    fact("next table", 47, granule, levelRoles[level]!, `where the table of level ${level + 1} is`),
    fact("type", 1, 0, "fixed", "above level 3: a table"),
  ];
}

const shareabilities = ["not shareable", "reserved", "outer shareable", "inner shareable"];

function leafFacts(
  { kind, AP, SH, AttrIndx, AF, nG, UXN, PXN }: LeafDescriptor, fact: FactOf, isContiguous: boolean, level: number, granule: Granule, { attributes, asid }: Regime,
): readonly DescriptorFact[] {
  const low = lowestBit(level, granule);
  return [
    fact("UXN", 54, 54, "el0", UXN ? "EL0 does not execute it" : "EL0 may execute it"),
    fact("PXN", 53, 53, "el1", PXN ? "EL1 does not execute it" : "EL1 may execute it"),
    fact("Contiguous", 52, 52, "opcode", isContiguous ? "a hint: its neighbours go on where it ends" : "no hint", "Cont"),
    fact("output address", 47, low, levelRoles[level]!, `where the ${kind} of ${sizeText(low)} begins`),
    fact("nG", 11, 11, "opcode", nG ? `not global: only for ASID ${addressText(asid)}` : "global: for every address space"),
    fact("AF", 10, 10, "opcode", AF ? "has been used" : "not used yet: an access faults"),
    fact("SH", 9, 8, "opcode", shareabilities[SH]!),
    fact("AP", 7, 6, "opcode", apText(AP)),
    fact("AttrIndx", 4, 2, "opcode", memoryTypeName(attributes[AttrIndx]!), "Attr"),
    fact("type", 1, 0, "fixed", `at level ${level}: a ${kind}`),
  ];
}

/** "EL1 reads and writes, EL0 nothing" */
function apText(AP: number): string {
  const does = (unprivileged: boolean): string => {
    const { read, write } = rightsOf({ AP, UXN: true, PXN: true }, { unprivileged, PAN: false, WXN: false });
    return write ? "reads and writes" : read ? "reads" : "nothing";
  };
  return `EL1 ${does(false)}, EL0 ${does(true)}`;
}

/** As a row of a table says it. */
export function kindText(descriptor: Descriptor | undefined): string {
  switch (descriptor?.kind) {
    case "table": case "page": case "block": return descriptor.kind;
    case "invalid": return "nothing";
    case undefined: return "no answer";
  }
}
