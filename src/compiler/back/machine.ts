// Machine instructions before they have registers: rows of the decoder's tables whose register
// fields may hold the number of a virtual register. A few are more than one instruction, or none,
// until it is known where everything lives: a constant, a call, what a function is entered with.
//
// 1. Registers 0 to 31 are the machine's, 31 being zero (XZR); from 32 on they are virtual.
// 2. Each virtual register is written by one instruction, or is a parameter of one block: what the
//    IR says of its values is still true. (A spilled one has its copies: see spill.ts.)

import type { Place } from "../ir/function";
import type { Trap } from "../ir/operation";
import type { Fields, FieldsOf, RowName } from "./encode";

export type Register = number;

export const FIRST_VIRTUAL = 32;
export const isVirtual = (register: Register): boolean => register >= FIRST_VIRTUAL;

/** XZR, where a field means a register that reads as zero; SP where it means an address. */
export const ZERO = 31;
export const SP = 31;
export const FP = 29;
export const LR = 30;
/** Holds 2^53 wherever compiled code runs: all that is below is a safe integer. */
export const LIMIT = 28;
export const LIMIT_VALUE = 1n << 53n;
/** The back end's own, between instructions; the linker's too. */
export const SCRATCH = 16;
export const SCRATCH_2 = 17;

/** What a move may take: a register, or what can be made anew anywhere. */
export type Source =
  | Register
  | { readonly op: "constant"; readonly value: bigint }
  | { readonly op: "address"; readonly symbol: string };

/** A word in the frame: a slot of the IR's, or one of the allocator's own. */
export interface FrameSlot {
  readonly kind: "variable" | "spill";
  readonly index: number;
}

type Shape =
  /** One instruction. If `traps`, it is a branch to where that trap is raised. */
  | { readonly op: "row"; readonly row: RowName; readonly fields: Fields; readonly traps?: Trap }
  | { readonly op: "constant"; readonly value: bigint; readonly to: Register }
  | { readonly op: "address"; readonly symbol: string; readonly to: Register }
  /** What a symbol near the code has in memory: 64 bits. */
  | { readonly op: "load near"; readonly symbol: string; readonly to: Register }
  | { readonly op: "move"; readonly from: Register; readonly to: Register }
  | { readonly op: "load slot"; readonly slot: FrameSlot; readonly to: Register }
  | { readonly op: "store slot"; readonly slot: FrameSlot; readonly from: Register }
  /** Arguments come from anywhere. Behind it X0 to X17 are lost; the result is in X0. */
  | {
    readonly op: "call"; readonly callee: string | Register;
    readonly args: readonly Source[]; readonly result: Register | undefined;
    readonly handler?: MachineBlock;
  }
  /** The function's parameters, which come in X0 to X7. */
  | { readonly op: "enter"; readonly to: readonly Register[] }
  /** What was thrown, which comes in X0; SP is to be made from FP. */
  | { readonly op: "catch"; readonly to: Register | undefined }
  /** Instructions in assembly, with {0} and {result}; registers it names are lost. */
  | {
    readonly op: "assembly"; readonly text: string;
    readonly args: readonly Register[]; readonly result: Register;
  };

export type MachineInstruction = Shape & { readonly at: Place };

/** How a block ends. Where a branch goes, nothing is passed: see blocks that are edges. */
export type Exit =
  | { readonly op: "jump"; readonly to: MachineBlock; readonly args: readonly Source[] }
  | {
    readonly op: "branch"; readonly test: Test;
    readonly then: MachineBlock; readonly otherwise: MachineBlock;
  }
  | { readonly op: "return"; readonly value: Source | undefined }
  | { readonly op: "trap"; readonly trap: Trap }
  | { readonly op: "none" };

/** A conditional branch without its distance. */
export interface Test {
  readonly row: "B.cond" | "CBZ" | "CBNZ" | "TBZ" | "TBNZ";
  readonly fields: Fields;
}

export class MachineBlock {
  readonly id: number;
  readonly parameters: Register[] = [];
  readonly instructions: MachineInstruction[] = [];
  exit: Exit & { readonly at: Place };
  /** How many loops are around it. */
  readonly depth: number;
  /** Rarely run: stands behind the others. */
  readonly isCold: boolean;

  constructor(id: number, depth: number, isCold: boolean, at: Place) {
    this.id = id;
    this.depth = depth;
    this.isCold = isCold;
    this.exit = { op: "none", at };
  }
}

/** The blocks in the order in which they stand; the first is entered. */
export interface MachineFunction {
  readonly blocks: MachineBlock[];
  /** One more than the last virtual register. */
  registers: number;
  readonly readsFramePointer: boolean;
  readonly slots: number;
}

/** An instruction by its row: the fields are checked against the row's diagram. */
export function row<Name extends RowName>(
  name: Name, fields: FieldsOf<Name>,
): { readonly op: "row"; readonly row: Name; readonly fields: Fields } {
  return { op: "row", row: name, fields };
}

export function successorsOf(block: MachineBlock): MachineBlock[] {
  const { exit } = block;
  const last = block.instructions.at(-1);
  const handler = last?.op === "call" && last.handler !== undefined ? [last.handler] : [];
  switch (exit.op) {
    case "jump":   return [exit.to, ...handler];
    case "branch": return [exit.then, exit.otherwise];
    case "return": case "trap": case "none": return handler;
  }
}
