// A process: a program's memory, registers and files, and whose child it is.

import type { AddressSpace } from "./address-space";
import type { FileTable } from "./file-table";
import type { Registers } from "./registers";
import { SignalState } from "./signals";
import type { UserMemory } from "./user-memory";

/** How a process came to its end. */
export type Ending =
  | { readonly kind: "exited"; readonly status: number }
  | { readonly kind: "killed"; readonly signal: number };

/** The program that a process executes. */
export interface Image {
  /** An absolute path. */
  readonly path: string;
  readonly args: readonly string[];
  readonly memory: UserMemory;
  /** Where brk began: it never goes below. */
  readonly brkStart: bigint;
}

export interface UnfinishedCall {
  readonly name: string;
  readonly retry: () => void;
}

export class Process {
  readonly pid: number;
  parent: Process | undefined;
  group: number;
  session: number;
  readonly registers: Registers;
  image: Image;
  brk: bigint;
  readonly files: FileTable;
  cwd: string;
  umask = 0o022;
  readonly signals: SignalState;
  /** Where to write 0 when it ends (set_tid_address). */
  clearAtEnd = 0n;
  ending: Ending | undefined;
  /** vfork: this child runs on its memory, and it waits until the child is through with it. */
  lentTo: Process | undefined;
  /** When a sleep ends, or a wait's patience: of the system call that is being repeated. */
  wakeAt: bigint | undefined;
  /** SIGALRM comes then; nanoseconds of the monotonic clock. */
  alarmAt: bigint | undefined;
  /** A system call that could not be finished: what to try again. PC is behind it, and X0 as it was. */
  unfinished: UnfinishedCall | undefined;

  constructor(options: {
    pid: number; parent?: Process | undefined; registers: Registers; image: Image; files: FileTable; cwd: string; signals?: SignalState;
  }) {
    this.pid = options.pid;
    this.parent = options.parent;
    this.group = options.parent?.group ?? options.pid;
    this.session = options.parent?.session ?? options.pid;
    this.registers = options.registers;
    this.image = options.image;
    this.brk = options.image.brkStart;
    this.files = options.files;
    this.cwd = options.cwd;
    this.signals = options.signals ?? new SignalState();
  }

  get memory(): UserMemory {
    return this.image.memory;
  }

  get space(): AddressSpace {
    return this.image.memory.space;
  }

  /** The name that a list of processes would show. */
  get name(): string {
    return this.image.path.replace(/^.*\//, "");
  }
}
