// What should be where, kept as anybody would who has never seen a table: a list of pieces, each
// mapped in one go, and cut where something is taken out of it or changed. Addresses are those that
// the Arm manual lets 39 bits of each half name; sizes of pages are not known here.

const PAGE = 4096n;
const MIB2 = 0x20_0000;
const GIB = 0x4000_0000;
const LAST_LOWER = 0x0000_007f_ffff_ffffn;
const FIRST_UPPER = 0xffff_ff80_0000_0000n;
/** A descriptor has 48 bits of address. */
const PHYSICAL_END = 0x1_0000_0000_0000;

/** Bits of flags. */
const READABLE = 1;
const WRITABLE = 2;
const EXECUTABLE = 4;
const DEVICE = 16;
const UNCACHED = 32;

/** From the first byte to the last: behind the upper half there is no address. */
export class Piece {
  readonly first: bigint;
  readonly last: bigint;
  readonly physical: number;
  readonly flags: number;

  constructor(first: bigint, last: bigint, physical: number, flags: number) {
    this.first = first;
    this.last = last;
    this.physical = physical;
    this.flags = flags;
  }

  get bytes(): number {
    return Number(BigInt.asUintN(64, this.last - this.first)) + 1;
  }

  /** Where one of its addresses is. */
  physicalOf(virtual: bigint): number {
    return this.physical + Number(BigInt.asUintN(64, virtual - this.first));
  }

  /** When it is mapped, the page there: the largest that lies in it, and is alike at both ends. */
  largestPageAt(virtual: bigint): number {
    if (this.#isPageAt(virtual, GIB)) return GIB;
    return this.#isPageAt(virtual, MIB2) ? MIB2 : 4096;
  }

  #isPageAt(virtual: bigint, unit: number): boolean {
    const first = virtual & BigInt.asUintN(64, ~BigInt(unit - 1));
    const last = BigInt.asUintN(64, first + BigInt(unit - 1));
    if (first < this.first || last > this.last) return false;
    return this.physicalOf(first) % unit === 0;
  }

  /** What of it is between the two addresses, with these flags. */
  part(first: bigint, last: bigint, flags: number): Piece {
    const from = first > this.first ? first : this.first;
    return new Piece(from, last < this.last ? last : this.last, this.physicalOf(from), flags);
  }
}

export class MemoryModel {
  pieces: Piece[] = [];

  at(virtual: bigint): Piece | null {
    for (const piece of this.pieces) {
      if (piece.first <= virtual && virtual <= piece.last) return piece;
    }
    return null;
  }

  /** What map() should answer if there are pages enough. */
  mapAnswer(virtual: bigint, physical: number, bytes: number, flags: number): string {
    if (!isRange(virtual, bytes) || !isMemory(physical, bytes)) return "no such range";
    const flaw = flawOf(flags);
    if (flaw !== "") return flaw;
    return this.#mapped(virtual, bytes) > 0 ? "already mapped" : "done";
  }

  unmapAnswer(virtual: bigint, bytes: number): string {
    if (!isRange(virtual, bytes)) return "no such range";
    return this.#mapped(virtual, bytes) < bytes ? "not mapped" : "done";
  }

  protectAnswer(virtual: bigint, bytes: number, flags: number): string {
    if (!isRange(virtual, bytes)) return "no such range";
    const flaw = flawOf(flags);
    return flaw === "" ? this.unmapAnswer(virtual, bytes) : flaw;
  }

  add(virtual: bigint, physical: number, bytes: number, flags: number): void {
    this.pieces.push(new Piece(virtual, lastOf(virtual, bytes), physical, flags));
  }

  /** What is in the range goes, or, if there are flags, stays with those. */
  cut(virtual: bigint, bytes: number, flags: number): void {
    const last = lastOf(virtual, bytes);
    const kept: Piece[] = [];
    for (const piece of this.pieces) {
      if (piece.last < virtual || piece.first > last) {
        kept.push(piece);
        continue;
      }
      if (piece.first < virtual) {
        kept.push(piece.part(piece.first, lastOf(virtual, 0), piece.flags));
      }
      if (flags !== 0) kept.push(piece.part(virtual, last, flags));
      if (piece.last > last) {
        kept.push(piece.part(BigInt.asUintN(64, last + 1n), piece.last, piece.flags));
      }
    }
    this.pieces = kept;
  }

  #mapped(virtual: bigint, bytes: number): number {
    const last = lastOf(virtual, bytes);
    let mapped = 0;
    for (const piece of this.pieces) {
      if (piece.last < virtual || piece.first > last) continue;
      mapped += piece.part(virtual, last, 0).bytes;
    }
    return mapped;
  }
}

/** The most pages that tables can take for a range that is mapped: "no page left" is no lie below. */
export function mostTables(virtual: bigint, physical: number, bytes: number): number {
  return mostBlocks(GIB, virtual, physical, bytes) + mostBlocks(MIB2, virtual, physical, bytes);
}

/** A split at each end of what is unmapped or protected: a table of 2 MiB blocks, one of pages. */
export const MOST_SPLITS = 4;

function mostBlocks(unit: number, virtual: bigint, physical: number, bytes: number): number {
  const touched = Math.trunc((bytes + unit - 1) / unit) + 1;
  const isAlike = Number(virtual & BigInt(unit - 1)) === physical % unit;
  return isAlike ? Math.min(touched, 2) : touched;
}

/** The address of a range's last byte; of none, the one before. */
function lastOf(virtual: bigint, bytes: number): bigint {
  return BigInt.asUintN(64, BigInt.asUintN(64, virtual - 1n) + BigInt(bytes));
}

/** Whole pages of one half, and not page 0. */
function isRange(virtual: bigint, bytes: number): boolean {
  if (bytes <= 0 || bytes % 4096 !== 0 || (virtual & 0xfffn) !== 0n) return false;
  const last = lastOf(virtual, bytes);
  if (virtual >= FIRST_UPPER) return last >= virtual;
  return virtual >= PAGE && virtual <= LAST_LOWER && last <= LAST_LOWER;
}

function isMemory(physical: number, bytes: number): boolean {
  return physical >= 0 && physical % 4096 === 0 && physical <= PHYSICAL_END - bytes;
}

function flawOf(flags: number): string {
  if (flags < 0 || flags > 63 || (flags & READABLE) === 0) return "no such flags";
  const isDevice = (flags & DEVICE) !== 0;
  if (isDevice && (flags & (EXECUTABLE | UNCACHED)) !== 0) return "no such flags";
  const both = WRITABLE | EXECUTABLE;
  return (flags & both) === both ? "writable and executable" : "";
}
