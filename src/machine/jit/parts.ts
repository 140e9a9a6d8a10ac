// The parts of the fast engine that can be replaced: what this chapter's exercises implement. An
// engine built from others than ours runs the same programs, or lockstep shows where it does not.
//
// 1. All but isStale() are asked while code is compiled, never while it runs.
// 2. A place is a distance in bytes from the beginning of a page of 4096 bytes.

/** How the CPU goes on behind an instruction. */
export interface Way {
  /** "leave": an exception, or the return from one; compiled code ends here. */
  readonly flow: "next" | "branch" | "branch if" | "leave";
  /** Of a branch: how many bytes from itself; undefined if a register says where to. */
  readonly distance: number | undefined;
}

/** How a block ends. */
export type Exit =
  /** Goes on at a place, which may be in another page. */
  | { readonly kind: "to"; readonly place: number }
  /** The branch's place if its condition holds, else the next. */
  | { readonly kind: "either"; readonly taken: number; readonly next: number }
  /** Wherever a register says. */
  | { readonly kind: "computed" }
  /** The interpreter takes it from here. */
  | { readonly kind: "leave" };

export interface BlockEnd {
  /** Instructions in the block. */
  readonly count: number;
  readonly exit: Exit;
}

/** What a node of a graph becomes in a language without goto. */
export interface Shape {
  /** Several edges go forward to it. */
  readonly isMerge: boolean;
  /** An edge goes back to it, from a node that it dominates. */
  readonly isLoop: boolean;
  /** An edge goes back to it, from a node that it does not dominate. */
  readonly isWild: boolean;
}

/** An access hits if ((address + plus) & mask) ^ flip is its entry's tag, in words of 64 bits. */
export interface TlbCheck {
  readonly plus: bigint;
  readonly mask: bigint;
  readonly flip: bigint;
}

/** The operation that NZCV comes from, and its width. Logic has one operand, its result. */
export type FlagsFrom = "add32" | "add64" | "sub32" | "sub64" | "logic32" | "logic64";

/** As WebAssembly calls them, of the operation's width. */
export type Relation =
  | "eq" | "ne" | "lt_s" | "lt_u" | "le_s" | "le_u" | "gt_s" | "gt_u" | "ge_s" | "ge_u";

/** A condition that needs no flags. */
export type LazyCondition =
  | "always" | "never"
  | {
    readonly left: "x" | "x + y" | "x - y";
    readonly relation: Relation;
    readonly right: "x" | "y" | "zero";
  };

export interface JitParts {
  /**
   * The block that begins at `place`. `wayAt` says of a place in the page which way the instruction
   * there goes; undefined: nobody has executed it. `isStart`: another block begins there. A block
   * has at most `most` instructions.
   */
  blockEnd(
    place: number, wayAt: (place: number) => Way | undefined, isStart: (place: number) => boolean,
    most: number,
  ): BlockEnd;
  /**
   * The shape of each node. `graph[n]` are the nodes that n goes on to; `order` gives each its
   * place in reverse postorder, and `dominator` its immediate dominator, node 0 its own.
   */
  shapesOf(
    graph: readonly (readonly number[])[], order: readonly number[], dominator: readonly number[],
  ): readonly Shape[];
  /** The instruction that puts `word`, unsigned, on the stack: opcode and number. */
  integerConstant(type: "i32" | "i64", word: bigint): Uint8Array;
  /**
   * Which accesses of `bytes` bytes, a power of two up to 16, hit. `mustBeAligned`: no others may.
   * `flags` are those that the entry must have in bits 11:0 of its tag.
   */
  tlbCheck(bytes: number, mustBeAligned: boolean, flags: number): TlbCheck;
  /** What `cond` (0 to 13) means behind an operation; undefined if one comparison cannot say. */
  lazyCondition(from: FlagsFrom, cond: number): LazyCondition | undefined;
  /**
   * Whether a store of `length` bytes, from `offset` on, writes to a word that has a bit in
   * `words`: bit n % 32 of element n / 32 is the page's word n. The store may begin before the
   * page (`offset` is below 0 then), and end behind it.
   */
  isStale(words: ArrayLike<number>, offset: number, length: number): boolean;
}
