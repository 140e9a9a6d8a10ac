/** The fields of a system register as a value has them. In ESR_EL1 and PAR_EL1, which fields there are depends on the value. */
import { exceptionClass, EXCEPTION_CLASSES } from "../../../formats/syndromes/exception-classes";
import { FAULT_STATUSES, faultStatusText } from "../../../formats/syndromes/fault-status";
import { type ExplainedField, explainSyndrome } from "../../../formats/syndromes/syndrome";
import { memoryTypeName } from "../../../machine/mmu/memory-type";
import { type Field, fieldOf, maskOf } from "../../../machine/sysregs/field";
import type { SystemRegister } from "../../../machine/sysregs/registers";
import type { WordField } from "../word/word-layout";

/** A value that a field can have; it says nothing where it is just a number. */
export interface Choice {
  readonly value: bigint;
  readonly says: string;
}

export interface FieldFact {
  /** How the boxes draw it. Its name is one of a kind: "RES0" stands with its lowest bit. */
  readonly field: WordField;
  /** The manual's: "TG0", "RES0". */
  readonly name: string;
  readonly high: number;
  readonly low: number;
  readonly purpose: string;
  readonly value: bigint;
  /** In binary or, if it is long, in hexadecimal. */
  readonly digits: string;
  /** What the value means; "": it is a number. */
  readonly says: string;
  readonly choices: readonly Choice[];
  readonly isReserved: boolean;
  /** Writing does not change it: the machine does. */
  readonly isKept: boolean;
}

/** A field before it is known what it holds. */
interface Place {
  readonly name: string;
  readonly high: number;
  readonly low: number;
  readonly purpose: string;
  readonly choices: readonly Choice[];
  readonly says?: (value: bigint) => string;
}

/** From the highest bit down, without a gap: bits that no field names are RES0. */
export function registerFacts(register: SystemRegister, value: bigint): readonly FieldFact[] {
  return filled(placesOf(register, value)).map((place) => factOf(register, place, value));
}

/** "15:8", "21" */
export const bitsText = ({ high, low }: { readonly high: number; readonly low: number }): string => (high === low ? `${high}` : `${high}:${low}`);

export function digitsOf(value: bigint, bits: number): string {
  return bits > 8 ? `0x${value.toString(16)}` : value.toString(2).padStart(bits, "0");
}

const isReservedName = (name: string): boolean => name === "RES0" || name === "RES1";

function factOf({ masks, subject }: SystemRegister, { name, high, low, purpose, choices, says }: Place, of: bigint): FieldFact {
  const width = high - low + 1;
  const value = fieldOf(of, high, low);
  const isReserved = isReservedName(name);
  const digits = digitsOf(value, width);
  const role = isReserved ? "fixed" : choices.length > 0 ? "opcode" : "immediate";
  return {
    field: { name: isReserved ? `${name} ${low}` : name, label: labelOf(name, width), shift: low, width, role, note: isReserved ? "" : digits },
    name, high, low, purpose, value, digits, isReserved,
    says: isReserved ? "" : says?.(value) ?? choiceText(choices, value, subject),
    choices: choices.length === 0 && width === 1 && !isReserved ? bit : choices,
    isKept: (masks.kept & maskOf(high, low)) !== 0n,
  };
}

const bit: readonly Choice[] = [{ value: 0n, says: "" }, { value: 1n, says: "" }];

/** As much of a name as its boxes have room for: four letters each. */
const labelOf = (name: string, width: number): string => (name.length > 4 * width ? `${name.slice(0, 4 * width - 1)}\u2026` : name);

/** In an ID register, 0 is a feature that is not there (Arm ARM, "Principles of the ID scheme"). */
function choiceText(choices: readonly Choice[], value: bigint, subject: string): string {
  if (choices.length === 0) return "";
  return choices.find((choice) => choice.value === value)?.says ?? (subject === "Identification" && value === 0n ? "not here" : "reserved");
}

function filled(places: readonly Place[]): readonly Place[] {
  const all: Place[] = [];
  let above = 64;
  for (const place of places) {
    if (place.high < above - 1) all.push(res0(above - 1, place.high + 1));
    all.push(place);
    above = place.low;
  }
  return above > 0 ? [...all, res0(above - 1, 0)] : all;
}

const res0 = (high: number, low: number): Place => ({ name: "RES0", high, low, purpose: "Always 0", choices: [] });

function placesOf(register: SystemRegister, value: bigint): readonly Place[] {
  const { name, fields } = register;
  if (name === "ESR_EL1") return explainSyndrome(value).map(syndromePlace(value));
  const places = fields.map((field) => placeOf(name, field));
  return name === "PAR_EL1" ? parPlaces(places, (value & 1n) === 1n) : places;
}

function placeOf(register: string, { name, high, low, meaning, values }: Field): Place {
  const choices = Object.entries(values).map(([numeral, says]): Choice => ({ value: BigInt(numeral), says }));
  const says = sayings[`${register}.${name.replace(/\d$/, "")}`] ?? sayings[`${register}.${name}`];
  return { name, high, low, purpose: meaning, choices, ...(says !== undefined && { says: (value) => says(value, choices) }) };
}

type Saying = (value: bigint, choices: readonly Choice[]) => string;

const regionText: Saying = (size) => (size >= 16n && size <= 39n ? `${64n - size} bits of address` : "out of range: 16 to 39");
const memoryText: Saying = (attributes) => memoryTypeName(Number(attributes));

/** What tables of other chapters, or a little arithmetic, have to say of a number. */
const sayings: Readonly<Record<string, Saying>> = {
  "TCR_EL1.T0SZ": regionText,
  "TCR_EL1.T1SZ": regionText,
  "MAIR_EL1.Attr": memoryText,
  "PAR_EL1.ATTR": memoryText,
  "PAR_EL1.FST": (status) => faultStatusText(Number(status)),
  "SPSR_EL1.M[3:0]": (mode, choices) => choices.find(({ value }) => value === mode)?.says ?? "no state to return to: ERET sets PSTATE.IL",
};

const faultChoices: readonly Choice[] = FAULT_STATUSES.map(([code, , , says]) => ({ value: BigInt(code), says }));

/** PAR_EL1 has two forms; the row names the fields of the first and of the second together. */
function parPlaces(places: readonly Place[], isFault: boolean): readonly Place[] {
  const plain = places.map((place): Place => ({ ...place, purpose: place.purpose.replace(/^If F is [01]: /, "").replace(/; if 1,.*$/, "").replace(/^./, (letter) => letter.toUpperCase()) }));
  if (!isFault) return plain.filter(({ name }) => name !== "FST");
  return plain.filter(({ name }) => name !== "ATTR" && name !== "PA").map((place) => {
    switch (place.name) {
      case "NS": return { ...place, name: "S", purpose: "Whose fault it is", choices: [{ value: 0n, says: "stage 1's" }, { value: 1n, says: "stage 2's" }] };
      case "SH": return { ...place, name: "PTW", high: 8, low: 8, purpose: "Whether stage 2 failed for a table of stage 1", choices: [{ value: 0n, says: "no" }, { value: 1n, says: "yes" }] };
      case "FST": return { ...place, choices: faultChoices };
      default: return place;
    }
  });
}

const syndromePlace = (esr: bigint) => ({ high, low, name, purpose, meaning }: ExplainedField): Place =>
  ({ name, high, low, purpose, choices: syndromeChoices(esr, name), says: () => meaning });

function syndromeChoices(esr: bigint, name: string): readonly Choice[] {
  if (name === "EC") return EXCEPTION_CLASSES.map(([code, says]) => ({ value: BigInt(code), says }));
  if (name === "DFSC" || name === "IFSC") return faultChoices;
  if (name === "IL") return [{ value: 0n, says: "16 bits" }, { value: 1n, says: "32 bits" }];
  const [, , fields] = exceptionClass(Number(fieldOf(esr, 31, 26)));
  const [, , , , values] = fields.find(([, , of]) => of === name) ?? [0, 0, "", "", []];
  return values.map(([value, says]) => ({ value: BigInt(value), says }));
}
