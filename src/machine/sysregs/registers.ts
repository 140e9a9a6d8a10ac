// All system registers of this machine, and where each is found: by its number, which is what an
// instruction has, and by its name.
//
// 1. A register that the tables do not name is Undefined.
// 2. The slot of a register, and so the machine's memory, depends on the tables' order only.

import { bug } from "../../base/bug";
import { keyOf } from "../cpu/system";
import type { SystemEncoding } from "../cpu/operations";
import {
  type Access, SYSTEM_REGISTERS, type SystemRegisterName,
} from "../decoder/tables/system-registers";
import { type Field, type Masks, masksOf, parseField } from "./field";
import type { RegisterRow, RegisterTable } from "./register";
import { CONTROL_REGISTERS } from "./registers/control";
import { DEBUG_REGISTERS } from "./registers/debug";
import { EXCEPTION_REGISTERS } from "./registers/exception";
import { IDENTIFICATION_REGISTERS } from "./registers/identification";
import { INTERRUPT_CONTROLLER_REGISTERS } from "./registers/interrupt-controller";
import { PERFORMANCE_REGISTERS } from "./registers/performance";
import { PROCESS_STATE_REGISTERS } from "./registers/process-state";
import { THREAD_REGISTERS } from "./registers/thread";
import { TIMER_REGISTERS } from "./registers/timer";
import { TRANSLATION_REGISTERS } from "./registers/translation";

/** In the order of the text. */
export const REGISTER_TABLES: Readonly<Record<string, RegisterTable>> = {
  "Process state": PROCESS_STATE_REGISTERS,
  "Identification": IDENTIFICATION_REGISTERS,
  "Control": CONTROL_REGISTERS,
  "Threads": THREAD_REGISTERS,
  "Exceptions": EXCEPTION_REGISTERS,
  "Translation": TRANSLATION_REGISTERS,
  "Timers": TIMER_REGISTERS,
  "Performance": PERFORMANCE_REGISTERS,
  "Debug": DEBUG_REGISTERS,
  "Interrupt controller": INTERRUPT_CONTROLLER_REGISTERS,
};

export interface SystemRegister extends Omit<RegisterRow, "fields" | "el0"> {
  readonly name: SystemRegisterName;
  /** The name of its table. */
  readonly subject: string;
  readonly encoding: SystemEncoding;
  readonly access: Access;
  readonly el0: NonNullable<RegisterRow["el0"]>;
  readonly fields: readonly Field[];
  readonly masks: Masks;
  /** Its element of the CPU's `system`. */
  readonly slot: number;
}

const NOT_FOR_EL0 = { read: "never", write: "never" } as const;

function parseRegisters(): SystemRegister[] {
  const numbers = new Map<string, (typeof SYSTEM_REGISTERS)[number]>(
    SYSTEM_REGISTERS.map((row) => [row[6], row]),
  );
  const rows = Object.entries(REGISTER_TABLES).flatMap(([subject, table]) =>
    Object.entries(table)
      .map(([name, row]) => [subject, name as SystemRegisterName, row] as const));
  return rows.map(([subject, name, row], slot) => {
    const [op0, op1, CRn, CRm, op2, access] = numbers.get(name) ?? bug(`${name} has no number`);
    const fields = row.fields.map(parseField);
    checkFields(name, fields);
    return {
      ...row, name, subject, encoding: { op0, op1, CRn, CRm, op2 }, access, fields, slot,
      el0: row.el0 ?? NOT_FOR_EL0,
      masks: masksOf(fields, row.readOnly ?? []),
    };
  });
}

/** Fields stand in descending order, and none on another. */
function checkFields(name: string, fields: readonly Field[]): void {
  fields.reduce((above, { name: field, high, low }) => {
    if (high >= above) bug(`${name}.${field} overlaps`);
    return low;
  }, 64);
}

export const REGISTERS: readonly SystemRegister[] = parseRegisters();

const byName: ReadonlyMap<string, SystemRegister> = new Map(REGISTERS.map((r) => [r.name, r]));

const byKey = (never: Access): ReadonlyMap<number, SystemRegister> => new Map(
  REGISTERS.filter(({ access }) => access !== never).map((r) => [keyOf(r.encoding), r]),
);
const byDirection = { read: byKey("WO"), write: byKey("RO") } as const;

export const registerNamed = (name: SystemRegisterName): SystemRegister =>
  byName.get(name) ?? bug(`this machine has no ${name}`);

/** Where registers are: for who needs them so often that looking for them counts. */
export const slotsOf = <Name extends SystemRegisterName>(
  ...names: readonly Name[]
): Readonly<Record<Name, number>> =>
  Object.fromEntries(names.map((name) => [name, registerNamed(name).slot])) as Record<Name, number>;

/** What an instruction with these five numbers reads or writes; undefined: nothing. */
export const registerAt = (
  encoding: SystemEncoding, direction: "read" | "write",
): SystemRegister | undefined => byDirection[direction].get(keyOf(encoding));

/** Numbers kept for ID registers to come read as zero (Arm ARM, "Reserved ID registers"). */
export const isReservedId = ({ op0, op1, CRn, CRm }: SystemEncoding): boolean =>
  op0 === 3 && op1 === 0 && CRn === 0 && CRm >= 1 && CRm <= 7;

const byField: ReadonlyMap<string, Field> = new Map(
  REGISTERS.flatMap((r) => r.fields.map((field) => [`${r.name}.${field.name}`, field] as const)),
);

/** A field's place, by the names of its register and its own. */
export const fieldNamed = (register: SystemRegisterName, field: string): Field =>
  byField.get(`${register}.${field}`) ?? bug(`this machine has no ${register}.${field}`);
