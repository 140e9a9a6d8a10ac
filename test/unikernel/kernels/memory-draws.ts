// What is done to the tables, drawn at random: ranges of all sizes, beside and over what is there,
// at both ends of both halves; and, now and then, what must be refused.

import { plus } from "../../../src/unikernel/metal/word";
import { type MemoryModel, Piece } from "./memory-model";

const KIB4 = 0x1000;
const MIB2 = 0x20_0000;
const GIB = 0x4000_0000;
/** In each half, from its first free address on, and up to its last. */
const ARENAS = [0n, 0x7f_8000_0000n, 0xffff_ffc0_0000_0000n, 0xffff_ffff_8000_0000n] as const;
const ARENA = 2 * GIB;

/** Sums of PAGE's; two are writable and executable. */
const FLAGS = [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 33, 35, 37, 43, 45] as const;
const NO_FLAGS = [0, 2, 4, 64, 21, 49, 1024] as const;
const NO_BYTES = [0, 1, 4095, 0x80_0000_1000, 0x1f_ffff_ffff_f000] as const;
const NO_ADDRESSES = [
  0n, 0x80_0000_0000n, 0x0001_0000_0000_0000n, 0xffff_ff7f_ffff_f000n, 0x7f_ffff_f800n,
] as const;
const NO_MEMORY = [0x1_0000_0000_0000, 0x1_2345_6000_0000, 0x4000_0800, 1] as const;

export class Draws {
  #state: number;
  readonly #model: MemoryModel;
  readonly #pool: number;

  constructor(seed: number, model: MemoryModel, pool: number) {
    this.#state = seed;
    this.#model = model;
    this.#pool = pool;
  }

  /** xorshift, 32 bits (Marsaglia): a number below. */
  number(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }

  isOneIn(many: number): boolean {
    return this.number(many) === 0;
  }

  piece(): Piece {
    return this.#model.pieces[this.number(this.#model.pieces.length)]!;
  }

  flags(): number {
    return FLAGS[this.number(FLAGS.length)]!;
  }

  /** What to map, and where: its flags too. */
  mapping(): Piece {
    const kind = this.number(16);
    const unit = kind < 9 ? KIB4 : kind < 13 ? MIB2 : GIB;
    const isRound = !this.isOneIn(8);
    let virtual = this.#address();
    if (isRound) virtual = virtual & BigInt.asUintN(64, ~BigInt(unit - 1));
    const last = plus(virtual, BigInt(this.#bytes(unit, isRound) - 1));
    return new Piece(virtual, last, this.#memoryFor(virtual, unit), this.flags());
  }

  /** A part of a piece, or all, or more than that. Its flags are new. */
  change(): Piece {
    const { first, last, physical, bytes } = this.piece();
    if (this.isOneIn(3)) return new Piece(first, last, physical, this.flags());
    const away = this.isOneIn(3) ? 0 : this.number(Math.trunc(bytes / KIB4)) * KIB4;
    const begin = plus(first, BigInt(away));
    let pages = 1 + this.number(8);
    if (this.isOneIn(5)) pages += 512 * (1 + this.number(3));
    return new Piece(begin, plus(begin, BigInt(pages * KIB4 - 1)), physical, this.flags());
  }

  /** An address in the piece, at a word: mostly one where the pool is. */
  addressIn(piece: Piece): bigint {
    const inPool = this.#pool + this.number(MIB2 / 8 | 0) * 8;
    const offset = inPool - piece.physical;
    if (offset >= 0 && offset < piece.bytes) return plus(piece.first, BigInt(offset));
    return plus(piece.first, BigInt(this.number(Math.trunc(piece.bytes / 8)) * 8));
  }

  noFlags(): number {
    return NO_FLAGS[this.number(NO_FLAGS.length)]!;
  }

  noBytes(): number {
    return this.isOneIn(5) ? -KIB4 : NO_BYTES[this.number(NO_BYTES.length)]!;
  }

  noAddress(): bigint {
    return NO_ADDRESSES[this.number(NO_ADDRESSES.length)]!;
  }

  noMemory(): number {
    return this.isOneIn(5) ? -KIB4 : NO_MEMORY[this.number(NO_MEMORY.length)]!;
  }

  /** Of a page: anywhere, or at an end of what is there. */
  #address(): bigint {
    if (this.#model.pieces.length > 0 && this.isOneIn(2)) {
      const { first, last } = this.piece();
      const away = this.number(3) * (this.isOneIn(4) ? MIB2 : KIB4);
      if (this.isOneIn(2)) return plus(plus(last, 1n), BigInt(away));
      return BigInt.asUintN(64, first - BigInt(away));
    }
    const arena = ARENAS[this.number(ARENAS.length)]!;
    return plus(arena, BigInt(this.number(Math.trunc(ARENA / KIB4)) * KIB4));
  }

  #bytes(unit: number, isRound: boolean): number {
    if (unit === KIB4) return (1 + this.number(this.isOneIn(8) ? 100 : 4)) * KIB4;
    const whole = unit === GIB ? GIB : (1 + this.number(3)) * MIB2;
    return isRound ? whole : whole + this.number(4) * KIB4;
  }

  /** Half of all is where the pool is; mostly the two addresses are alike within the unit. */
  #memoryFor(virtual: bigint, unit: number): number {
    const isPool = this.isOneIn(2);
    let physical = this.number(8) * GIB + this.number(512) * MIB2 + this.number(512) * KIB4;
    if (isPool) physical = this.#pool + this.number(512) * KIB4;
    if (this.isOneIn(8)) return physical;
    return physical - physical % unit + Number(virtual & BigInt(unit - 1));
  }
}
