// A program as the front end made it, in the IR interpreter: what it prints, and how it ends.

import { BODY, HEADER } from "../../../src/formats/objects/layout";
import { COMPILE_TIME } from "../../../src/compiler/compile-time";
import { Interpreter } from "../../../src/compiler/ir/interpret";
import { TRAPS } from "../../../src/compiler/ir/operation";
import type { Program } from "../../../src/compiler/ir/program";
import { Thrown, Trapped, type Native } from "../../../src/compiler/ir/world";

const LOG = "src/unikernel/runtime/console.ts#log";
const RUNTIME = "src/unikernel/runtime/";
const FUEL = 20_000_000;
const DEEPEST = 2_000;

/** The lines that the program prints, and its end's if it is no good one. */
export function runIr(program: Program, fuel = FUEL): string {
  let printed = "";
  const log: Native = ([text = 0n], { addresses: { memory } }) => {
    printed += `${textAt(memory, Number(text))}\n`;
    return 0n;
  };
  const natives = new Map([...COMPILE_TIME.natives, [LOG, log] as const]);
  const interpreter = new Interpreter(program, { ...COMPILE_TIME, natives, fuel, deepest: DEEPEST });
  try {
    for (const each of program.initializers) interpreter.call(each);
    interpreter.call(program.start);
  } catch (error) {
    if (error instanceof Trapped) return `${printed}trap: ${TRAPS[error.trap][1]}\n${placeOf(error)}`;
    if (!(error instanceof Thrown)) throw error;
    return `${printed}uncaught ${nameOf(program, interpreter, Number(error.exception))}\n`;
  }
  return printed;
}

/** The innermost place that is no part of the runtime; a full stack has none. */
function placeOf({ trap, trace }: Trapped): string {
  const found = trace.find(({ at }) => !at.file.startsWith(RUNTIME));
  return trap === "stack" || found === undefined ? "" : `    at ${found.at.file}:${found.at.line}\n`;
}

type Memory = Interpreter["memory"];

export function textAt(memory: Memory, address: number): string {
  const length = Number(memory.load("u32", address + HEADER.length));
  return Array.from({ length }, (_, i) =>
    String.fromCharCode(Number(memory.load("u8", address + BODY + i)))).join("");
}

/** An Error's first field is its message. */
function nameOf(program: Program, { memory }: Interpreter, exception: number): string {
  const number = Number(memory.load("u32", exception + HEADER.class));
  const message = textAt(memory, Number(memory.load("u64", exception + BODY)));
  return `${program.classes[number]!.name}: ${message}`;
}

