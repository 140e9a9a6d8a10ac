/** Who may read and write a register, how the instructions are spelled and encoded, and what a write leaves in it. */
import { assembleLine } from "../../../machine/decoder/assembler";
import type { Level } from "../../../machine/sysregs/pstate";
import type { Gate, Permission } from "../../../machine/sysregs/register";
import type { SystemRegister } from "../../../machine/sysregs/registers";
import { written } from "../../../machine/sysregs/field";
import { genericName } from "./register-search";

export interface AccessLine {
  readonly instruction: "MRS" | "MSR";
  readonly level: Level;
  /** "gated": if one of the gates is open; if none is, EL1 is told. */
  readonly may: "always" | "never" | "gated";
  readonly gates: readonly Gate[];
}

/** Four lines: reading and writing, at EL1 and at EL0. */
export function accessLines({ access, el0 }: Pick<SystemRegister, "access" | "el0">): readonly AccessLine[] {
  return (["MRS", "MSR"] as const).flatMap((instruction) => {
    const isRefused = access === (instruction === "MRS" ? "WO" : "RO");
    return ([1, 0] as const).map((level): AccessLine => {
      const permission: Permission = isRefused ? "never" : level === 1 ? "always" : el0[instruction === "MRS" ? "read" : "write"];
      return typeof permission === "string" ? { instruction, level, may: permission, gates: [] } : { instruction, level, may: "gated", gates: permission };
    });
  });
}

export interface Spelling {
  /** "mrs x0, SCTLR_EL1" */
  readonly text: string;
  readonly word: number;
}

export function spellings({ name, access }: SystemRegister): readonly Spelling[] {
  const texts = [...(access === "WO" ? [] : [`mrs x0, ${name}`]), ...(access === "RO" ? [] : [`msr ${name}, x0`])];
  return texts.map((text) => ({ text, word: assembleLine(text) }));
}

export const genericNameOf = ({ encoding }: SystemRegister): string => genericName(encoding);

export interface Written {
  /** What MRS finds behind it, if the register is only storage. */
  readonly value: bigint;
  /** What came out differently, a sentence each. */
  readonly differences: readonly string[];
  /** What else there is to know. */
  readonly says: readonly string[];
}

/** What `value` leaves in a register that holds `old`; undefined: it cannot be written. */
export function writeOf({ access, masks, read, write }: SystemRegister, old: bigint, value: bigint): Written | undefined {
  if (access === "RO") return undefined;
  const left = written(old, value, masks);
  const differences = [
    ...((value & ~(masks.writable | masks.kept | masks.ones)) === 0n ? [] : ["Bits that are RES0 stay 0."]),
    ...((~value & masks.ones) === 0n ? [] : ["Bits that are RES1 stay 1."]),
    ...(((value ^ old) & masks.kept) === 0n ? [] : ["Fields that the machine alone changes stay as they are."]),
  ];
  if (write !== undefined) return { value: left, differences, says: ["The machine does something with it, beside or instead of storing it."] };
  return { value: left, differences, says: read === undefined ? [] : ["What is read is worked out by the machine."] };
}
