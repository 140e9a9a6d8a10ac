// The world at compile time, in which module initializers run: objects come from memory that the
// interpreter makes up, and there is no machine to speak to. What stops an initializer stops the
// compiler, at its place.

import { UserFault } from "../base/fault";
import { HEADER } from "../formats/objects/layout";
import { trapOfCode } from "./ir/operation";
import type { Native, Running, World } from "./ir/world";
import { RUNTIME_ROOTS } from "./runtime-assembly";

const FUEL = 500_000_000;
const DEEPEST = 5_000;

const CONSOLE_LOG = "src/unikernel/runtime/console.ts#log";

/** Of one object: all of it would be in the image. */
const LARGEST = 16n << 20n;

const allocate: Native = ([classNumber = 0n, bytes = 0n], running) => {
  const { addresses } = running;
  if (bytes > LARGEST) refuse(`an object has ${bytes} bytes; make it in start()`, running);
  const object = addresses.allocate(Number(bytes));
  addresses.memory.store("u32", object + HEADER.class, classNumber);
  return BigInt(object);
};

/** At the place of the initializer that leads there. */
function refuse(what: string, { trace }: Running): never {
  const { file, line, column } = trace.at(-1)!.at;
  throw new UserFault(`${file}:${line}:${column}: computed at compile time: ${what}`);
}

const onlyTheMachine = (what: string, running: Running): never =>
  refuse(`there is no machine yet for ${what}; call it from start()`, running);

const NATIVES: ReadonlyMap<string, Native> = new Map<string, Native>([
  [RUNTIME_ROOTS.allocate, allocate],
  [RUNTIME_ROOTS.trap, ([code = 0n], running) => running.trap(trapOfCode(Number(code)))],
  [RUNTIME_ROOTS.throw, ([exception = 0n], running) => running.throw(exception)],
  [CONSOLE_LOG, (_, running) => onlyTheMachine("console.log", running)],
]);

export const COMPILE_TIME: World = {
  natives: NATIVES,
  machine: (text, _, running) => onlyTheMachine(text, running),
  fuel: FUEL,
  deepest: DEEPEST,
};
