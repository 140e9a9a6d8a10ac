// A function's frame, from SP upwards; FP points to its begin, where the caller's FP is, so that
// the frames are a chain.
//
//   [sp, #0]     FP and LR of the caller
//   [sp, #16]    X19 and so on, as many as the function uses
//                the variables that handlers may need
//                what found no register
//
// 1. A function that calls has a frame; so has one that wants room in it. Others leave SP alone.
// 2. A function with a handler saves all of X19 to X27: who throws to it restores nothing.

import { CALLEE_SAVED } from "./allocate";
import { bug } from "../../base/bug";
import { type Fields, type RowName, signedField } from "./encode";
import { FP, type FrameSlot, LR, type Register, row, SP } from "./machine";
import type { Allocation } from "./registers";
import { definitionsOf } from "./registers-of";

const SAVED_AT = 16;

/** What STP and LDP reach with an offset, which counts words in seven bits, signed. */
const PAIR_REACH = 504;

/** What may be taken off SP before anybody looks whether it was there: half of the reserve. */
const SMALL = 2048;

interface Instruction {
  readonly row: RowName;
  readonly fields: Fields;
}

export class Frame {
  /** 0: none. */
  readonly bytes: number;
  readonly saved: readonly Register[];
  readonly #variables: number;

  constructor(allocation: Allocation) {
    const { machine, spills } = allocation;
    const all = machine.blocks.flatMap(({ instructions }) => instructions);
    const calls = all.some(({ op }) => op === "call");
    const catches = all.some(({ op }) => op === "catch");
    const used = new Set(usedBy(allocation));
    this.saved = CALLEE_SAVED.filter((register) => catches || used.has(register));
    this.#variables = machine.slots;
    const words = this.saved.length + machine.slots + spills;
    const isNeeded = calls || words > 0 || machine.readsFramePointer;
    this.bytes = isNeeded ? Math.ceil((SAVED_AT + 8 * words) / 16) * 16 : 0;
  }

  offsetOfSaved(register: Register): number {
    return SAVED_AT + 8 * this.saved.indexOf(register);
  }

  offsetOf({ kind, index }: FrameSlot): number {
    const behind = kind === "variable" ? 0 : this.#variables;
    return SAVED_AT + 8 * (this.saved.length + behind + index);
  }

  /** It may reach below all that the stack has in reserve. */
  get isLarge(): boolean {
    return this.bytes > SMALL;
  }

  /** Where SP will be, in `to`. */
  lowered(to: Register): Instruction[] {
    return moved("SUB (immediate)", this.bytes, to);
  }

  prologue(): Instruction[] {
    if (this.bytes === 0) return [];
    const pair = { x: 1, Rt: FP, Rt2: LR, Rn: SP };
    const open = this.bytes <= PAIR_REACH
      ? [row("STP (pre-index)", { ...pair, imm7: signedField(-this.bytes / 8, 7) })]
      : [
        ...this.lowered(SP),
        row("STP (signed offset)", { ...pair, imm7: 0 }),
      ];
    const setFp = row("ADD (immediate)", { sf: 1, sh: 0, imm12: 0, Rn: SP, Rd: FP });
    return [...open, setFp, ...this.#savedRegisters("STP", "STR")];
  }

  epilogue(): Instruction[] {
    if (this.bytes === 0) return [];
    const pair = { x: 1, Rt: FP, Rt2: LR, Rn: SP };
    const close = this.bytes <= PAIR_REACH
      ? [row("LDP (post-index)", { ...pair, imm7: this.bytes / 8 })]
      : [
        row("LDP (signed offset)", { ...pair, imm7: 0 }),
        ...moved("ADD (immediate)", this.bytes, SP),
      ];
    return [...this.#savedRegisters("LDP", "LDR"), ...close];
  }

  /** In pairs, and the odd one by itself. */
  #savedRegisters(pair: "STP" | "LDP", single: "STR" | "LDR"): Instruction[] {
    return this.saved.flatMap((Rt, i): Instruction[] => {
      const words = this.offsetOfSaved(Rt) / 8;
      const Rt2 = this.saved[i + 1];
      if (i % 2 === 1) return [];
      return Rt2 === undefined
        ? [row(`${single} (immediate, unsigned offset)`, { x: 1, imm12: words, Rn: SP, Rt })]
        : [row(`${pair} (signed offset)`, { x: 1, imm7: words, Rt2, Rn: SP, Rt })];
    });
  }
}

/** SP and `bytes` in Rd, in as many additions of twelve bits as it takes. */
function moved(
  name: "SUB (immediate)" | "ADD (immediate)", bytes: number, Rd: Register,
): Instruction[] {
  if (bytes >= 2 ** 24) bug(`a frame of ${bytes} bytes`);
  const parts = [{ sh: 1, imm12: bytes >> 12 }, { sh: 0, imm12: bytes & 0xfff }];
  return parts.filter(({ imm12 }) => imm12 > 0)
    .map((part, i) => row(name, { sf: 1, ...part, Rn: i === 0 ? SP : Rd, Rd }));
}

/** The machine registers in which something is written. */
function* usedBy({ machine, locationOf }: Allocation): Iterable<Register> {
  for (const { instructions, parameters } of machine.blocks) {
    for (const register of [...parameters, ...instructions.flatMap(definitionsOf)]) {
      const location = locationOf(register);
      if (typeof location === "number") yield location;
    }
  }
}
