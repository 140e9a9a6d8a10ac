// Which functions look whether the stack has room: at most 1,024 bytes are taken without looking.

import { expect } from "chai";
import { type StackUse, uncheckedFunctions } from "../../../src/compiler/back/stack-checks";

const use = (symbol: string, frameBytes: number, calls: readonly string[] = [], callsUnknown = false): StackUse => ({ symbol, frameBytes, calls, callsUnknown });

const cases: readonly (readonly [what: string, functions: readonly StackUse[], unchecked: readonly string[]])[] = [
  ["a leaf with a small frame need not", [use("f", 16)], ["f"]],
  ["a leaf with a large one must", [use("f", 1040)], []],
  ["who calls what is in a register must", [use("f", 16, [], true)], []],
  ["who calls itself must", [use("f", 16, ["f"])], []],
  ["of two that call each other, one must", [use("f", 16, ["g"]), use("g", 16, ["f"])], ["f"]],
  ["frames add up along a chain", [use("f", 512, ["g"]), use("g", 512, ["h"]), use("h", 16)], ["g", "h"]],
  ["the deepest way counts", [use("f", 32, ["g", "h"]), use("g", 16), use("h", 1008)], ["g", "h"]],
  ["behind one that looks, it begins anew", [use("f", 512, ["g"]), use("g", 16, ["g", "h"]), use("h", 1024)], ["f", "h"]],
];

describe("functions that need not look at the stack", () => {
  for (const [what, functions, unchecked] of cases) {
    it(what, () => { expect([...uncheckedFunctions(functions)]).to.deep.equal(unchecked); });
  }
});
