// What the pages of chapter 7 ask for that is no part of the compiler: practice, and a graded question.

/** Operators of the language, between two numbers; "trunc" is Math.trunc(a / b). */
export type NumberOperator = "+" | "-" | "*" | "trunc" | "%" | "|" | "<<" | ">>>";

/** What an operand of an addition is: anything in a register, a constant, or what one operation makes of a register. */
export type AddOperand =
  | { readonly kind: "register" }
  /** A word of 64 bits, from 0. */
  | { readonly kind: "constant"; readonly value: bigint }
  /** By `amount` bits, 1 to 63. `uses` is by how many operands, this one among them, the outcome is used. */
  | { readonly kind: "shl" | "lshr" | "ashr"; readonly amount: number; readonly uses: number }
  | { readonly kind: "sext32" | "zext32"; readonly uses: number };

/** The instruction for an addition. `inner` is the operand whose own instruction is left out. */
export type AddForm =
  | { readonly form: "ADD immediate" | "SUB immediate"; readonly imm12: number; readonly sh: 0 | 1 }
  | { readonly form: "shifted"; readonly shift: "LSL" | "LSR" | "ASR"; readonly amount: number; readonly inner: "a" | "b" }
  | { readonly form: "extended"; readonly extend: "SXTW" | "UXTW"; readonly inner: "a" | "b" }
  | { readonly form: "registers" };

/** The least and the most that a value may be. */
export interface NumberRange {
  readonly least: bigint;
  readonly most: bigint;
}

/** What is known of a result, and whether the check that it is a number is needed. */
export interface Checked extends NumberRange {
  readonly isCheckNeeded: boolean;
}

/** A function's frame: the address of its caller's (0: it has none), and where it returns to. */
export interface FrameLinks {
  readonly caller: number;
  readonly returnsTo: number;
}

/** Where an exception goes on, and with which frame. */
export interface Caught {
  readonly handler: number;
  readonly frame: number;
}

export interface HeapObject {
  readonly address: number;
  readonly bytes: number;
  /** Of objects, their addresses; or 0. */
  readonly references: readonly number[];
}

/** A parameter's type, on the machine of your question. */
export type ParameterType = "byte" | "word" | "pair" | "float" | "record";

export interface CompilerQuestions {
  /** What is reached from `roots`, in the order of sort(). `uses` says what each thing mentions. */
  reached(uses: Readonly<Record<string, readonly string[]>>, roots: readonly string[]): readonly string[];
  /** The operator's result as a word of 64 bits, of two numbers as such words; or the trap. */
  operate(operator: NumberOperator, a: bigint, b: bigint): bigint | "unsafe" | "divide";
  /** For each block its immediate dominator; undefined for the entry, block 0, and for what it does not lead to. */
  immediateDominators(next: readonly (readonly number[])[]): readonly (number | undefined)[];
  addForm(a: AddOperand, b: AddOperand): AddForm;
  rangeOf(operator: "+" | "-" | "*", a: NumberRange, b: NumberRange): Checked;
  /** Where an exception is caught; undefined if nowhere. `handlers` are rows [returnsTo, handler], sorted. */
  catcher(
    frames: Readonly<Record<number, FrameLinks>>, thrower: number, handlers: readonly (readonly [number, number])[],
  ): Caught | undefined;
  /** The addresses of the objects that are reached from `roots`, sorted. `heap` is sorted by address. */
  mark(heap: readonly HeapObject[], roots: readonly number[]): readonly number[];
  /** DWARF's variable length. */
  leb128(value: number, isSigned: boolean): Uint8Array;
  /** Where the parameters of a function are passed, on the machine of your question: "r3", "r4:r5", "f0", "[sp+8]". */
  passed(parameters: readonly ParameterType[]): readonly string[];
}
