// Two trees of tables, as they are found in a RAM of somebody else's, and addresses to be looked up in them by hand.

import type { Fault } from "../../../../machine/cpu/exception";
import { decodeDescriptor } from "../../../../machine/mmu/descriptor";
import { firstTableEntries, type Granule, lowestBit, startLevel, tableIndex } from "../../../../machine/mmu/granule";
import { permits } from "../../../../machine/mmu/permissions";
import { type TranslationRegisters } from "../../../../machine/mmu/regime";
import { traceWalk } from "../../../../machine/mmu/trace";
import type { Draw } from "../../draw";
import { leafBits, tableBits } from "../descriptors";

export const PURPOSES = ["read", "write", "fetch"] as const;

// Types, not interfaces: only a type is Plain.

export type DumpQuestion = {
  readonly va: bigint;
  readonly purpose: (typeof PURPOSES)[number];
  readonly level: "EL0" | "EL1";
};

export type DumpVariant = {
  readonly TCR_EL1: bigint;
  readonly TTBR0_EL1: bigint;
  readonly TTBR1_EL1: bigint;
  /** Descriptors that are not 0, by their addresses. */
  readonly memory: readonly (readonly [address: number, bits: bigint])[];
  readonly questions: readonly DumpQuestion[];
};

const TABLES = 0x4400_0000;
const PAGES = 0x4800_0000;
const OUTPUT_BITS = 40;

const QUESTIONS = 12;
/** How many of them lead somewhere. */
const LEADING = 7;

/** TG0, TG1 and the granule. */
const GRANULES = [[12, 0b00, 0b10], [14, 0b10, 0b01], [16, 0b01, 0b11]] as const;

export function drawDumpVariant(draw: Draw): DumpVariant {
  const [lower, TG0] = draw.pick([GRANULES[0], GRANULES[0], GRANULES[2]]);
  const [upper, , TG1] = draw.pick([GRANULES[0], GRANULES[1]]);
  const [lowerBits, upperBits] = [draw.between(33, 42), draw.between(33, 47)];
  const TBI0 = draw.bits(1);
  const at = (value: number, low: number): bigint => BigInt(value) << BigInt(low);
  const ram = new Allocator(draw);
  const lowerTable = ram.table(lower, lowerBits);
  const upperTable = ram.table(upper, upperBits);
  const registers = {
    TCR_EL1: at(TBI0, 37) | at(0b010, 32) | at(TG1, 30) | at(64 - upperBits, 16) | at(TG0, 14) | at(64 - lowerBits, 0),
    TTBR0_EL1: BigInt(lowerTable), TTBR1_EL1: BigInt(upperTable),
  };
  const trees = [
    new Tree(draw, ram, { granule: lower, inputBits: lowerBits, table: lowerTable, isUpper: false }),
    new Tree(draw, ram, { granule: upper, inputBits: upperBits, table: upperTable, isUpper: true }),
  ];
  const memory = trees.flatMap((tree) => tree.memory).sort(([a], [b]) => a - b);
  const dump = { ...registers, memory, questions: [] };
  const tag = TBI0 === 1 ? at(draw.between(1, 255), 56) : 0n;
  const candidates = draw.shuffle(trees.flatMap((tree) => tree.addresses)).flatMap((va) => asked(draw, va));
  const strangers = [tag | trees[0]!.addresses[0]!, 1n << BigInt(draw.between(lowerBits, 47)), draw.bigBits(32) | (1n << 46n)].flatMap((va) => asked(draw, va).slice(0, 1));
  return { ...dump, questions: chosen(draw, dump, candidates, strangers) };
}

/** The right answer. */
export function answerTo({ memory, questions: _, ...registers }: DumpVariant, { va, purpose, level }: DumpQuestion): number | Fault {
  const content = new Map(memory);
  const all: TranslationRegisters = { ...registers, SCTLR_EL1: 1n, MAIR_EL1: 0xffn };
  const { result } = traceWalk(va, all, (at) => content.get(at) ?? 0n);
  if (result.kind !== "mapped") return result;
  if (!permits(result, { purpose, unprivileged: level === "EL0", PAN: false, WXN: false })) return { kind: "permission", level: result.level };
  return result.address + Number(va & ((1n << BigInt(result.bits)) - 1n));
}

const asked = (draw: Draw, va: bigint): DumpQuestion[] =>
  draw.shuffle(PURPOSES.flatMap((purpose) => (["EL0", "EL1"] as const).map((level): DumpQuestion => ({ va, purpose, level }))));

/** As many that lead somewhere as there should be, and of the faults as many different ones as there are. */
function chosen(draw: Draw, dump: DumpVariant, candidates: readonly DumpQuestion[], strangers: readonly DumpQuestion[]): DumpQuestion[] {
  const isLeading = (question: DumpQuestion): boolean => typeof answerTo(dump, question) === "number";
  const seen = new Set<bigint>();
  const once = (questions: readonly DumpQuestion[], key: (question: DumpQuestion) => string, count: number): DumpQuestion[] => {
    const taken = new Map<string, DumpQuestion>();
    for (const question of questions) {
      if (taken.size === count || seen.has(question.va) || taken.has(key(question))) continue;
      taken.set(key(question), question);
      seen.add(question.va);
    }
    return [...taken.values()];
  };
  const [tagged, ...others] = strangers as [DumpQuestion, ...DumpQuestion[]];
  const leading = once([tagged, ...candidates].filter(isLeading), ({ va }) => `${va}`, LEADING);
  const faulting = once([...candidates, ...others].filter((question) => !isLeading(question)), (question) => JSON.stringify(answerTo(dump, question)), QUESTIONS - LEADING);
  const rest = once(candidates, ({ va }) => `${va}`, QUESTIONS - leading.length - faulting.length);
  return draw.shuffle([...leading, ...faulting, ...rest]);
}

/** Places for tables and pages that nobody else has. */
class Allocator {
  readonly #draw: Draw;
  readonly #taken = new Set<number>();

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  /** For a first table, aligned to its size or to 4 KiB; for another one, a whole granule. */
  table(granule: Granule, inputBits = 48): number {
    const bytes = Math.max(4096, 8 * firstTableEntries(inputBits, granule), inputBits === 48 ? 2 ** granule : 0);
    for (;;) {
      const at = TABLES + 0x1_0000 * this.#draw.below(256);
      if (this.#taken.has(at)) continue;
      this.#taken.add(at);
      // Tables of 4 KiB are not all at round addresses.
      return bytes <= 4096 ? at + 0x1000 * this.#draw.below(16) : at;
    }
  }

  /** 2^bits bytes, aligned to that. */
  target(bits: number): number {
    const size = 2 ** bits;
    return Math.ceil(PAGES / size) * size + size * this.#draw.below(Math.max(2, 2 ** Math.min(16, 33 - bits)));
  }
}

interface TreeShape {
  readonly granule: Granule;
  readonly inputBits: number;
  readonly table: number;
  readonly isUpper: boolean;
}

/** Tables of one half, grown along a few addresses. */
class Tree {
  readonly #draw: Draw;
  readonly #ram: Allocator;
  readonly #shape: TreeShape;
  readonly #memory = new Map<number, bigint>();
  readonly addresses: bigint[] = [];

  constructor(draw: Draw, ram: Allocator, shape: TreeShape) {
    this.#draw = draw;
    this.#ram = ram;
    this.#shape = shape;
    const trunk = this.#drawAddress();
    this.#grow(trunk, 3, "page");
    for (let bit = 0; bit < 4; bit++) this.#grow(this.#near(trunk, 3), 3, this.#draw.pick(["page", "page", "page", "no access flag", "block at level 3"]));
    this.#grow(this.#near(trunk, 2), 2, "block");
    this.#grow(this.#near(trunk, 2), 3, "page");
    this.#grow(this.#drawAddress(), 3, "page");
    this.#grow(this.#drawAddress(), 2, this.#draw.pick(["block", "no access flag", "out of reach"]));
    this.addresses.push(this.#near(trunk, 3), this.#near(trunk, 2), this.#drawAddress());
  }

  get memory(): readonly (readonly [number, bigint])[] {
    return [...this.#memory];
  }

  #drawAddress(): bigint {
    const low = this.#draw.bigBits(this.#shape.inputBits);
    return this.#shape.isUpper ? low | (((1n << BigInt(64 - this.#shape.inputBits)) - 1n) << BigInt(this.#shape.inputBits)) : low;
  }

  /** Another address that parts from `va` in the index at `level`. */
  #near(va: bigint, level: number): bigint {
    const { granule, inputBits } = this.#shape;
    const low = lowestBit(level, granule);
    const width = Math.min(granule - 3, inputBits - low, 6);
    const other = va ^ (BigInt(this.#draw.between(1, 2 ** width - 1)) << BigInt(low));
    return (other >> BigInt(low) << BigInt(low)) | this.#draw.bigBits(low);
  }

  /** Tables for `va` down to `last`, and an entry of that kind in the last one. What is there already stays. */
  #grow(va: bigint, last: number, end: "page" | "block" | "no access flag" | "block at level 3" | "out of reach"): void {
    const { granule, inputBits } = this.#shape;
    let { table } = this.#shape;
    for (let level = startLevel(inputBits, granule); ; level++) {
      const at = table + 8 * tableIndex(va, level, granule, inputBits);
      const there = this.#memory.get(at);
      if (there === undefined) {
        if (level === last) {
          this.#memory.set(at, this.#leaf(level, end));
          this.addresses.push(va);
          return;
        }
        this.#memory.set(at, tableBits(this.#ram.table(granule), { APTable: this.#draw.pick([0, 0, 0, 1, 2]), UXNTable: this.#draw.below(6) === 0, PXNTable: this.#draw.below(6) === 0 }));
      }
      const next = decodeDescriptor(this.#memory.get(at)!, level, granule);
      if (next.kind !== "table") return;
      table = next.address;
    }
  }

  #leaf(level: number, end: "page" | "block" | "no access flag" | "block at level 3" | "out of reach"): bigint {
    const bits = lowestBit(level, this.#shape.granule);
    const fields = { AP: this.#draw.bits(2), UXN: this.#draw.bits(1) === 1, PXN: this.#draw.bits(1) === 1, SH: 3, AttrIndx: 0, AF: end !== "no access flag", nG: !this.#shape.isUpper };
    const target = this.#ram.target(bits) + (end === "out of reach" ? 2 ** OUTPUT_BITS : 0);
    return leafBits(level === 3 && end !== "block at level 3" ? "page" : "block", target, fields);
  }
}
