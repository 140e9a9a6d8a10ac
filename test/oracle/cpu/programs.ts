// Random programs: a thousand instructions of every group, with branches, calls and loops, that end where they should.
//
//   block   units, one behind the other; a forward branch goes over some of them, to one or to the block's end
//   call    bl (or adr and blr) to a block that leaves the link register alone and ends with ret; a branch goes over it
//   loop    a counter that the block leaves alone, sub and cbnz
//
// 1. A program is the same for the same number.
// 2. It takes no signal, and at most DEPTH nested loops of MOST_TURNS turns.

import { Random } from "../words";
import type { Request } from "./qemu";
import { FPCR, FPSR, NZCV } from "./state";
import { anyState, FPCR_BITS } from "./states";
import { freeRegister, movz, Units } from "./units";
import { below, integer, oneIn, pick, random64 } from "./values";

export const PROGRAM_WORDS = 1000;
const DEPTH = 3;
const MOST_TURNS = 5;

let units: Units | undefined;

/** Program `number`, with the state it begins in. */
export function programOf(number: number): Request {
  units ??= new Units();
  const random = new Random(number);
  const words: number[] = [];
  new Writer(words, units, random).block(PROGRAM_WORDS, [], 0);
  const state = anyState(random);
  for (let n = 0; n < 31; n++) if (oneIn(random, 2)) state.set(n, integer(random, 64));
  state.set(NZCV, BigInt(below(random, 16)) << 28n);
  state.set(FPCR, oneIn(random, 2) ? random64(random) & FPCR_BITS : 0n);
  state.set(FPSR, 0n);
  return { words: words.map((word) => word >>> 0), state };
}

/** Programs that are recorded: the first ones. */
export const RECORDED_PROGRAMS = 200;

export const recordedPrograms = (): Request[] => Array.from({ length: RECORDED_PROGRAMS }, (_, number) => programOf(number));

class Writer {
  readonly #words: number[];
  readonly #units: Units;
  readonly #random: Random;

  constructor(words: number[], units: Units, random: Random) {
    this.#words = words;
    this.#units = units;
    this.#random = random;
  }

  /** Writes until `end` words are there. */
  block(end: number, kept: readonly number[], depth: number): void {
    const random = this.#random;
    /** Branches that do not know yet how far they go: where, and over how many units more. */
    let open: { readonly at: number; left: number; readonly branch: (offset: number) => number }[] = [];
    const settle = (all: boolean): void => {
      for (const branch of open) branch.left--;
      const due = open.filter(({ left }) => all || left <= 0);
      for (const { at, branch } of due) this.#words[at] = branch(this.#words.length - at);
      open = open.filter((branch) => !due.includes(branch));
    };
    while (this.#words.length < end) {
      const left = end - this.#words.length;
      if (oneIn(random, 14)) {
        open.push({ at: this.#words.length, left: 2 + below(random, 8), branch: this.#branch(kept) });
        this.#words.push(0);
      } else if (left > 30 && depth < DEPTH && oneIn(random, 40)) {
        if (oneIn(random, 2)) this.#loop(10 + below(random, Math.min(left - 20, 60)), kept, depth);
        else this.#call(10 + below(random, Math.min(left - 20, 60)), kept, depth);
      } else if (left > 10 && oneIn(random, 60)) {
        this.#literal(kept);
      } else {
        const unit = this.#units.draw(random, kept);
        if (unit.length <= left) this.#words.push(...unit);
        else this.#filler(kept);
      }
      settle(false);
    }
    settle(true);
  }

  /** A branch of whatever kind, by its offset in words. */
  #branch(kept: readonly number[]): (offset: number) => number {
    const random = this.#random;
    const Rt = freeRegister(random, kept);
    const op = below(random, 2) << 24;
    switch (below(random, 4)) {
      case 0: return (offset) => 0x1400_0000 | offset;
      case 1: {
        const sf = below(random, 2) << 31;
        return (offset) => (0x3400_0000 | sf | op | (offset << 5) | Rt) >>> 0;
      }
      case 2: {
        const [b5, b40] = [below(random, 2) << 31, below(random, 32) << 19];
        return (offset) => (0x3600_0000 | b5 | op | b40 | (offset << 5) | Rt) >>> 0;
      }
      default: {
        const cond = below(random, 16);
        return (offset) => (0x5400_0000 | (offset << 5) | cond) >>> 0;
      }
    }
  }

  #loop(length: number, kept: readonly number[], depth: number): void {
    const counter = freeRegister(this.#random, kept);
    this.#words.push(movz(counter, 1 + below(this.#random, MOST_TURNS), 0));
    const start = this.#words.length;
    this.block(start + length, [...kept, counter], depth + 1);
    this.#words.push((0xd100_0400 | (counter << 5) | counter) >>> 0); // sub x, x, #1
    const back = (start - this.#words.length) & 0x7_ffff;
    this.#words.push((0xb500_0000 | (back << 5) | counter) >>> 0); // cbnz x, start
  }

  #call(length: number, kept: readonly number[], depth: number): void {
    const random = this.#random;
    const link = kept.includes(30) || oneIn(random, 3) ? freeRegister(random, kept) : 30;
    // bl .+8, or adr target, .+12 and blr target, or adr link, .+12 and br: then b over, then the subroutine.
    if (link === 30 && oneIn(random, 2)) {
      this.#words.push(0x9400_0002);
    } else if (link === 30) {
      const target = freeRegister(random, [...kept, 30]);
      this.#words.push((0x1000_0060 | target) >>> 0, (0xd63f_0000 | (target << 5)) >>> 0);
    } else {
      const target = freeRegister(random, [...kept, link]);
      this.#words.push(
        (0x1000_0060 | link) >>> 0, (0x1000_0060 | target) >>> 0, (0xd61f_0000 | (target << 5)) >>> 0);
    }
    const over = this.#words.length;
    this.#words.push(0);
    this.block(over + 1 + length, [...kept, link], depth + 1);
    this.#words.push((0xd65f_0000 | (link << 5)) >>> 0); // ret link
    this.#words[over] = 0x1400_0000 | (this.#words.length - over);
  }

  /** A load of what the program itself says, from words that are written already. */
  #literal(kept: readonly number[]): void {
    const here = this.#words.length;
    if (here < 8) return this.#filler(kept);
    const back = -(5 + below(this.#random, here - 5)) & 0x7_ffff;
    const Rt = freeRegister(this.#random, kept);
    const opcode = pick(this.#random, [0x1800_0000, 0x5800_0000, 0x9800_0000, 0x1c00_0000, 0x5c00_0000, 0x9c00_0000]);
    this.#words.push((opcode | (back << 5) | Rt) >>> 0);
  }

  /** One instruction that fits anywhere. */
  #filler(kept: readonly number[]): void {
    this.#words.push(movz(freeRegister(this.#random, kept), below(this.#random, 0x1_0000), below(this.#random, 4)));
  }
}
