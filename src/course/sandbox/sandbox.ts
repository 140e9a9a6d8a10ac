// Where other people's code runs. A Sandbox turns a program into a command line; process.ts starts it and watches it;
// choose.ts takes the best there is.
//
//   bubblewrap     no network, an empty read-only root, its own processes, no environment, no new processes
//   second user    weaker: another user's rights, and Node's permission model in place of walls
//   unconfined     none: one's own code, or --unsafe

/** A Node program that runs student code, or works on it. */
export interface Program {
  /** An absolute path. In the sandbox the folder it is in is all there is, read-only. */
  readonly script: string;
  /** Node's flags. */
  readonly flags: readonly string[];
  readonly limits: Limits;
}

export interface Limits {
  readonly heapMiB: number;
  /** All private memory beyond what an idle Node has, heap included: a large ArrayBuffer, and many small ones. */
  readonly memoryMiB: number;
  /** Processor time, seconds; undefined for a resident process. */
  readonly cpuSeconds: number | undefined;
}

export interface Command {
  /** The program, and what it is called with. */
  readonly argv: readonly string[];
  /** Further bytes for the process to read, from descriptor 3 on. */
  readonly inputs: readonly Uint8Array[];
  /** Whether it leads a process group of its own, all of which is ended with it. */
  readonly group: boolean;
  readonly uid?: number;
  readonly gid?: number;
}

export interface Sandbox {
  /** Named in every report: "bubblewrap", with what is weaker than it should be. */
  readonly name: string;
  command(program: Program): Command;
}
