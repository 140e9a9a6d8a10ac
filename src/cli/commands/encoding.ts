// o2p encoding: what a word is made of.

import type { Command } from "commander";
import type { Decoder } from "../../machine/decoder/decoder";
import { bitsText, encodingBox } from "../encoding-box";
import { hexWord, looksLikeWord } from "../number";
import { Output } from "../output";

export function register(program: Command): void {
  program
    .command("encoding")
    .summary("show the boxes of an instruction word")
    .description("Draws the encoding of a WORD in hexadecimal, or of an instruction (o2p encoding add x0, x1, #1):\nits diagram, its fields, and the row of the table that it belongs to.")
    .argument("<word-or-assembly...>", "0x91000420, or an instruction")
    .action(async (inputs: readonly string[]) => {
      const { standardDecoder } = await import("../../machine/decoder/decoder");
      const { assembleLine } = await import("../../machine/decoder/assembler");
      const [first = ""] = inputs;
      const word = inputs.length === 1 && looksLikeWord(first) ? hexWord(first)! : assembleLine(inputs.join(" "));
      const output = new Output("utf8");
      output.write(`${describeWord(standardDecoder(), word).join("\n")}\n`);
      output.flush();
    });
}

/** What there is to say of `word`, line by line. */
export function describeWord(decoder: Decoder, word: number): string[] {
  const decoded = decoder.decode(word);
  const title = `0x${(word >>> 0).toString(16).padStart(8, "0")}   ${decoder.disassemble(word).replace("\t", " ")}`;
  if (!("row" in decoded)) return [title, "", ...encodingBox("word:32", word), "", verdict(decoded.kind)];

  const { row } = decoded;
  const kind = decoded.kind === "instruction" && decoded.unpredictable ? "unpredictable" : decoded.kind;
  const fields = row.fields.map(({ name, shift, width }) => {
    const hi = shift + width - 1;
    const bits = bitsText(word, hi, shift);
    return [name, hi === shift ? `${hi}` : `${hi}:${shift}`, bits, `${Number.parseInt(bits, 2)}`];
  });
  return [
    title, "",
    ...encodingBox(row.diagram, word), "",
    ...columns([
      ["row", row.name], ["class", row.class], ["group", row.group], ["feature", row.feature ?? "base"], ["kind", verdict(kind)],
    ]),
    ...(fields.length === 0 ? [] : ["", ...columns([["field", "bits", "binary", "value"], ...fields])]),
  ];
}

function verdict(kind: "instruction" | "unpredictable" | "undefined" | "unallocated" | "SVE" | "SME"): string {
  switch (kind) {
    case "instruction": return "an instruction";
    case "unpredictable": return "an instruction, but CONSTRAINED UNPREDICTABLE with these operands";
    case "undefined": return "UNDEFINED: the diagram matches, but the manual reserves these values";
    case "unallocated": return "unallocated: no encoding matches";
    case "SVE": return "in the encoding space of the Scalable Vector Extension, which is not decoded";
    case "SME": return "in the encoding space of the Scalable Matrix Extension, which is not decoded";
  }
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) => row.map((text, i) => text.padEnd(widths[i]!)).join("   ").trimEnd());
}
