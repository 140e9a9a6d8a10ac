// Real programs, the runtime and all: in the interpreter each prints what it printed before, and the
// lists are whole behind each pass. (test/compiler/three-ways.ts runs all of them as machine code.)
import { expect } from "chai";
import { frontEnd } from "../../../src/compiler/front/front-end";
import { verify } from "../../../src/compiler/ir/verify";
import { optimize } from "../../../src/compiler/optimize/optimize";
import { runIr } from "../front/run-ir";
import { REPOSITORY } from "../hosted";

const PROGRAMS = [
  "arrays/slice-concat", "classes/tree", "exceptions/finally", "maps/basics", "traps/at-the-right-line",
];

describe("The optimizer, on programs of the corpus", function () {
  this.timeout(120_000);
  for (const name of PROGRAMS) {
    it(name, () => {
      const program = frontEnd(REPOSITORY, `test/compiler/programs/${name}.ts`);
      expect(runIr(optimize(program, 1, (ir) => { verify(ir); }))).to.equal(runIr(program));
    });
  }
});
