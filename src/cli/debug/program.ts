// What can be debugged: a machine with a program in it.

import type { ExceptionHandler } from "../../machine/cpu/stepping/debugger";
import type { Machine } from "../../machine/cpu/stepping/machine";
import type { Symbols } from "./symbols";

export interface Program {
  readonly name: string;
  readonly machine: Machine;
  /** What answers the program's exceptions, if anything does. Its state is a part of the machine. */
  readonly handler?: ExceptionHandler;
  readonly symbols: Symbols;
}
