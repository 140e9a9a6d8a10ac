// Where each virtual register is alive, as intervals with holes over the function in the order in
// which it stands. Instruction i reads at 2i and writes at 2i + 1:
//
//   i     add v3, v1, v2     v1, v2 end at 2i + 1, where v3 begins: it may have the register of one
//   i+1   call f(v3)         reads v3 at 2i + 2; at 2i + 3 X0 to X17 are lost; its result begins at
//                            2i + 4, and may be in X0
//
// 1. A range is [from, to). An interval's ranges are in order, apart from each other.
// 2. A block's parameters begin with the block.

import { liveIn as ownLiveIn } from "./live-in";
import type { MachineBlock, MachineFunction, MachineInstruction, Register } from "./machine";
import { successorsOf } from "./machine";
import type { BackParts, BlockUses } from "./parts";
import { definitionsOf, usesOf, usesOfExit } from "./registers-of";

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Interval {
  readonly register: Register;
  readonly ranges: readonly Range[];
  /** How much it would cost to keep it in the frame: reads and writes, ten times as many a loop. */
  readonly weight: number;
}

export interface Liveness {
  /** In the order in which they begin. */
  readonly intervals: readonly Interval[];
  /** The number of each block's first instruction; its exit has a number too. */
  readonly starts: ReadonlyMap<MachineBlock, number>;
  /** What is alive where a block begins, its parameters left out. */
  readonly liveIn: ReadonlyMap<MachineBlock, ReadonlySet<Register>>;
}

export function livenessOf(
  { blocks }: MachineFunction, part: BackParts["liveIn"] = ownLiveIn,
): Liveness {
  const starts = new Map<MachineBlock, number>();
  let count = 0;
  for (const block of blocks) {
    starts.set(block, count);
    count += block.instructions.length + 1;
  }
  const liveIn = solve(blocks, part);
  return { intervals: intervalsOf(blocks, starts, liveIn), starts, liveIn };
}

/** What is alive at each block's begin. */
function solve(
  blocks: readonly MachineBlock[], part: BackParts["liveIn"],
): Map<MachineBlock, ReadonlySet<Register>> {
  const numbers = new Map(blocks.map((block, i) => [block, i]));
  const live = part(blocks.map((block) => {
    const next = successorsOf(block).map((each) => numbers.get(each)!);
    return { ...readBeforeWritten(block), next };
  }));
  return new Map(blocks.map((block, i) => [block, new Set(live[i])]));
}

function readBeforeWritten(block: MachineBlock): Omit<BlockUses, "next"> {
  const read = new Set<Register>();
  const written = new Set<Register>(block.parameters);
  const use = (register: Register): void => {
    if (!written.has(register)) read.add(register);
  };
  for (const instruction of block.instructions) {
    usesOf(instruction).forEach(use);
    for (const register of definitionsOf(instruction)) written.add(register);
  }
  usesOfExit(block.exit).forEach(use);
  return { reads: [...read], writes: [...written] };
}

/** An interval as it is made, from its end to its begin. */
class Growing {
  readonly register: Register;
  readonly #ranges: { from: number; to: number }[] = [];
  weight = 0;

  constructor(register: Register) {
    this.register = register;
  }

  /** Alive in [from, to), which is not behind what is known. */
  add(from: number, to: number): void {
    const first = this.#ranges.at(-1);
    if (first !== undefined && first.from <= to) {
      first.from = Math.min(first.from, from);
      first.to = Math.max(first.to, to);
    } else {
      this.#ranges.push({ from, to });
    }
  }

  /** It begins at `from`. Nobody may read it: then it is alive for a moment. */
  begin(from: number): void {
    const first = this.#ranges.at(-1);
    if (first !== undefined && first.from <= from && from < first.to) first.from = from;
    else this.#ranges.push({ from, to: from + 1 });
  }

  finished(): Interval {
    const { register, weight } = this;
    return { register, weight, ranges: [...this.#ranges].reverse() };
  }
}

function intervalsOf(
  blocks: readonly MachineBlock[], starts: ReadonlyMap<MachineBlock, number>,
  liveIn: ReadonlyMap<MachineBlock, ReadonlySet<Register>>,
): Interval[] {
  const all = new Map<Register, Growing>();
  const interval = (register: Register): Growing => {
    const known = all.get(register) ?? new Growing(register);
    all.set(register, known);
    return known;
  };
  for (const block of [...blocks].reverse()) {
    const start = starts.get(block)!;
    const end = start + block.instructions.length;
    const cost = 10 ** Math.min(block.depth, 6) / (block.isCold ? 10 : 1);
    for (const next of successorsOf(block)) {
      for (const register of liveIn.get(next)!) interval(register).add(2 * start, 2 * end + 2);
    }
    const use = (register: Register, until: number): void => {
      const each = interval(register);
      each.add(2 * start, until);
      each.weight += cost;
    };
    for (const register of usesOfExit(block.exit)) use(register, 2 * end + 1);
    for (let i = end - 1; i >= start; i--) {
      const instruction = block.instructions[i - start]!;
      for (const register of definitionsOf(instruction)) {
        const each = interval(register);
        each.begin(writesAt(instruction, i));
        each.weight += cost;
      }
      for (const register of usesOf(instruction)) use(register, readsUntil(instruction, i));
    }
    for (const register of block.parameters) interval(register).begin(2 * start);
  }
  return [...all.values()].map((each) => each.finished())
    .sort((a, b) => a.ranges[0]!.from - b.ranges[0]!.from || a.register - b.register);
}

/** The result of a call begins where what the call loses has been lost. */
const writesAt = ({ op }: MachineInstruction, i: number): number =>
  op === "call" || op === "enter" || op === "catch" ? 2 * i + 2 : 2 * i + 1;

/** Assembly may be several instructions: a later one reads what an earlier one must not write. */
const readsUntil = ({ op }: MachineInstruction, i: number): number =>
  op === "assembly" ? 2 * i + 2 : 2 * i + 1;
