// The range of every value of a function. What comes into a block from two sides is the smallest
// interval around both; what a loop brings back is gone through until nothing grows.
//
// 1. A range that grows for the third time jumps to the next landmark, so that the search ends.
//    Two more rounds, without jumps, take back what was jumped too far.
// 2. A block that no edge reaches, by what is known, is passed over: what it would bring does not
//    count.

import { Dominators } from "../../ir/dominators";
import type { Block, Edge, Instruction, IrFunction, Parameter, Value } from "../../ir/function";
import { Context, type Mark } from "./context";
import { type Interval, isSame, join, LEAST, meet, MOST } from "./interval";
import { rangeOf, rangeOfKind, SAFE } from "./meaning";
import { narrow } from "./narrow";

/** Rounds without jumps, rounds with jumps to landmarks, and then to what the kind allows. */
const PATIENCE = { exact: 2, landmarks: 12 } as const;

const landmark = (bits: bigint): bigint => 1n << bits;

/** Where growing ranges stop on their way: lengths, the 32-bit integers, the safe ones. */
const LANDMARKS: readonly bigint[] = [
  LEAST, SAFE.least, -landmark(32n), -landmark(31n), -landmark(16n), -landmark(8n), -1n, 0n, 1n,
  landmark(8n) - 1n, landmark(16n) - 1n, landmark(31n) - 1n, landmark(32n) - 1n,
  SAFE.most - 1n, SAFE.most, MOST,
];

/** Sees each block that is reached, and its instructions, before they are assumed to go on. */
export interface Visitor {
  enter(block: Block): void;
  instruction(instruction: Instruction, context: Context): void;
  leave(block: Block, context: Context): void;
}

export class RangeAnalysis {
  readonly context = new Context(new Map());
  readonly dominators: Dominators;
  /** What each edge brought last, by the edge; without an entry, it is not taken. */
  readonly #brought = new Map<Edge, readonly Interval[]>();
  readonly #invoked = new Set<Block>();
  #round = 0;
  #isGrowing = true;
  #isChanged = false;

  constructor(ir: IrFunction) {
    this.dominators = new Dominators(ir);
    for (const parameter of ir.parameters) {
      this.context.made.set(parameter, rangeOfKind(parameter.kind));
    }
    do {
      this.#isChanged = false;
      this.#round++;
      this.walk();
    } while (this.#isChanged);
    this.#isGrowing = false;
    this.walk();
    this.walk();
  }

  /** Through the dominator tree, with what is known at each place. */
  walk(visitor?: Visitor): void {
    const { context, dominators } = this;
    const marks: Mark[] = [];
    const waiting: (Block | "up")[] = [dominators.order[0]!];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === "up") {
        context.backTo(marks.pop()!);
        continue;
      }
      marks.push(context.mark());
      waiting.push("up");
      if (!this.#enter(next)) continue;
      this.#visit(next, visitor);
      waiting.push(...[...dominators.childrenOf(next)].reverse());
    }
  }

  /** Whether an edge is taken that leads to the block. */
  #enter(block: Block): boolean {
    const before = this.dominators.predecessorsOf(block);
    if (block === this.dominators.order[0]) return true;
    const edges = before.flatMap(({ terminator }) => edgesTo(block, terminator));
    const isTaken = edges.some((edge) => this.#brought.has(edge));
    if (!isTaken && !this.#invoked.has(block)) return false;
    const [only] = before;
    const end = only?.terminator;
    if (before.length === 1 && end?.op === "branch") {
      this.context.assume(end, end.then.to === block);
    }
    if (isTaken) block.parameters.forEach((each, i) => { this.#grow(each, i, edges); });
    return true;
  }

  #grow(parameter: Parameter, index: number, edges: readonly Edge[]): void {
    const brought = edges.flatMap((edge) => this.#brought.get(edge)?.[index] ?? []);
    const promised = rangeOfKind(parameter.kind);
    const now = meet(brought.reduce(join), promised) ?? promised;
    const before = this.context.made.get(parameter);
    this.#set(parameter, before === undefined || !this.#isGrowing ? now
      : this.#widen(before, join(before, now), promised));
  }

  #widen(before: Interval, now: Interval, promised: Interval): Interval {
    if (this.#round <= PATIENCE.exact || isSame(before, now)) return now;
    if (this.#round > PATIENCE.landmarks) return promised;
    return {
      least: now.least < before.least
        ? LANDMARKS.findLast((each) => each <= now.least) ?? LEAST : now.least,
      most: now.most > before.most
        ? LANDMARKS.find((each) => each >= now.most) ?? MOST : now.most,
    };
  }

  #set(value: Value, range: Interval): void {
    const { made } = this.context;
    const before = made.get(value);
    if (before !== undefined && isSame(before, range)) return;
    made.set(value, range);
    this.#isChanged = true;
  }

  #visit(block: Block, visitor: Visitor | undefined): void {
    const { context } = this;
    visitor?.enter(block);
    let isReached = true;
    for (const instruction of block.instructions) {
      if (!isReached) break;
      visitor?.instruction(instruction, context);
      this.#set(instruction, rangeOf(instruction, context.of));
      if (instruction.op === "guard") isReached = context.assume(instruction, true);
      if (instruction.op === "safe") isReached = context.narrow(instruction.a, SAFE);
    }
    if (isReached) this.#bring(block);
    else for (const edge of edgesIn(block)) this.#brought.delete(edge);
    visitor?.leave(block, context);
  }

  /** What the ways on from here bring to their blocks. */
  #bring({ terminator }: Block): void {
    const { of } = this.context;
    switch (terminator?.op) {
      case "jump":
        this.#brought.set(terminator.edge, terminator.edge.args.map(of));
        break;
      case "branch":
        for (const holds of [true, false]) {
          const edge = holds ? terminator.then : terminator.otherwise;
          const narrowed = narrow(terminator, holds, of);
          if (narrowed === "never") this.#brought.delete(edge);
          else this.#brought.set(edge, edge.args.map((each) => narrowed.get(each) ?? of(each)));
        }
        break;
      case "invoke":
        for (const next of [terminator.normal, terminator.handler]) {
          this.#invoked.add(next);
          for (const each of next.parameters) this.#set(each, rangeOfKind(each.kind));
        }
        break;
      default:
    }
  }
}

function edgesIn({ terminator }: Block): readonly Edge[] {
  if (terminator?.op === "jump") return [terminator.edge];
  return terminator?.op === "branch" ? [terminator.then, terminator.otherwise] : [];
}

function edgesTo(block: Block, terminator: Block["terminator"]): Edge[] {
  if (terminator?.op === "jump") return [terminator.edge];
  if (terminator?.op !== "branch") return [];
  return [terminator.then, terminator.otherwise].filter(({ to }) => to === block);
}
