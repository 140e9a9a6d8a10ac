// How this chapter's calls and answers are written.

import type { Fault } from "../../../machine/cpu/exception";
import type { Descriptor, LeafRights, TableLimits } from "../../../machine/mmu/descriptor";
import type { Granule } from "../../../machine/mmu/granule";
import type { TlbEntry } from "../../../machine/mmu/tlb-entry";
import { showPlain } from "../plain";

/** 0x1f; what is no unsigned number is shown as it is. */
export const hex = (value: bigint | number): string =>
  (typeof value === "bigint" && value >= 0n) || (Number.isInteger(value) && Number(value) >= 0) ? `0x${value.toString(16)}` : showPlain(value);

/** 0xffff_ff92_3456_7890, from the first digit that says something. */
export const address = (value: bigint | number): string => hex(value).replace(/(?<=0x.+)(?=(.{4})+$)/g, "_");

export const granuleText = (granule: Granule): string => `${2 ** (granule - 10)} KiB`;

/** "AP 01, UXN, PXN" */
export const rightsText = ({ AP, UXN, PXN }: LeafRights): string =>
  [`AP ${twoBits(AP)}`, ...(UXN ? ["UXN"] : []), ...(PXN ? ["PXN"] : [])].join(", ");

export const limitsText = ({ APTable, UXNTable, PXNTable }: TableLimits): string =>
  [`APTable ${twoBits(APTable)}`, ...(UXNTable ? ["UXNTable"] : []), ...(PXNTable ? ["PXNTable"] : [])].join(", ");

/** "translation, level 2" */
export function faultText(fault: Fault): string {
  const level = "level" in fault && fault.level !== undefined ? `, level ${fault.level}` : "";
  return `${fault.kind} fault${level}`;
}

/** "page at 0x4101_0000: AttrIndx 1, AP 00, UXN, SH 11, AF, nG" */
export function descriptorText(descriptor: Descriptor): string {
  switch (descriptor.kind) {
    case "invalid": return "invalid";
    case "table": return `table at ${address(descriptor.address)}: ${limitsText(descriptor)}`;
    case "block": case "page": {
      const { kind, AttrIndx, SH, AF, nG } = descriptor;
      const set = [...(AF ? ["AF"] : []), ...(nG ? ["nG"] : [])];
      return `${kind} at ${address(descriptor.address)}: ${[`AttrIndx ${AttrIndx}`, rightsText(descriptor), `SH ${twoBits(SH)}`, ...set].join(", ")}`;
    }
  }
}

/** "pages 0x400 to 0x5ff of ASID 7"; one page is "page 0x400". */
export function entryText({ page, pages, asid }: TlbEntry): string {
  const which = pages === 1 ? `page ${hex(page)}` : `pages ${hex(page)} to ${hex(page + pages - 1)}`;
  return `${which}, ${asid === undefined ? "global" : `of ASID ${asid}`}`;
}

export const twoBits = (value: number): string => value.toString(2).padStart(2, "0");
