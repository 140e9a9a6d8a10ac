// Instruction selection: from IR to machine instructions over virtual registers. Each block is gone
// through backwards, so that who uses a value is known when its turn comes: an instruction whose
// users have all taken it into theirs is left out.
//
// 1. Whoever wants a value in a register says so (register()), which makes it needed. A pure
//    instruction that nobody needs is not emitted; one with effects always is.
// 2. Only a value with one use, in the same block, becomes a part of its user's instruction.
// 3. What is only another name for a value (a checked number, a non-null reference, an extension
//    that changes nothing) has that value's register.

import { bug } from "../../base/bug";
import type {
  Block, Edge, Instruction, IrFunction, Place, Terminator, Value,
} from "../ir/function";
import { operandsOf, operandsOfTerminator } from "../ir/operands";
import { OPPOSITE, type Comparison, type Trap, WIDTHS } from "../ir/operation";
import { ADDRESSES, LOADS, STORES, type Access } from "./addresses";
import { CONDITION, inverted, isUnsigned, normalised, UNSIGNED } from "./conditions";
import { fullValues } from "./demand";
import { blockOrder, isCold, Loops } from "./loops";
import {
  type Exit, FIRST_VIRTUAL, FP, LIMIT, LIMIT_VALUE, MachineBlock, type MachineFunction,
  type MachineInstruction, type Register, row, type Source, type Test, ZERO,
} from "./machine";
import { type Bindings, lowerHalf, match, type Node, nodeOf, type Width } from "./pattern";
import { usesOf, usesOfExit } from "./registers-of";
import { COMPARE_RULES, type Rule, RULES } from "./rules";

/** An instruction whose place is the IR's instruction's. */
type Placeless = MachineInstruction extends infer I ? I extends MachineInstruction ? Omit<I, "at"> : never : never;

export function select(ir: IrFunction): MachineFunction {
  return new Selection(ir).machine();
}

class Selection {
  readonly #ir: IrFunction;
  readonly #loops: Loops;
  readonly #full: ReadonlySet<Value>;
  readonly #users: ReadonlyMap<Value, readonly User[]>;
  readonly #homes = new Map<Value, Block>();
  readonly #blocks = new Map<Block, MachineBlock>();
  readonly #registers = new Map<Value, Register>();
  readonly #needed = new Set<Value>();
  /** Constants that are wanted in a register, by where they are made. */
  readonly #constants = new Map<MachineBlock, Map<string, { register: Register; source: Source }>>();
  #count = FIRST_VIRTUAL;
  #readsFramePointer = false;
  /** The block being selected, and its instructions from the last to the first. */
  #block!: Block;
  #reversed: MachineInstruction[] = [];
  #at: Place;

  constructor(ir: IrFunction) {
    this.#ir = ir;
    this.#at = ir.at;
    this.#loops = new Loops(ir);
    this.#full = fullValues(ir);
    this.#users = usersOf(ir);
    for (const block of this.#loops.dominators.order) {
      for (const value of [...block.parameters, ...block.instructions]) this.#homes.set(value, block);
    }
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
    for (const block of blocks) this.#placeConstants(block);
    return {
      blocks, registers: this.#count, slots: this.#ir.slots,
      readsFramePointer: this.#readsFramePointer,
    };
  }

  #newBlock(block: Block): MachineBlock {
    const depth = this.#loops.around(block).length;
    const made = new MachineBlock(block.id, depth, isCold(block, this.#loops), this.#ir.at);
    for (const parameter of block.parameters) made.parameters.push(this.#registerOf(parameter));
    return made;
  }

  /** A block of its own, since the IR's first may be jumped to. */
  #entry(): MachineBlock {
    const entry = new MachineBlock(-1, 0, false, this.#ir.at);
    const to = this.#ir.parameters.map((parameter) => this.#registerOf(parameter));
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
    this.#block = block;
    this.#reversed = [];
    const edges: MachineBlock[] = [];
    this.#at = terminator.at;
    machine.exit = { ...this.#exit(terminator, edges), at: terminator.at };
    for (const instruction of [...block.instructions].reverse()) {
      this.#at = instruction.at;
      if (this.#isWanted(instruction)) this.#instruction(instruction);
    }
    if (this.#isHandler(block)) this.#catch(machine);
    machine.instructions.push(...this.#reversed.reverse());
    return edges;
  }

  #isHandler(block: Block): boolean {
    return this.#loops.dominators.predecessorsOf(block)
      .some(({ terminator }) => terminator?.op === "invoke" && terminator.handler === block);
  }

  /** The handler's parameter comes in X0, and not along the edge. */
  #catch(machine: MachineBlock): void {
    const [to] = machine.parameters.splice(0);
    this.#emit({ op: "catch", to });
  }

  #isWanted(instruction: Instruction): boolean {
    switch (instruction.op) {
      case "constant": case "symbol": case "non-null": return false;
      case "binary": case "unary":
        return this.#needed.has(instruction) && this.#aliased(instruction) === instruction;
      case "compare": case "select": case "special": return this.#needed.has(instruction);
      case "load": return this.#needed.has(instruction) || !instruction.invariant;
      case "store": case "slot load": case "slot store": case "call": case "call indirect":
      case "guard": case "safe": case "machine": return true;
    }
  }

  /** In the order in which they run: what the caller emits next comes before them. */
  #emit(...instructions: Placeless[]): void {
    for (const each of instructions.reverse()) this.#reversed.push({ ...each, at: this.#at });
  }

  // ---- values

  #machineOf(block: Block): MachineBlock {
    return this.#blocks.get(block) ?? bug(`b${block.id} is not reached`);
  }

  #registerOf(value: Value): Register {
    const known = this.#registers.get(value) ?? this.#count++;
    this.#registers.set(value, known);
    return known;
  }

  /** The register that holds `value`, which is now needed. */
  #register(value: Value): Register {
    const original = this.#aliased(value);
    if (original.op === "constant") return this.#constant(original.value);
    if (original.op === "symbol") return this.#made({ op: "address", symbol: original.symbol });
    this.#needed.add(original);
    return this.#registerOf(original);
  }

  /** `value` where it is moved to a place of its own. */
  #source(value: Value): Source {
    const original = this.#aliased(value);
    if (original.op === "constant") return { op: "constant", value: original.value };
    if (original.op === "symbol") return { op: "address", symbol: original.symbol };
    return this.#register(original);
  }

  /** Invariant 3. */
  #aliased(value: Value): Value {
    if (value.op === "safe" || value.op === "non-null") return this.#aliased(value.a);
    if (value.op !== "unary") return value;
    const { operator, a } = value;
    if (operator !== "zext32" && operator !== "sext32") return value;
    const isIdle = !this.#full.has(value)
      || (operator === "zext32" ? this.#isZeroExtended(a) : this.#isSignExtended(a));
    return isIdle ? this.#aliased(a) : value;
  }

  /** Whether the upper half of its register is copies of the lower half's sign. */
  #isSignExtended(value: Value): boolean {
    return isSigned(value) && (value.op !== "unary" || this.#full.has(value));
  }

  /** Whether the upper half of its register is zero. */
  #isZeroExtended(value: Value): boolean {
    switch (value.op) {
      case "constant": return value.value < 2n ** 32n;
      case "compare": return true;
      case "load": return value.width === "u8" || value.width === "u16" || value.width === "u32";
      case "unary": return /^zext/.test(value.operator) && this.#full.has(value);
      case "binary": {
        const { operator, a, b } = value;
        if (operator === "and" && (isSmall(a) || isSmall(b))) return true;
        if (operator === "lshr" && this.#isZeroExtended(a)) return true;
        const { rule, leaves, sf } = this.#chosen(RULES, nodeOf(value)!, this.#widthOf(value), this.#homes.get(value));
        return rule.make({ ...leaves, sf, Rd: ZERO }).fields["sf"] === 0;
      }
      default: return false;
    }
  }

  #constant(value: bigint): Register {
    if (value === 0n) return ZERO;
    return value === LIMIT_VALUE ? LIMIT : this.#made({ op: "constant", value });
  }

  /** A register for what is made by itself, outside of the loops that make no calls. */
  #made(source: Exclude<Source, Register>): Register {
    const key = source.op === "constant" ? `${source.value}` : source.symbol;
    const machine = this.#machineOf(this.#homeOfConstant());
    const known = this.#constants.get(machine) ?? new Map();
    this.#constants.set(machine, known);
    const made = known.get(key) ?? { register: this.#count++, source };
    known.set(key, made);
    return made.register;
  }

  #homeOfConstant(): Block {
    const quiet = this.#loops.around(this.#block)
      .filter(({ blocks }) => ![...blocks].some(hasCall)).at(-1);
    if (quiet === undefined) return this.#block;
    const before = this.#loops.dominators.immediateDominatorOf(quiet.header);
    return before === undefined || before.terminator?.op === "invoke" ? this.#block : before;
  }

  /** Constants stand before the first use in their block, or at its end for the blocks below. */
  #placeConstants(block: MachineBlock): void {
    for (const { register, source } of this.#constants.get(block)?.values() ?? []) {
      const { instructions } = block;
      const found = instructions.findIndex((each) => usesOf(each).includes(register));
      const at = instructions[found]?.at ?? block.exit.at;
      const made: MachineInstruction = typeof source === "number"
        ? bug("a register is no constant")
        : { ...source, to: register, at };
      instructions.splice(found < 0 ? instructions.length : found, 0, made);
    }
  }

  // ---- rules

  /** Whether `value` may be a part of its user's instruction. */
  readonly #isInner = (value: Value, block: Block | undefined = this.#block): boolean =>
    this.#users.get(value)?.length === 1 && this.#homes.get(value) === block;

  #widthOf(value: Value): Width {
    return this.#full.has(value) ? 64 : 32;
  }

  /** The first rule that matches; of a lower half, rather one that computes no more than that. */
  #chosen(rules: readonly Rule[], node: Node, width: Width, block = this.#block): {
    readonly rule: Rule; readonly leaves: Bindings; readonly sf: number;
  } {
    const isInner = (value: Value): boolean => this.#isInner(value, block);
    const original = (value: Value): Value => this.#aliased(value);
    for (const reading of width === 32 ? [32, 64] as const : [64] as const) {
      for (const rule of rules) {
        const other = reading === 32 ? 64 : 32;
        const leaves = rule.width === other
          ? undefined
          : match(rule.pattern, node, { width: reading, isInner, original });
        if (leaves === undefined || !rule.holds(leaves, reading)) continue;
        return { rule, leaves, sf: reading === 64 ? 1 : 0 };
      }
    }
    return bug(`no rule for ${node.operator}`);
  }

  /** Emits what the first rule makes that matches. */
  #byRule(rules: readonly Rule[], node: Node, width: Width, Rd: Register): void {
    const { rule, leaves, sf } = this.#chosen(rules, node, width);
    this.#emit(rule.make({ ...this.#inRegisters(leaves), Rd, sf }));
  }

  #inRegisters(leaves: Bindings): Record<string, unknown> {
    return Object.fromEntries(Object.entries(leaves).map(
      ([leaf, bound]) => [leaf, /^[abcs]$/.test(leaf) ? this.#register(bound as Value) : bound]));
  }

  // ---- instructions

  #instruction(instruction: Instruction): void {
    switch (instruction.op) {
      case "binary": case "unary":
        this.#byRule(
          RULES, nodeOf(instruction)!, this.#widthOf(instruction), this.#registerOf(instruction));
        break;
      case "compare": return this.#compare(instruction);
      case "select": return this.#selectValue(instruction);
      case "load": return this.#load(instruction);
      case "store": return this.#store(instruction);
      case "slot load":
        return this.#emit({
          op: "load slot", slot: { kind: "variable", index: instruction.slot },
          to: this.#registerOf(instruction),
        });
      case "slot store":
        return this.#emit({
          op: "store slot", slot: { kind: "variable", index: instruction.slot },
          from: this.#register(instruction.value),
        });
      case "call": return this.#call(instruction, instruction.symbol, instruction.args);
      case "call indirect":
        return this.#call(instruction, this.#register(instruction.code), instruction.args);
      case "guard": return this.#guard(instruction);
      case "safe": return this.#safe(instruction.a);
      case "machine": {
        const args = instruction.args.map((arg) => this.#register(arg));
        const result = this.#registerOf(instruction);
        return this.#emit({ op: "assembly", text: instruction.text, args, result });
      }
      case "special":
        this.#readsFramePointer = true;
        return this.#emit({ op: "move", from: FP, to: this.#registerOf(instruction) });
      case "constant": case "symbol": case "non-null": bug(`${instruction.op} is no instruction`);
    }
  }

  #call(instruction: Instruction, callee: string | Register, args: readonly Value[]): void {
    const result = this.#users.has(instruction) ? this.#registerOf(instruction) : undefined;
    const sources = args.map((arg) => this.#source(arg));
    this.#emit({ op: "call", callee, args: sources, result });
  }

  /** r < 2^53, and r > -2^53: two comparisons in flags, and one branch. */
  #safe(value: Value): void {
    const Rn = this.#register(value);
    const Z = 0b0100;
    this.#emit(
      row("SUBS (shifted register)", { sf: 1, shift: 0, Rm: LIMIT, imm6: 0, Rn, Rd: ZERO }),
      row("CCMN (register)", { sf: 1, Rm: LIMIT, cond: CONDITION.lt, Rn, nzcv: Z }),
      { op: "row", row: "B.cond", fields: { cond: CONDITION.le }, traps: "unsafe" },
    );
  }

  #guard({ comparison, a, b, trap }: { comparison: Comparison; a: Value; b: Value; trap: Trap }): void {
    const branch = (test: Test): Placeless => ({ op: "row", ...test, traps: trap });
    this.#test(OPPOSITE[comparison], a, b, branch);
  }

  #compare(instruction: Extract<Instruction, { op: "compare" }>): void {
    const { comparison, a, b } = instruction;
    const Rd = this.#registerOf(instruction);
    this.#flags(comparison, a, b, (cond) => [
      row("CSINC", { sf: 0, Rm: ZERO, cond: inverted(cond), Rn: ZERO, Rd }),
    ]);
  }

  #selectValue(instruction: Extract<Instruction, { op: "select" }>): void {
    const { then, otherwise } = instruction;
    const Rd = this.#registerOf(instruction);
    const sf = this.#full.has(instruction) ? 1 : 0;
    const changed = [
      [otherwise, then, (cond: number) => cond],
      [then, otherwise, inverted],
    ] as const;
    for (const [value, other, conditionOf] of changed) {
      const increment = this.#increment(value);
      if (increment === undefined) continue;
      return this.#flags(instruction.comparison, instruction.a, instruction.b, (cond) => {
        const { name, Rm } = increment;
        return [row(name, { sf, Rm, cond: conditionOf(cond), Rn: this.#register(other), Rd })];
      });
    }
    this.#flags(instruction.comparison, instruction.a, instruction.b, (cond) => [
      row("CSEL", { sf, Rm: this.#register(otherwise), cond, Rn: this.#register(then), Rd }),
    ]);
  }

  /** The conditional select that computes `value` from another on the way; see SELECT_RULES. */
  #increment(value: Value): { readonly name: "CSINC" | "CSINV" | "CSNEG"; readonly Rm: Register } | undefined {
    if (value.op === "constant") {
      if (value.value === 1n) return { name: "CSINC", Rm: ZERO };
      return value.value === 2n ** 64n - 1n ? { name: "CSINV", Rm: ZERO } : undefined;
    }
    if (value.op !== "binary" || !this.#isInner(value)) return undefined;
    const { operator, a, b } = value;
    if (operator === "add" && isConstant(b, 1n)) return { name: "CSINC", Rm: this.#register(a) };
    if (operator === "xor" && isConstant(b, -1n)) return { name: "CSINV", Rm: this.#register(a) };
    if (operator === "sub" && isConstant(a, 0n)) return { name: "CSNEG", Rm: this.#register(b) };
    return undefined;
  }

  // ---- comparisons

  /** Sets the flags, and emits behind it what `then` makes of the condition. */
  #flags(
    comparison: Comparison, a: Value, b: Value, then: (cond: number) => Placeless[],
  ): void {
    const compared = normalised(this.#unfolded(comparison, a, b));
    const { width, comparison: condition } = this.#narrowed(compared);
    this.#emit(...then(CONDITION[condition]));
    // ANDS leaves C clear, so that only what does not look at it may follow.
    const rules = isUnsigned(condition)
      ? COMPARE_RULES.filter(({ text }) => !text.startsWith("cmp(and"))
      : COMPARE_RULES;
    this.#byRule(rules, { operator: "cmp", operands: [compared.a, compared.b] }, width, ZERO);
  }

  /** A comparison of a boolean with 0 is the comparison that it came from. */
  #unfolded(comparison: Comparison, a: Value, b: Value): { comparison: Comparison; a: Value; b: Value } {
    const isTest = (comparison === "ne" || comparison === "eq") && isConstant(b, 0n);
    if (!isTest || a.op !== "compare" || !this.#isInner(a)) return { comparison, a, b };
    const inner = comparison === "ne" ? a.comparison : OPPOSITE[a.comparison];
    return this.#unfolded(inner, a.a, a.b);
  }

  /** At 32 bits, where both sides are extensions of a W register and it makes no difference. */
  #narrowed({ comparison, a, b }: { comparison: Comparison; a: Value; b: Value }): { width: Width; comparison: Comparison } {
    const isExtension = (value: Value, operator: string): boolean =>
      value.op === "unary" && value.operator === operator && this.#isInner(value);
    const signed = isExtension(a, "sext32") || isExtension(b, "sext32");
    if (signed && isSigned(a) && isSigned(b)) return { width: 32, comparison };
    const unsigned = isExtension(a, "zext32") || isExtension(b, "zext32");
    if (unsigned && this.#isZeroValue(a) && this.#isZeroValue(b)) {
      return { width: 32, comparison: UNSIGNED[comparison] };
    }
    return { width: 64, comparison };
  }

  #isZeroValue(value: Value): boolean {
    return (value.op === "unary" && value.operator === "zext32") || this.#isZeroExtended(value);
  }

  /** Emits a test of the comparison, and before it what sets the flags if it looks at them. */
  #test(
    comparison: Comparison, a: Value, b: Value, emit: ((test: Test) => Placeless) | undefined,
  ): Test {
    const compared = normalised(this.#unfolded(comparison, a, b));
    const direct = this.#registerTest(compared.comparison, compared.a, compared.b);
    if (direct !== undefined) {
      if (emit !== undefined) this.#emit(emit(direct));
      return direct;
    }
    let test: Test | undefined;
    this.#flags(comparison, a, b, (cond) => {
      test = { row: "B.cond", fields: { cond } };
      return emit === undefined ? [] : [emit(test)];
    });
    return test!;
  }

  /** A branch that needs no flags: on a register that is or is not zero, or on one of its bits. */
  #registerTest(comparison: Comparison, a: Value, b: Value): Test | undefined {
    if (!isConstant(b, 0n)) return undefined;
    if (comparison === "lt" || comparison === "ge") {
      const isHalf = a.op === "unary" && a.operator === "sext32" && this.#isInner(a);
      const Rt = this.#register(isHalf ? lowerHalf(a) : a);
      const bit = isHalf ? 31 : 63;
      return { row: comparison === "lt" ? "TBNZ" : "TBZ", fields: { ...bitFields(bit), Rt } };
    }
    if (comparison !== "eq" && comparison !== "ne") return undefined;
    const bit = this.#testedBit(a);
    if (bit !== undefined) {
      const fields = { ...bitFields(bit.bit), Rt: this.#register(bit.of) };
      return { row: comparison === "ne" ? "TBNZ" : "TBZ", fields };
    }
    if (a.op === "binary" && a.operator === "and" && this.#isInner(a)) return undefined;
    const isHalf = a.op === "unary" && /^[sz]ext32$/.test(a.operator) && this.#isInner(a);
    const Rt = this.#register(isHalf ? lowerHalf(a) : a);
    return { row: comparison === "ne" ? "CBNZ" : "CBZ", fields: { sf: isHalf ? 0 : 1, Rt } };
  }

  /** Of `x & 2^bit`, which bit of what. */
  #testedBit(value: Value): { readonly bit: number; readonly of: Value } | undefined {
    if (value.op !== "binary" || value.operator !== "and" || !this.#isInner(value)) return undefined;
    const [mask, of] = value.a.op === "constant" ? [value.a, value.b] : [value.b, value.a];
    if (mask.op !== "constant" || of.op === "constant" || mask.value === 0n) return undefined;
    if ((mask.value & (mask.value - 1n)) !== 0n) return undefined;
    const bit = mask.value.toString(2).length - 1;
    return { bit, of: bit < 32 ? lowerHalf(of, (each) => this.#isInner(each)) : of };
  }

  // ---- memory

  #load(instruction: Extract<Instruction, { op: "load" }>): void {
    const access = LOADS[instruction.width];
    this.#access(access, instruction.base, instruction.offset, this.#registerOf(instruction));
  }

  #store(instruction: Extract<Instruction, { op: "store" }>): void {
    const { width, base, offset, value } = instruction;
    const isHalf = WIDTHS[width].bytes < 8;
    const Rt = this.#register(isHalf ? lowerHalf(value) : value);
    this.#access(STORES[width], base, offset, Rt);
  }

  #access(access: Access, base: Value, offset: number, Rt: Register): void {
    const isInner = (value: Value): boolean => this.#isInner(value) || this.#isAddress(value);
    const original = this.#aliased(base);
    const node = nodeOf(original);
    if (node !== undefined && isInner(original)) {
      for (const { rule, offsetOf } of ADDRESSES) {
        const leaves = match(rule.pattern, node, {
          width: 64, isInner: (each) => this.#isInner(each), original: (each) => this.#aliased(each),
        });
        if (leaves === undefined || !rule.holds({ ...leaves, access, at: offset }, 64)) continue;
        const more = offsetOf(leaves);
        if (more !== undefined) return this.#access(access, leaves["a"] as Value, offset + more, Rt);
        this.#emit(rule.make({ ...this.#inRegisters(leaves), access, Rd: Rt }));
        return;
      }
    }
    const direct = access.direct(offset);
    if (direct !== undefined) {
      return this.#emit({ op: "row", row: direct.row, fields: { ...direct.fields, Rn: this.#base(base), Rt } });
    }
    const address = this.#count++;
    this.#emit({
      ...row("ADD (shifted register)", {
        sf: 1, shift: 0, Rm: this.#constant(BigInt.asUintN(64, BigInt(offset))), imm6: 0,
        Rn: this.#register(base), Rd: address,
      }),
    }, { op: "row", ...access.direct(0)!, fields: { ...access.direct(0)!.fields, Rn: address, Rt } });
  }

  /** The register of an address: 31 would be SP. */
  #base(value: Value): Register {
    const register = this.#register(value);
    return register === ZERO ? this.#made({ op: "constant", value: 0n }) : register;
  }

  /** Whether all that is done with `value`, in this block, is to load from there or store to it. */
  #isAddress(value: Value): boolean {
    const users = this.#users.get(value) ?? [];
    return this.#homes.get(value) === this.#block && users.every((user) =>
      (user.op === "load" || (user.op === "store" && user.value !== value))
      && this.#homes.get(user) === this.#block);
  }

  // ---- ends

  #exit(terminator: Terminator, edges: MachineBlock[]): Exit {
    switch (terminator.op) {
      case "jump": return this.#jump(terminator.edge);
      case "branch": return this.#branch(terminator, edges);
      case "return": {
        const { value } = terminator;
        return { op: "return", value: value === undefined ? undefined : this.#source(value) };
      }
      case "trap": return { op: "trap", trap: terminator.trap };
      case "unreachable": return { op: "none" };
      case "invoke": return this.#invoke(terminator);
    }
  }

  #jump({ to, args }: Edge): Exit & { op: "jump" } {
    return { op: "jump", to: this.#machineOf(to), args: args.map((arg) => this.#source(arg)) };
  }

  #branch(terminator: Extract<Terminator, { op: "branch" }>, edges: MachineBlock[]): Exit {
    const { comparison, a, b } = terminator;
    const then = this.#way(terminator.then, edges);
    const otherwise = this.#way(terminator.otherwise, edges);
    return { op: "branch", test: this.#test(comparison, a, b, undefined), then, otherwise };
  }

  /** Where a branch goes: arguments are passed in a block of the edge's own. */
  #way(edge: Edge, edges: MachineBlock[]): MachineBlock {
    const to = this.#machineOf(edge.to);
    if (edge.args.length === 0) return to;
    const from = this.#machineOf(this.#block);
    const between = new MachineBlock(-1, Math.min(from.depth, to.depth), from.isCold || to.isCold, this.#at);
    between.exit = { ...this.#jump(edge), at: this.#at };
    edges.push(between);
    return between;
  }

  #invoke(terminator: Extract<Terminator, { op: "invoke" }>): Exit {
    const { callee, args, normal } = terminator;
    const [parameter] = normal.parameters;
    const result = parameter === undefined ? undefined : this.#count++;
    this.#emit({
      op: "call", result, handler: this.#machineOf(terminator.handler),
      callee: typeof callee === "string" ? callee : this.#register(callee),
      args: args.map((arg) => this.#source(arg)),
    });
    const passed = result === undefined ? [] : [result];
    return { op: "jump", to: this.#machineOf(normal), args: passed };
  }
}

/** An instruction or a block's end. */
type User = Instruction | Terminator & { readonly value?: unknown };

function usersOf(ir: IrFunction): Map<Value, User[]> {
  const users = new Map<Value, User[]>();
  const add = (value: Value, user: User): void => {
    const known = users.get(value);
    if (known === undefined) users.set(value, [user]);
    else known.push(user);
  };
  for (const { instructions, terminator } of ir.blocks) {
    for (const each of instructions) for (const value of operandsOf(each)) add(value, each);
    if (terminator === undefined) continue;
    for (const value of operandsOfTerminator(terminator)) add(value, terminator);
  }
  return users;
}

const isConstant = (value: Value, wanted: bigint): boolean =>
  value.op === "constant" && value.value === BigInt.asUintN(64, wanted);

const isSmall = (value: Value): boolean => value.op === "constant" && value.value < 2n ** 32n;

/** Whether a value is what its lower half says, signed. */
function isSigned(value: Value): boolean {
  switch (value.op) {
    case "constant": return BigInt.asUintN(64, BigInt.asIntN(32, value.value)) === value.value;
    case "compare": return true;
    case "load": return ["s8", "s16", "s32", "u8", "u16"].includes(value.width);
    case "unary": return ["sext8", "sext16", "sext32", "zext8", "zext16"].includes(value.operator);
    default: return false;
  }
}

const hasCall = ({ instructions, terminator }: Block): boolean =>
  terminator?.op === "invoke"
  || instructions.some(({ op }) => op === "call" || op === "call indirect");

const bitFields = (bit: number) => ({ b5: bit >> 5, b40: bit & 31 });
