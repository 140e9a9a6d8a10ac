// An instruction, explained: what it is, what it does, and what to know of it.

import { hex32 } from "../base/word";
import { explain } from "../machine/cpu/explain";
import { meaningOf } from "../machine/cpu/meanings";
import { PROFILE } from "../machine/cpu/profile";
import type { Decoded, Decoder } from "../machine/decoder/decoder";
import { featuresOf } from "../machine/decoder/row";

/** The word, its row, and a line for each thing that it does. */
export function explained(decoder: Decoder, word: number, pc?: bigint): string[] {
  const decoded = decoder.decode(word);
  const meaning = meaningOf(decoder, word);
  const does = meaning === undefined
    ? [`Undefined instruction exception: ${whyUndefined(decoded)}`]
    : explain(meaning, pc).split("; ");
  return [
    `${hex32(word)}   ${decoder.disassemble(word, pc ?? 0n).replace("\t", " ")}`,
    ...("row" in decoded ? [`row    ${decoded.row.name} (${decoded.row.class})`] : []),
    ...does.map((line, i) => `${i === 0 ? "does" : "    "}   ${line}`),
    ...notesOn(decoded).map((note) => `note   ${note}`),
  ];
}

function whyUndefined(decoded: Decoded): string {
  switch (decoded.kind) {
    case "instruction": return `it needs ${missingFeatures(decoded)}, which this machine has not`;
    case "undefined": return "the diagram matches, but the manual reserves these values";
    case "unallocated": return "no encoding matches";
    case "SVE": return "it is in the encoding space of the Scalable Vector Extension";
    case "SME": return "it is in the encoding space of the Scalable Matrix Extension";
  }
}

function notesOn(decoded: Decoded): string[] {
  if (decoded.kind !== "instruction") return [];
  const missing = missingFeatures(decoded);
  return [
    ...(decoded.unpredictable ? ["CONSTRAINED UNPREDICTABLE with these operands: another processor may do otherwise"] : []),
    ...(decoded.row.class === "Hints" && missing !== "" ? [`a hint of ${missing}: to a processor without it, a NOP`] : []),
  ];
}

const missingFeatures = ({ row, word }: Extract<Decoded, { kind: "instruction" }>): string =>
  featuresOf(row, word).filter((feature) => !(PROFILE as readonly string[]).includes(feature)).join(" and ");
