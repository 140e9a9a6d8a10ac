// What programs run on: what the host gives to all of them.

import type { Clock } from "./clock";
import type { Files } from "./files";
import type { Frames } from "./frames";
import type { RandomBytes } from "./random";

/** Who the programs are, to the host. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export interface Resources {
  readonly files: Files;
  readonly frames: Frames;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly identity: Identity;
  /** Forgets what the CPU knows of the current process's pages. */
  readonly changed: () => void;
  /** The size of the terminal. */
  readonly window: { readonly columns: number; readonly rows: number };
}
