// ESR_EL1, the syndrome: why an exception was taken to EL1 (Arm ARM, "ESR_EL1"). The exception
// model encodes it; a kernel's handler, a crash screen and this course's pages explain it, from the
// same tables.
//
//    63          32 31    26 25  24                              0
//   +--------------+--------+----+---------------------------------+
//   |      0       |   EC   | IL |               ISS               |
//   +--------------+--------+----+---------------------------------+
//                    class    |    what the class has to say
//                             the instruction was 32 bits long, as all of A64 are

import { bug } from "../../base/bug";
import { exceptionClass } from "./exception-classes";
import { faultStatusText } from "./fault-status";
import type { FieldRow } from "./fields";

const IL = 1 << 25;

/** A field of a syndrome, by the manual's name, and its value. */
export type FieldValue = readonly [name: string, value: number];

/** The syndrome of an exception of class `ec`. Fields that are not named are 0. */
export function encodeSyndrome(ec: number, values: readonly FieldValue[]): bigint {
  const [, , fields] = exceptionClass(ec);
  let iss = 0;
  for (const [name, value] of values) iss |= placed(fields, name, value);
  return BigInt.asUintN(64, (BigInt(ec) << 26n) | BigInt(IL | iss));
}

/** `value` where the field is. */
function placed(fields: readonly FieldRow[], name: string, value: number): number {
  for (const [high, low, ofName] of fields) {
    if (ofName !== name) continue;
    if (value < 0 || value >= 1 << (high - low + 1)) bug(`${name} cannot be ${value}`);
    return value << low;
  }
  return bug(`no field of this exception class is called ${name}`);
}

/** A field, as it was found in a syndrome. */
export class ExplainedField {
  readonly high: number;
  readonly low: number;
  readonly name: string;
  readonly value: number;
  /** What the field is for. */
  readonly purpose: string;
  /** What its value means; empty, if it is just a number. */
  readonly meaning: string;

  constructor(field: FieldRow, value: number, meaning: string) {
    const [high, low, name, purpose] = field;
    this.high = high;
    this.low = low;
    this.name = name;
    this.value = value;
    this.purpose = purpose;
    this.meaning = meaning;
  }
}

const EC_FIELD: FieldRow = [31, 26, "EC", "Exception Class", []];
const IL_FIELD: FieldRow =
  [25, 25, "IL", "Instruction Length", [[0, "16 bits"], [1, "32 bits"]]];

/** All fields of a syndrome, from the highest down. */
export function explainSyndrome(esr: bigint): ExplainedField[] {
  const low = Number(BigInt.asUintN(64, esr & 0xffff_ffffn));
  const [, reason, fields] = exceptionClass(bitsOf(low, 31, 26));
  const explained = [new ExplainedField(EC_FIELD, bitsOf(low, 31, 26), reason)];
  for (const field of [IL_FIELD, ...fields]) {
    const value = bitsOf(low, field[0], field[1]);
    explained.push(new ExplainedField(field, value, meaningOf(field, value)));
  }
  return explained;
}

function meaningOf(field: FieldRow, value: number): string {
  const [, , name, , values] = field;
  if (name === "DFSC" || name === "IFSC") return faultStatusText(value);
  for (const [ofValue, meaning] of values) {
    if (ofValue === value) return meaning;
  }
  return values.length === 0 ? "" : "reserved";
}

const bitsOf = (word: number, high: number, low: number): number =>
  (word >>> low) & ((1 << (high - low + 1)) - 1);
