// The world at compile time, in which module initializers run: objects come from memory that the interpreter makes up,
// and there is no machine to speak to. What stops an initializer stops the compiler, at its place.

import { UserFault } from "../base/fault";
import { HEADER } from "../formats/objects/layout";
import { trapOfCode } from "./ir/operation";
import type { Native, World } from "./ir/world";
import { RUNTIME_ROOTS } from "./runtime-assembly";

const FUEL = 500_000_000;
const DEEPEST = 5_000;

const allocate: Native = ([classNumber = 0n, bytes = 0n], { addresses }) => {
  const object = addresses.allocate(Number(bytes));
  addresses.memory.store("u32", object + HEADER.class, classNumber);
  return BigInt(object);
};

const NATIVES: ReadonlyMap<string, Native> = new Map<string, Native>([
  [RUNTIME_ROOTS.allocate, allocate],
  [RUNTIME_ROOTS.trap, ([code = 0n], running) => running.trap(trapOfCode(Number(code)))],
  [RUNTIME_ROOTS.throw, ([exception = 0n], running) => running.throw(exception)],
]);

export const COMPILE_TIME: World = {
  natives: NATIVES,
  machine: (text) => {
    throw new UserFault(`computed at compile time: there is no machine yet for ${text}`);
  },
  fuel: FUEL,
  deepest: DEEPEST,
};
