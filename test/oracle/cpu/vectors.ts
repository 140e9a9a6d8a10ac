// The vectors: for each row of the decoder's table that our machine has, words and the states to try them in. All is
// drawn from generators seeded by the row's name, so only answers need recording.
//
// 1. A word that is CONSTRAINED UNPREDICTABLE is not tried.
// 2. LEFT_OUT says which rows are not, and why; errata.ts, which words.

import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import { Random } from "../words";
import { encodingsOf } from "./encodings";
import { exclusiveSequences } from "./exclusives";
import { FLOATS, INTEGERS, quad } from "./lanes";
import { literalSequences } from "./literals";
import { isFloating } from "./operands";
import { CODE, HARNESS, WINDOW_SIZE } from "./place";
import type { Request } from "./qemu";
import { anyState, stateFor } from "./states";
import { cacheOperations, systemRegisterMoves } from "./system";
import { pick } from "./values";

/** Rows whose meaning QEMU's user mode does not show. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "SVC":             "a system call of the emulated Linux",
  "HVC":             "Undefined at EL0",
  "SMC":             "Undefined at EL0",
  "HLT":             "a debugger's: Undefined without one",
  "ERET":            "Undefined at EL0",
  "DRPS":            "Undefined outside Debug state",
  "DCPS1":           "a debugger's",
  "DCPS2":           "a debugger's",
  "DCPS3":           "a debugger's",
  "MSR (immediate)": "PSTATE of EL1",
  "SYSL":            "nothing is allocated",
};

/** Vectors for a row, about. */
const VECTORS = 600;
const FLOATING_VECTORS = 1000;
const WORDS = 160;
const FLOATING_WORDS = 100;
/** Vectors for a row without operands. */
const FEW = 32;
const RESERVED_WORDS = 8;

/** What every request finds in memory. */
export function window(): Uint8Array {
  const random = new Random(seedOf("the window"));
  const dwords = new BigUint64Array(WINDOW_SIZE / 8);
  const kinds = [...INTEGERS, ...FLOATS, { kind: "random" } as const];
  for (let i = 0; i < dwords.length; i += 2) dwords.set(quad(random, pick(random, kinds)), i);
  return new Uint8Array(dwords.buffer);
}

/**
 * The vectors of `row`: the same in every run; those of slice 0 are recorded, others are for asking QEMU. Empty if the
 * machine has no word of the row, or it is left out.
 */
export function vectorsOf(row: Row, slice = 0): readonly Request[] {
  if (row.name in LEFT_OUT) return [];
  const random = new Random(seedOf(row.name) + slice);
  const data = new DataView(window().buffer);
  if (row.class === "System register move") return systemRegisterMoves(row, random);
  if (row.name === "SYS") return cacheOperations(random);

  const floating = isFloating(row);
  const { words: all, reserved } = encodingsOf(row, floating ? FLOATING_WORDS : WORDS, random);
  const words = all.filter((word) => !leavesTheCode(row, word) && !leavesTheWindow(row, word));
  const background = anyState(random);
  if (row.class === "Load register (literal)") return literalSequences(row, words, background, random);
  if (row.class.startsWith("Load/store exclusive")) return exclusiveSequences(row, words, background, data, random);

  const hasOperands = row.fields.some(({ name }) => /^R[a-z]|^cond$/.test(name));
  const wanted = !hasOperands ? FEW : floating ? FLOATING_VECTORS : VECTORS;
  const states = Math.max(1, Math.round(wanted / words.length));
  const few = reserved.slice(0, RESERVED_WORDS);
  const trial = (word: number): Request => ({ words: [word], state: stateFor(row, word, background, data, random) });
  return [...words.flatMap((word) => Array.from({ length: states }, () => trial(word))), ...few.map(trial)];
}

/** Whether `word` branches to itself, for ever, or into the harness. */
function leavesTheCode(row: Row, word: number): boolean {
  const offset = { "B": 26, "BL": 26, "B.cond": 19, "CBZ": 19, "CBNZ": 19, "TBZ": 14, "TBNZ": 14 }[row.name];
  if (offset === undefined) return false;
  const shift = row.name.startsWith("B") && offset === 26 ? 0 : 5;
  const to = (word << (32 - shift - offset)) >> (32 - offset);
  return to === 0 || CODE + 4 * to >= HARNESS;
}

/** Whether its address is a multiple of its base, for which there is no telling where it is. */
function leavesTheWindow(row: Row, word: number): boolean {
  const { Rn, Rm } = operandsOf(row, word);
  return row.class === "Load/store register (register offset)" && Rn === Rm && Rn !== 31;
}

/** FNV-1a. */
export function seedOf(name: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}
