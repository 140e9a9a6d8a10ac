// Instruction selection: from IR to machine instructions over virtual registers. Each block is gone
// through backwards, so that who uses a value is known when its turn comes: an instruction whose
// users have all taken it into theirs is left out.
//
// 1. A pure instruction that nobody needs is not emitted; one with effects always is.
// 2. Only a value with one use, in the same block, becomes a part of its user's instruction.

import { bug } from "../../base/bug";
import type { Block, Edge, Instruction, IrFunction, Terminator, Value } from "../ir/function";
import { OPPOSITE } from "../ir/operation";
import { Comparisons } from "./comparisons";
import { blockOrder, isCold, Loops } from "./loops";
import {
  type Exit, FP, MachineBlock, type MachineFunction, type Register, type Test,
} from "./machine";
import { MemoryAccess } from "./memory-access";
import { nodeOf } from "./pattern";
import { RULES } from "./rules";
import { type Placeless, Writer } from "./writer";

export function select(ir: IrFunction, isNear = false): MachineFunction {
  return new Selection(ir, isNear).machine();
}

class Selection {
  readonly #ir: IrFunction;
  readonly #loops: Loops;
  readonly #to: Writer;
  readonly #comparisons: Comparisons;
  readonly #memory: MemoryAccess;
  readonly #blocks = new Map<Block, MachineBlock>();
  #readsFramePointer = false;

  constructor(ir: IrFunction, isNear: boolean) {
    this.#ir = ir;
    this.#loops = new Loops(ir);
    this.#to = new Writer(ir, this.#loops);
    this.#comparisons = new Comparisons(this.#to);
    this.#memory = new MemoryAccess(this.#to, isNear);
  }

  machine(): MachineFunction {
    const order = blockOrder(this.#loops);
    for (const block of order) this.#blocks.set(block, this.#newBlock(block));
    const edges = new Map<MachineBlock, MachineBlock[]>();
    // Who uses a value stands in a block that its own dominates: such a block comes first here.
    for (const block of [...this.#loops.dominators.order].reverse()) {
      edges.set(this.#machineOf(block), this.#select(block));
    }
    const blocks = order.flatMap((block) => {
      const machine = this.#machineOf(block);
      return [machine, ...edges.get(machine)!];
    });
    blocks.unshift(this.#entry());
    for (const [block, machine] of this.#blocks) this.#to.placeConstants(block, machine);
    return {
      blocks, registers: this.#to.registers, slots: this.#ir.slots,
      readsFramePointer: this.#readsFramePointer,
    };
  }

  #newBlock(block: Block): MachineBlock {
    const depth = this.#loops.around(block).length;
    const made = new MachineBlock(block.id, depth, isCold(block, this.#loops), this.#ir.at);
    for (const parameter of block.parameters) made.parameters.push(this.#to.registerOf(parameter));
    return made;
  }

  /** A block of its own, since the IR's first may be jumped to. */
  #entry(): MachineBlock {
    const entry = new MachineBlock(-1, 0, false, this.#ir.at);
    const to = this.#ir.parameters.map((parameter) => this.#to.registerOf(parameter));
    const first = this.#machineOf(this.#ir.blocks[0]!);
    entry.instructions.push({ op: "enter", to, at: this.#ir.at });
    entry.exit = { op: "jump", to: first, args: [], at: this.#ir.at };
    return entry;
  }

  // ---- a block

  /** The block's instructions; what comes back are the blocks of its edges. */
  #select(block: Block): MachineBlock[] {
    const machine = this.#machineOf(block);
    const { terminator } = block;
    if (terminator === undefined) bug(`b${block.id} has no end`);
    this.#to.start(block);
    const edges: MachineBlock[] = [];
    this.#to.at = terminator.at;
    machine.exit = { ...this.#exit(terminator, edges), at: terminator.at };
    for (const instruction of [...block.instructions].reverse()) {
      this.#to.at = instruction.at;
      if (this.#isWanted(instruction)) this.#instruction(instruction);
    }
    if (this.#isHandler(block)) this.#catch(machine);
    this.#to.finish(machine);
    return edges;
  }

  #isHandler(block: Block): boolean {
    return this.#loops.dominators.predecessorsOf(block)
      .some(({ terminator }) => terminator?.op === "invoke" && terminator.handler === block);
  }

  /** The handler's parameter comes in X0, and not along the edge. */
  #catch(machine: MachineBlock): void {
    const [to] = machine.parameters.splice(0);
    this.#to.emit({ op: "catch", to });
  }

  #isWanted(instruction: Instruction): boolean {
    switch (instruction.op) {
      case "constant": case "symbol": case "non-null": return false;
      case "binary": case "unary":
        return this.#to.isNeeded(instruction)
          && this.#to.names.originalOf(instruction) === instruction;
      case "compare": case "select": case "special": return this.#to.isNeeded(instruction);
      case "load": return this.#to.isNeeded(instruction) || !instruction.invariant;
      case "store": case "slot load": case "slot store": case "call": case "call indirect":
      case "guard": case "safe": case "machine": return true;
    }
  }

  #machineOf(block: Block): MachineBlock {
    return this.#blocks.get(block) ?? bug(`b${block.id} is not reached`);
  }

  // ---- instructions

  #instruction(instruction: Instruction): void {
    switch (instruction.op) {
      case "binary": case "unary":
        return this.#to.emitByRule(
          RULES, nodeOf(instruction)!, this.#to.names.widthOf(instruction),
          this.#to.registerOf(instruction));
      case "compare": return this.#comparisons.compare(instruction);
      case "select": return this.#comparisons.select(instruction);
      case "load": return this.#memory.load(instruction);
      case "store": return this.#memory.store(instruction);
      case "slot load":
        return this.#to.emit({
          op: "load slot", slot: { kind: "variable", index: instruction.slot },
          to: this.#to.registerOf(instruction),
        });
      case "slot store":
        return this.#to.emit({
          op: "store slot", slot: { kind: "variable", index: instruction.slot },
          from: this.#to.register(instruction.value),
        });
      case "call": return this.#call(instruction, instruction.symbol, instruction.args);
      case "call indirect":
        return this.#call(instruction, this.#to.register(instruction.code), instruction.args);
      case "guard": return this.#guard(instruction);
      case "safe": return this.#comparisons.safe(instruction.a);
      case "machine": {
        const args = instruction.args.map((arg) => this.#to.register(arg));
        const result = this.#to.registerOf(instruction);
        return this.#to.emit({ op: "assembly", text: instruction.text, args, result });
      }
      case "special":
        this.#readsFramePointer = true;
        return this.#to.emit({ op: "move", from: FP, to: this.#to.registerOf(instruction) });
      case "constant": case "symbol": case "non-null": bug(`${instruction.op} is no instruction`);
    }
  }

  #call(instruction: Instruction, callee: string | Register, args: readonly Value[]): void {
    const result = this.#to.uses.isUsed(instruction) ? this.#to.registerOf(instruction) : undefined;
    const sources = args.map((arg) => this.#to.source(arg));
    this.#to.emit({ op: "call", callee, args: sources, result });
  }

  #guard({ comparison, a, b, trap }: Extract<Instruction, { op: "guard" }>): void {
    const branch = (test: Test): Placeless => ({ op: "row", ...test, traps: trap });
    this.#comparisons.test(OPPOSITE[comparison], a, b, branch);
  }

  // ---- ends

  #exit(terminator: Terminator, edges: MachineBlock[]): Exit {
    switch (terminator.op) {
      case "jump": return this.#jump(terminator.edge);
      case "branch": return this.#branch(terminator, edges);
      case "return": {
        const { value } = terminator;
        return { op: "return", value: value === undefined ? undefined : this.#to.source(value) };
      }
      case "trap": return { op: "trap", trap: terminator.trap };
      case "unreachable": return { op: "none" };
      case "invoke": return this.#invoke(terminator);
    }
  }

  #jump({ to, args }: Edge): Exit & { op: "jump" } {
    return { op: "jump", to: this.#machineOf(to), args: args.map((arg) => this.#to.source(arg)) };
  }

  #branch(terminator: Extract<Terminator, { op: "branch" }>, edges: MachineBlock[]): Exit {
    const { comparison, a, b } = terminator;
    const then = this.#way(terminator.then, edges);
    const otherwise = this.#way(terminator.otherwise, edges);
    const test = this.#comparisons.test(comparison, a, b, undefined);
    return { op: "branch", test, then, otherwise };
  }

  /** Where a branch goes: arguments are passed in a block of the edge's own. */
  #way(edge: Edge, edges: MachineBlock[]): MachineBlock {
    const to = this.#machineOf(edge.to);
    if (edge.args.length === 0) return to;
    const from = this.#machineOf(this.#to.block);
    const depth = Math.min(from.depth, to.depth);
    const between = new MachineBlock(-1, depth, from.isCold || to.isCold, this.#to.at);
    between.exit = { ...this.#jump(edge), at: this.#to.at };
    edges.push(between);
    return between;
  }

  #invoke(terminator: Extract<Terminator, { op: "invoke" }>): Exit {
    const { callee, args, normal } = terminator;
    const [parameter] = normal.parameters;
    const result = parameter === undefined ? undefined : this.#to.newRegister();
    this.#to.emit({
      op: "call", result, handler: this.#machineOf(terminator.handler),
      callee: typeof callee === "string" ? callee : this.#to.register(callee),
      args: args.map((arg) => this.#to.source(arg)),
    });
    const passed = result === undefined ? [] : [result];
    return { op: "jump", to: this.#machineOf(normal), args: passed };
  }
}
