// A function of the intermediate representation: blocks of instructions over values that are each
// computed in one place (static single assignment). What other texts write as phi is here a block's
// parameter: who jumps to the block passes the argument.
//
// 1. A value is an instruction or a parameter, and is itself the name of its result.
// 2. A block ends in one terminator, and has it nowhere else.
// 3. A value's place dominates its uses; verify.ts holds all of this.

import type { BinaryOp, Comparison, Trap, UnaryOp, Width } from "./operation";

/** Where in the source: the stack trace, the debugger's lines and the errors read it. */
export interface Place {
  /** From the root of the sources: "src/unikernel/runtime/strings.ts". */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * What a value stands for: a safe integer; an unsigned 64-bit word; 0 or 1; an object's address; an
 * object's address or 0, which is null and undefined; or, between two instructions, any 64 bits.
 */
export type Kind = "number" | "word" | "boolean" | "ref" | "ref?" | "raw";

interface Typed {
  readonly kind: Kind;
  /** Names it in print: v12. Unlike any other of its function. */
  readonly id: number;
}

export interface Parameter extends Typed {
  readonly op: "parameter";
  /** The source's name, where it has one. */
  readonly name?: string;
}

interface Made extends Typed {
  readonly at: Place;
}

export type Value = Parameter | Instruction;

export type Instruction =
  | Constant | SymbolAddress | Binary | Unary | Compare | Select
  | Load | Store | SlotLoad | SlotStore | Call | CallIndirect
  | Guard | Safe | NonNull | Machine | ReadSpecial;

/** `value`, 64 bits from 0. */
export interface Constant extends Made { readonly op: "constant"; readonly value: bigint }

/** The address of a function or of data, which the linker knows. */
export interface SymbolAddress extends Made { readonly op: "symbol"; readonly symbol: string }

export interface Binary extends Made {
  readonly op: "binary"; readonly operator: BinaryOp; readonly a: Value; readonly b: Value;
}

export interface Unary extends Made {
  readonly op: "unary"; readonly operator: UnaryOp; readonly a: Value;
}

/** 1 if the comparison holds, or 0. */
export interface Compare extends Made {
  readonly op: "compare"; readonly comparison: Comparison; readonly a: Value; readonly b: Value;
}

/** `then` if the comparison holds, or `otherwise`; both have been computed. */
export interface Select extends Made {
  readonly op: "select";
  readonly comparison: Comparison; readonly a: Value; readonly b: Value;
  readonly then: Value; readonly otherwise: Value;
}

/**
 * Memory at base + offset. `invariant`: what is there never changes while the object lives (a
 * length of a string, a typed array's data), so that the load may be moved and repeated.
 */
export interface Load extends Made {
  readonly op: "load";
  readonly width: Width; readonly base: Value; readonly offset: number; readonly invariant: boolean;
}

export interface Store extends Made {
  readonly op: "store";
  readonly width: Width; readonly base: Value; readonly offset: number; readonly value: Value;
}

/** A local variable that lives in the frame, since a handler may need it: see Invoke. */
export interface SlotLoad extends Made { readonly op: "slot load"; readonly slot: number }
export interface SlotStore extends Made {
  readonly op: "slot store"; readonly slot: number; readonly value: Value;
}

/** At most eight arguments, in X0 to X7; the result in X0. */
export interface Call extends Made {
  readonly op: "call"; readonly symbol: string; readonly args: readonly Value[];
}
export interface CallIndirect extends Made {
  readonly op: "call indirect"; readonly code: Value; readonly args: readonly Value[];
}

/** Traps unless the comparison holds. */
export interface Guard extends Made {
  readonly op: "guard";
  readonly comparison: Comparison; readonly a: Value; readonly b: Value; readonly trap: Trap;
}

/** `a` as a number; traps ("unsafe") if it is no safe integer as a signed word. */
export interface Safe extends Made { readonly op: "safe"; readonly a: Value }

/** `a`, where it is known not to be 0: stays below the test that found it out. */
export interface NonNull extends Made { readonly op: "non-null"; readonly a: Value }

/**
 * One instruction in assembly, for what no operation says: "mrs {result}, CNTVCT_EL0",
 * "msr TTBR0_EL1, {0}", "wfi". Never moved, left out or repeated.
 */
export interface Machine extends Made {
  readonly op: "machine"; readonly text: string; readonly args: readonly Value[];
}

/** A register that the calling convention gives a meaning: the frame's address. */
export interface ReadSpecial extends Made { readonly op: "special"; readonly register: "FP" }

/** A way on: the block, and an argument for each of its parameters. */
export interface Edge {
  readonly to: Block;
  readonly args: readonly Value[];
}

export type Terminator =
  | { readonly op: "jump"; readonly edge: Edge; readonly at: Place }
  | {
    readonly op: "branch"; readonly at: Place;
    readonly comparison: Comparison; readonly a: Value; readonly b: Value;
    readonly then: Edge; readonly otherwise: Edge;
  }
  | { readonly op: "return"; readonly value: Value | undefined; readonly at: Place }
  | { readonly op: "trap"; readonly trap: Trap; readonly at: Place }
  /** Behind a call that does not return. */
  | { readonly op: "unreachable"; readonly at: Place }
  | Invoke;

/**
 * A call whose exceptions are caught here. It goes on at `normal` with the result as that block's
 * only parameter, or at `handler`, whose only parameter is what was thrown. No edge brings the
 * handler more: of what was computed before, it finds what the frame keeps, so a variable that a
 * try block assigns lives in a slot.
 */
export interface Invoke {
  readonly op: "invoke"; readonly at: Place;
  readonly callee: string | Value;
  readonly args: readonly Value[];
  readonly normal: Block;
  readonly handler: Block;
}

export class Block {
  readonly parameters: Parameter[] = [];
  readonly instructions: Instruction[] = [];
  terminator: Terminator | undefined;
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

/**
 * A function, before it has addresses. Its first block is where it starts; that block has no
 * parameters.
 */
export class IrFunction {
  /** What others call it by: "file.ts#Class.method". */
  readonly symbol: string;
  /** What a stack trace calls it: "Class.method". */
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly at: Place;
  readonly blocks: Block[] = [];
  /** Words in the frame for variables that handlers may need. */
  slots = 0;
  /** Unless the source says `@noalloc`: see ../no-allocation.ts. */
  mayAllocate = true;
  #nextId: number;

  constructor(symbol: string, title: string, parameters: readonly Parameter[], at: Place) {
    this.symbol = symbol;
    this.title = title;
    this.parameters = parameters;
    this.at = at;
    this.#nextId = parameters.reduce((least, { id }) => Math.max(least, id + 1), 0);
  }

  newId(): number {
    return this.#nextId++;
  }

  newBlock(): Block {
    const block = new Block(this.newId());
    this.blocks.push(block);
    return block;
  }

  newSlot(): number {
    return this.slots++;
  }
}
