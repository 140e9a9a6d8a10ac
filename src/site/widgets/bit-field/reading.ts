/**
 * What a word is, said in full: its row, its fields, its text, and which piece of the text each field decides.
 * Pure: a figure draws it, a test reads it.
 */
import type { Decoder } from "../../../machine/decoder/decoder";
import { NOWHERE, type Site } from "../../../machine/decoder/operand";
import { featuresOf, printRow, type Row } from "../../../machine/decoder/row";
import { satisfies } from "../../../machine/decoder/condition";
import { printElements, type Template } from "../../../machine/decoder/template";
import { roleOfField, type Role } from "../word/role";
import type { WordField } from "../word/word-layout";

/** A stretch of the disassembly, and the fields whose bits decide it. */
export interface TextPiece {
  readonly text: string;
  readonly fields: readonly string[];
  readonly role: Role | undefined;
}

export interface Reading {
  readonly word: number;
  readonly state: "instruction" | "undefined" | "unallocated" | "SVE" | "SME";
  readonly unpredictable: boolean;
  readonly row: Row | undefined;
  readonly fields: readonly WordField[];
  readonly text: readonly TextPiece[];
  readonly features: readonly string[];
}

type Element = Template["operands"][number];

export function read(decoder: Decoder, word: number, site: Site = NOWHERE): Reading {
  const decoded = decoder.decode(word);
  const row = "row" in decoded ? decoded.row : undefined;
  return {
    word, row,
    state: decoded.kind,
    unpredictable: decoded.kind === "instruction" && decoded.unpredictable,
    fields: row ? fieldsOf(row) : [],
    text: decoded.kind === "instruction" ? textOf(decoded.row, word, site) : [],
    features: row ? featuresOf(row, word) : [],
  };
}

export function fieldsOf(row: Row): readonly WordField[] {
  return row.fields.map(({ name, shift, width }) => ({ name, shift, width, role: roleOfField(name) }));
}

/** The text as one string, a space behind the mnemonic. */
export function plainText(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join("");
}

function textOf(row: Row, word: number, site: Site): readonly TextPiece[] {
  const whole = printRow(row, word, site);
  for (const { printed, condition, mnemonic, operands } of row.templates) {
    if (!printed || !satisfies(condition, word)) continue;
    const name = piecesOf(row, mnemonic, word, site);
    const rest = piecesOf(row, operands, word, site);
    const text = plainText(rest) === "" ? plainText(name) : `${plainText(name)}\t${plainText(rest)}`;
    // The template that printRow chose is the first whose operands all print.
    if (text !== whole) continue;
    const operation = name.map((piece) => ({ ...piece, role: piece.role === "condition" ? piece.role : ("opcode" as const) }));
    return rest.length === 0 ? operation : [...operation, { text: " ", fields: [], role: undefined }, ...rest];
  }
  return whole === undefined ? [] : [{ text: whole.replace("\t", " "), fields: [], role: undefined }];
}

function piecesOf(row: Row, elements: readonly Element[], word: number, site: Site): readonly TextPiece[] {
  return joined(elements.flatMap((element): readonly TextPiece[] => {
    const text = printElements([element], word, site) ?? "";
    if (text === "") return [];
    if ("optional" in element) return piecesOf(row, element.optional, word, site);
    if ("literal" in element) return [{ text, fields: [], role: undefined }];
    const { mask } = element.operand;
    const fields = row.fields.filter(({ shift, width }) => (mask & ((2 ** width - 1) * 2 ** shift)) !== 0).map(({ name }) => name);
    return [{ text, fields, role: roleOfFields(fields) }];
  }));
}

/** A register is decided by its number and by sf or size; it wears the register's colour. */
export function roleOfFields(fields: readonly string[]): Role | undefined {
  const roles = fields.map(roleOfField);
  const order: readonly Role[] = ["register", "condition", "immediate", "opcode"];
  return order.find((role) => roles.includes(role));
}

/** Joins what is one word to the eye: "#" and its number, "v" and its register's. */
function joined(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const out: TextPiece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    const [, head = "", sigil = ""] = /^(.*?)([#a-z]?)$/s.exec(before?.text ?? "") ?? [];
    if (before && before.fields.length === 0 && piece.fields.length > 0 && sigil !== "") {
      out.pop();
      if (head !== "") out.push({ ...before, text: head });
      out.push({ ...piece, text: sigil + piece.text });
    } else {
      out.push(piece);
    }
  }
  return out;
}
