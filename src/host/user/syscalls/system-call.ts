// A row of the table of system calls, and what its arguments are. The same words say how a trace
// prints them.

import type { VirtAddr } from "../../../base/word";
import type { Blocks } from "../files";
import type { Process } from "../process";
import type { Processes } from "../processes";
import type { Resources } from "../resources";

export interface Host extends Resources {
  readonly processes: Processes;
}

/** What a register is as an argument of each kind. */
interface ArgumentTypes {
  /** Signed 32 bits. */
  readonly int: number;
  readonly fd: number;
  /** A directory's number, or AT_FDCWD. */
  readonly dir: number;
  /** 32 bits of flags; a trace prints them in octal or hexadecimal. */
  readonly mode: number;
  readonly flags: number;
  /** A length: what is more than any memory counts as that. */
  readonly size: number;
  /** Signed 64 bits. */
  readonly long: bigint;
  readonly address: VirtAddr;
  /** The address of a path, which has been read: one character a byte. */
  readonly path: string;
}

export type Kind = keyof ArgumentTypes;

type ArgumentsOf<Kinds extends readonly Kind[]> = { readonly [I in keyof Kinds]: ArgumentTypes[Kinds[I]] };

/** What goes into X0; or nothing does, since the registers are another program's or moment's. */
export const KEEPS_REGISTERS = "keeps registers";
export type Result = number | bigint | Blocks | typeof KEEPS_REGISTERS;

export interface SystemCall {
  /** In X8 (include/uapi/asm-generic/unistd.h). */
  readonly number: number;
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** Throws a SystemError for what X0 gets negated. The arguments are of `kinds`. */
  readonly call: (host: Host, process: Process, ...values: never[]) => Result;
}

export const systemCall = <const Kinds extends readonly Kind[]>(
  number: number, name: string, kinds: Kinds,
  call: (host: Host, process: Process, ...values: ArgumentsOf<Kinds>) => Result,
): SystemCall => ({ number, name, kinds, call: call as unknown as SystemCall["call"] }); // Whoever calls it makes the arguments from `kinds`.
