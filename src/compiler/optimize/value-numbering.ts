// What was computed before is not computed again: two instructions of the same operation on the
// same operands are one, where the first dominates the second. So are two checks; and a load is
// what the load, or the store, before it saw, if nothing in between may have changed it.

import { Dominators } from "../ir/dominators";
import type { Block, Instruction, IrFunction, Kind, Load, SlotLoad, Value } from "../ir/function";
import { operandsOf, replaceOperands, withOperands } from "../ir/operands";
import type { BinaryOp } from "../ir/operation";
import { EFFECTS, mayChange } from "./effects";
import { blocksBefore } from "./loops";
import { Replacements } from "./rewriting";

export function numberValues(ir: IrFunction): void {
  new Numbering(ir).run();
}

/** A load, and what it would see now. */
interface Seen {
  readonly read: Load | SlotLoad;
  readonly value: Value;
}

interface Known {
  /** By what is computed. */
  readonly pure: Map<string, Value>;
  /** By what is read. */
  readonly memory: Map<string, Seen>;
}

const COMMUTATIVE: ReadonlySet<BinaryOp> =
  new Set<BinaryOp>(["add", "mul", "smulh", "umulh", "and", "or", "xor"]);

class Numbering {
  readonly #dominators: Dominators;
  readonly #replacements = new Replacements();
  readonly #ir: IrFunction;
  /** What memory was known to hold at each block's end. */
  readonly #ends = new Map<Block, Map<string, Seen>>();

  constructor(ir: IrFunction) {
    this.#ir = ir;
    this.#dominators = new Dominators(ir);
  }

  run(): void {
    // A block comes behind its dominator, whose knowledge it starts with.
    const known = new Map<Block, Map<string, Value>>();
    for (const block of this.#dominators.order) {
      const above = this.#dominators.immediateDominatorOf(block);
      const pure = new Map(above === undefined ? [] : known.get(above));
      known.set(block, pure);
      this.#number(block, { pure, memory: this.#memoryAt(block, above) });
    }
    this.#replacements.apply(this.#ir);
  }

  #number(block: Block, known: Known): void {
    const kept: Instruction[] = [];
    for (const instruction of block.instructions) {
      replaceOperands(instruction, this.#replacements.resolve);
      const first = this.#find(instruction, known);
      if (first !== undefined) {
        this.#replacements.set(instruction, first);
        continue;
      }
      kept.push(instruction);
      forget(instruction, known.memory);
      this.#learn(instruction, known);
    }
    block.instructions.splice(0, block.instructions.length, ...kept);
    block.terminator = withOperands(block.terminator!, this.#replacements.resolve);
    if (block.terminator.op === "invoke") forgetCall(known.memory);
    this.#ends.set(block, known.memory);
  }

  #find(instruction: Instruction, { pure, memory }: Known): Value | undefined {
    if (!EFFECTS[instruction.op].isMergeable(instruction)) return undefined;
    if (instruction.op !== "load" && instruction.op !== "slot load") {
      return pure.get(keyOf(instruction));
    }
    const value = memory.get(placeOf(instruction))?.value;
    return value?.kind === instruction.kind ? value : undefined;
  }

  #learn(instruction: Instruction, { pure, memory }: Known): void {
    switch (instruction.op) {
      case "load": case "slot load":
        if (EFFECTS[instruction.op].isMergeable(instruction)) {
          memory.set(placeOf(instruction), { read: instruction, value: instruction });
        }
        break;
      case "store": {
        const { width, base, value } = instruction;
        if (width !== "u64" || base.kind === "word") break; // A load would narrow it.
        const read: Load = { ...instruction, op: "load", kind: value.kind, invariant: false };
        memory.set(placeOf(read), { read, value });
        break;
      }
      case "slot store": {
        const read: SlotLoad = { ...instruction, op: "slot load", kind: instruction.value.kind };
        memory.set(placeOf(read), { read, value: instruction.value });
        break;
      }
      default:
        if (EFFECTS[instruction.op].isMergeable(instruction)) {
          pure.set(keyOf(instruction), instruction);
        }
    }
  }

  /** What the dominator knew at its end, less what is changed on some way from there. */
  #memoryAt(block: Block, above: Block | undefined): Map<string, Seen> {
    if (above === undefined) return new Map();
    const memory = new Map(this.#ends.get(above));
    const before = this.#dominators.predecessorsOf(block);
    if (before.length === 1) return memory; // It is the dominator.
    for (const between of blocksBefore(before, above, this.#dominators)) {
      if (between === above) continue;
      for (const instruction of between.instructions) forget(instruction, memory);
      if (between.terminator?.op === "invoke") forgetCall(memory);
    }
    return memory;
  }
}

function keyOf(instruction: Instruction): string {
  const ids = operandsOf(instruction).map(({ id }) => id);
  switch (instruction.op) {
    case "constant": return `constant ${instruction.value} ${instruction.kind}`;
    case "symbol":   return `symbol ${instruction.symbol} ${instruction.kind}`;
    case "special":  return `special ${instruction.register}`;
    case "unary":    return `${instruction.operator} ${ids.join(" ")}`;
    case "compare": case "select":
      return `${instruction.op} ${instruction.comparison} ${ids.join(" ")}`;
    case "guard":    return `guard ${instruction.comparison} ${ids.join(" ")}`;
    case "binary":
      if (COMMUTATIVE.has(instruction.operator)) ids.sort((a, b) => a - b);
      return `${instruction.operator} ${ids.join(" ")} ${addressKind(instruction.kind)}`;
    default:         return `${instruction.op} ${ids.join(" ")}`;
  }
}

/** Of what may be an address, the kind says what is there: see effects.ts. */
const addressKind = (kind: Kind): string => (kind === "word" || kind.startsWith("ref") ? kind : "");

function placeOf(read: Load | SlotLoad): string {
  if (read.op === "slot load") return `slot ${read.slot}`;
  return `${read.width} ${read.base.id} ${read.offset}`;
}

function forget(instruction: Instruction, memory: Map<string, Seen>): void {
  if (instruction.op === "slot store") memory.delete(`slot ${instruction.slot}`);
  for (const [key, { read }] of memory) {
    if (read.op === "load" && mayChange(instruction, read)) memory.delete(key);
  }
}

/** A call changes no slot: those are this function's own. */
function forgetCall(memory: Map<string, Seen>): void {
  for (const [key, { read }] of memory) {
    if (read.op === "load" && !read.invariant) memory.delete(key);
  }
}
