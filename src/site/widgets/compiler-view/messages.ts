/** What a page and the Worker with the compiler say to each other: plain data, one answer a request. */
import type { CompiledView } from "./compiled-view";

export interface CompileRequest {
  readonly source: string;
  readonly isOptimized: boolean;
  /** Whose place the text takes: a module of the kernel's, beside which its imports are. Without one, it is a program of its own. */
  readonly path?: string;
}

/** What the language has no room for, or TypeScript objects to, at its place in the program; lines count from 1. */
export interface RefusedLine {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

export type CompileOutcome =
  | { readonly kind: "compiled"; readonly view: CompiledView; readonly image: Uint8Array; readonly ms: number }
  | { readonly kind: "refused"; readonly lines: readonly RefusedLine[]; readonly ms: number };
