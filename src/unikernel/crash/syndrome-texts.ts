// What the tables of src/formats/syndromes say, without the tables: strings that the compiler makes
// of them, so that an image holds neither rows nor what a crash does not print.
//
//   a text       its code | its length | itself              a byte, a byte, and so many
//   a meaning    first code | last code | length | text      for several, the text ends in a digit
//   fields       first code | last code | length | a field, and so on
//   a field      its highest bit | its lowest | length of its name | name | length of texts | texts
//
// 1. Only what a value means that is not 0: fields that are 0 are not printed.

import { EXCEPTION_CLASSES, type ExceptionClass } from "../../formats/syndromes/exception-classes";
import { FAULT_STATUSES } from "../../formats/syndromes/fault-status";
import type { FieldRow } from "../../formats/syndromes/fields";
import { print, put } from "../runtime/console";

const ZERO = 48;

const byte = (code: number): string => String.fromCharCode(code);
const counted = (text: string): string => byte(text.length) + text;
const coded = (code: number, text: string): string => byte(code) + counted(text);

function packedField([high, low, name, , values]: FieldRow): string {
  const texts = values.filter(([value]) => value !== 0)
    .map(([value, meaning]) => coded(value, meaning));
  return byte(high) + byte(low) + counted(name) + counted(texts.join(""));
}

type Meaning = readonly [code: number, text: string];

/** Neighbours whose texts differ in a last digit, their code's lowest bits, are one. */
function packedMeanings(rows: readonly Meaning[], mask: number): string {
  let packed = "";
  for (let i = 0; i < rows.length; i++) {
    const [first, text] = rows[i]!;
    const stem = text.slice(0, -1);
    let last = first;
    while (i + 1 < rows.length && isNumbered(rows[i]!, stem, mask)) {
      const [code] = rows[i + 1]!;
      if (code !== last + 1 || !isNumbered(rows[i + 1]!, stem, mask)) break;
      last = code;
      i++;
    }
    packed += byte(first) + byte(last) + counted(last > first ? stem : text);
  }
  return packed;
}

function isNumbered([code, text]: Meaning, stem: string, mask: number): boolean {
  return text === `${stem}${code & mask}`;
}

/** EC's digit is the exception level that it came from, a fault's is the level of the table. */
export const CLASS_DIGIT = 1;
export const STATUS_DIGIT = 3;

/** By EC: what has happened. */
export const CLASS_TEXTS =
  packedMeanings(EXCEPTION_CLASSES.map(([code, text]): Meaning => [code, text]), CLASS_DIGIT);

/** By DFSC or IFSC: why an address could not be used. */
export const STATUS_TEXTS =
  packedMeanings(FAULT_STATUSES.map(([code, , , text]): Meaning => [code, text]), STATUS_DIGIT);

/** By EC: the fields of ISS, of the classes that have any; an odd class has the even one's. */
export const FIELDS = EXCEPTION_CLASSES.map(([code, , fields], i) => {
  const isTwin = code % 2 === 1 && i > 0 && EXCEPTION_CLASSES[i - 1]![2] === fields;
  if (isTwin || fields.length === 0) return "";
  const isTwinOf = ([next, , same]: ExceptionClass): boolean =>
    next === code + 1 && same === fields;
  const last = EXCEPTION_CLASSES.some((row) => isTwinOf(row)) ? code + 1 : code;
  const packed = fields.map((each) => packedField(each)).join("");
  return byte(code) + byte(last) + counted(packed);
}).join("");

/** Of a code among meanings or fields: where its text begins; -1 if it has none. */
export function findMeaning(texts: string, code: number): number {
  for (let at = 3; at < texts.length; at += 3 + texts.charCodeAt(at - 1)) {
    if (code >= texts.charCodeAt(at - 3) && code <= texts.charCodeAt(at - 2)) return at;
  }
  return -1;
}

/** Prints what a code means, if anything. `mask`: which of its bits the digit is. */
export function printMeaning(texts: string, code: number, mask: number, otherwise: string): void {
  const at = findMeaning(texts, code);
  if (at < 0) return print(otherwise);
  printCounted(texts, at);
  if (texts.charCodeAt(at - 3) !== texts.charCodeAt(at - 2)) put(ZERO + (code & mask));
}

/**
 * Among the texts from `begin` up to `end`: where the code's own begins, behind its length; -1 if
 * there is none.
 */
export function findText(texts: string, begin: number, end: number, code: number): number {
  for (let at = begin; at < end; at += 2 + texts.charCodeAt(at + 1)) {
    if (texts.charCodeAt(at) === code) return at + 2;
  }
  return -1;
}

/** Prints the text that begins there. */
export function printCounted(texts: string, at: number): void {
  const end = at + texts.charCodeAt(at - 1);
  for (let i = at; i < end; i++) put(texts.charCodeAt(i));
}
