// The bytes that the exercise asks for, read by V8.

import { expect } from "chai";
import { Draw } from "../../../../src/course/exercises/draw";
import { integerConstant } from "../../../../src/course/exercises/11-speed/integer-constant";
import { encodeModule, functionBody } from "../../../../src/machine/jit/wasm/module";

/** What is on the stack behind `code`, as V8 has it. */
function valueOf(type: "i32" | "i64", code: Uint8Array): bigint {
  const bytes = encodeModule({
    types: [{ params: [], results: [type] }], imports: [], functions: [{ type: 0, body: functionBody([], code) }], exports: [{ name: "f", index: 0 }],
  });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource));
  return BigInt.asUintN(type === "i32" ? 32 : 64, BigInt((instance.exports["f"] as () => number | bigint)()));
}

describe("a constant's bytes", () => {
  for (const { title, cases } of integerConstant.properties) {
    it(`are read by V8 as what the exercise says they are: ${title}`, () => {
      for (const { args: [type, word], want } of cases(new Draw("V8"), undefined)) {
        expect(valueOf(type, want), `${type} ${word}`).to.equal(word);
      }
    });
  }
});
