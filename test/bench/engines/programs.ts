// What the bench has its machines do: eight programs of programs/, each of a kind; and how often.

export interface Program {
  readonly name: string;
  readonly kind: string;
  /** Of a pass on a fast machine: near half a second of QEMU's. */
  readonly rounds: number;
  /** Whether it needs floating-point registers; the others are compiled without. */
  readonly isFloating?: true;
}

export const PROGRAMS: readonly Program[] = [
  { name: "sieve",     kind: "integers",              rounds:  350 },
  { name: "hash-map",  kind: "memory",                rounds:  180 },
  { name: "fib",       kind: "calls",                 rounds:  160 },
  { name: "nbody",     kind: "floating point",        rounds:  250, isFloating: true },
  { name: "crc32",     kind: "bytes",                 rounds: 1200 },
  { name: "sha256",    kind: "bit operations",        rounds: 1600 },
  { name: "multiply",  kind: "64-bit multiplication", rounds: 2400 },
  { name: "quicksort", kind: "branches",              rounds:  250 },
];

/** The program of cold-source.ts, and how often each of its functions goes round its loop, from little to much. */
export const COLD = "cold";
export const COLD_ROUNDS = [1_000, 10_000] as const;

/** Debian's Linux to its shell. */
export const DEBIAN = "debian";

export const NAMES: readonly string[] = [...PROGRAMS.map(({ name }) => name), COLD, DEBIAN];
