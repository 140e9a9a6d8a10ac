// What the judge asks of the worker that compiles parts of the unikernel, and what that says: plain data.

import type { KernelPart } from "../../exercises/exercise";

export interface KernelRequest {
  /** The submission's files of the chapter, at paths of the working copy: "work/08-boot/zero.ts". */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  /** What the entry exports. */
  readonly name: string;
  readonly kernel: KernelPart;
  /** Whether the service is to be built and booted, or the part only looked at. */
  readonly boots: boolean;
}

/** What a service did until it waited for ever, was switched off, or had executed all that it may. */
export interface ServiceRun {
  readonly printed: string;
  readonly end: "off" | "waits" | "still runs";
  readonly instructions: number;
}

export type KernelOutcome =
  | { readonly kind: "compile error"; readonly errors: readonly string[] }
  | { readonly kind: "in the language" }
  | { readonly kind: "booted"; readonly ours: ServiceRun; readonly theirs: ServiceRun };

/** The kernel's sources, and what they import: by path from the course's root. */
export type KernelSources = Readonly<Record<string, string>>;
