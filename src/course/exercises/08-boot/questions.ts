// What the exercises of chapter 8 ask for that is no part of the kernel: graded questions.

/** An exception, as far as its vector is concerned. */
export interface ForeignException {
  /** The vector that it goes to, by its name. */
  readonly vector: string;
  /** The registers that the handler changes. */
  readonly changes: readonly string[];
  /** Whether another exception is taken while the handler runs. */
  readonly nested: boolean;
}

/** What a kernel finds out in its first instructions, and is going to do. */
export type EntryPlan =
  | { readonly refused: number }
  | {
    readonly level: number;
    readonly stack: string;
    /** Of "DAIF", the letters of what is not masked. */
    readonly open: string;
    /** What it writes, in the kernel's order. */
    readonly sets: readonly (readonly [register: string, value: bigint])[];
    /** With what it goes down to EL1, if it has to. */
    readonly down?: { readonly spsr: bigint; readonly elr: bigint };
    /** Where the device tree will be. */
    readonly tree: bigint;
  };

export interface BootQuestions {
  /** What the interrupted program does not find as it was, in the order of your question. */
  foreignVector(exception: ForeignException): readonly string[];
  /** What the kernel of your question makes of what a loader has left. `treeBytes`: how long the device tree is. */
  planEntry(registers: Readonly<Record<string, bigint>>, treeBytes: bigint): EntryPlan;
}
