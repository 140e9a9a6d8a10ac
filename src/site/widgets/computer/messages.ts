/**
 * What a page and the Worker with its machine say to each other: plain data. Requests are done in their order;
 * reports come whenever there is something new.
 */
import type { VirtAddr } from "../../../base/word";
import type { View } from "./view";

/** How time passes in the machine. */
export type TimeMode =
  /** With the instructions it executes; sleep lasts as long as it says. */
  | "steady"
  /** As for whoever sits before it. */
  | "host"
  /** With the instructions alone: sleep is skipped, and every run is the same. */
  | "virtual";

/** The machine itself. */
export interface Setup {
  readonly ramMiB: number;
  readonly cpus: number;
  readonly gic: 2 | 3;
  readonly bootargs: string;
  readonly time: TimeMode;
  /** Whether it has an Ethernet card. Nobody is at the other end. */
  readonly hasNetwork: boolean;
}

/** What it runs. */
export type Software =
  | { readonly kind: "assembly"; readonly source: string }
  | { readonly kind: "files"; readonly kernel?: Blob; readonly firmware?: Blob; readonly initrd?: Blob; readonly disks: readonly Blob[] };

export interface Wanted {
  readonly cpu: number;
  readonly devices: boolean;
  /** An address whose walk is shown, or wherever PC is. */
  readonly walk: VirtAddr | "pc" | undefined;
  /** Everything that is mapped. */
  readonly map?: boolean;
}

export type Request =
  /** A new machine in the place of the old one. It runs at once, or stands before its first instruction. */
  | { readonly kind: "start"; readonly setup: Setup; readonly software: Software; readonly runs: boolean }
  | { readonly kind: "run" }
  | { readonly kind: "stop" }
  | { readonly kind: "step"; readonly count: number }
  | { readonly kind: "type"; readonly bytes: Uint8Array }
  | { readonly kind: "power button" }
  /** What of its inside is reported, while it runs and when it stops; undefined: nothing. */
  | { readonly kind: "watch"; readonly wanted: Wanted | undefined }
  | { readonly kind: "save" }
  /** The machine that was saved; `disks` are those that it had. */
  | { readonly kind: "load"; readonly snapshot: Blob; readonly disks: readonly Blob[]; readonly time: TimeMode; readonly runs: boolean };

/** Why the machine stands, if it does. */
export type Standing =
  | "runs"
  /** Every CPU waits, and a timer will wake one. */
  | "sleeps"
  /** Every CPU waits for an interrupt, and only the outside can cause one. */
  | "waits"
  /** The page stopped it, or it has gone as far as it was asked to. */
  | "stopped"
  | "off"
  /** A CPU met an exception that nobody takes. */
  | "exception";

export interface Status {
  readonly standing: Standing;
  /** Instructions executed, by all CPUs together. */
  readonly time: number;
  /** The machine's own clock, in seconds since it was switched on. */
  readonly seconds: number;
  /** Instructions a second, lately; 0 unless it runs. */
  readonly speed: number;
}

/** A frame that the machine sent, and when. */
export interface SentFrame {
  readonly seconds: number;
  readonly bytes: Uint8Array;
}

/** A line of the program's text, from 1, and where its first instruction or datum is. */
export interface PlacedLine {
  readonly line: number;
  readonly address: number;
}

export type Report =
  | { readonly kind: "started"; readonly setup: Setup; readonly lines: readonly PlacedLine[] }
  | { readonly kind: "said"; readonly bytes: Uint8Array }
  | { readonly kind: "status"; readonly status: Status }
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "frames"; readonly frames: readonly SentFrame[] }
  | { readonly kind: "saved"; readonly snapshot: Uint8Array }
  /** A user's fault, in one line; `line` is that of the program's text. */
  | { readonly kind: "fault"; readonly what: string; readonly line?: number };
