// The parts that students write, in the compiler: each solution compiles programs that run as ours do.

import { expect } from "chai";
import { buildProgram } from "../../../../src/compiler/build";
import type { CompilerParts } from "../../../../src/compiler/parts";
import { fileSources } from "../../../../src/cli/compile/source-host";
import { COURSE_ROOT } from "../../../../src/course/root";
import { numberClasses } from "../../../../solutions/07-compiler/class-numbers";
import { constantSteps } from "../../../../solutions/07-compiler/constant";
import { fold } from "../../../../solutions/07-compiler/fold";
import { assign } from "../../../../solutions/07-compiler/linear-scan";
import { liveIn } from "../../../../solutions/07-compiler/live-in";
import { sequence } from "../../../../solutions/07-compiler/parallel-moves";
import { relocate } from "../../../../solutions/07-compiler/relocate";
import { runOnBoard } from "../../../compiler/machines";

const PARTS = { numberClasses, constantSteps, fold, assign, liveIn, sequence, relocate };

/** What each prints, by Node. */
const PROGRAMS = [
  ["fib",    "fib(20) is 6765\n"],
  ["shapes", "49\n15\n"],
  ["sum",    "the sum is 385\n"],
] as const;

const build = (name: string, parts: CompilerParts): Uint8Array =>
  buildProgram(fileSources(COURSE_ROOT), `chapters/07-compiler/files/${name}.ts`, { parts }).image;

describe("the compiler with students' parts", function () {
  this.timeout(60_000);

  for (const [name, printed] of PROGRAMS) {
    it(`makes ${name} with all of them, and it runs`, () => {
      expect(runOnBoard(build(name, PARTS)).printed).to.equal(printed);
    });
  }

  for (const [name, part] of Object.entries(PARTS)) {
    it(`asks ${name}`, () => {
      let asked = 0;
      const counting = { [name]: (...args: never[]) => { asked++; return (part as (...args: never[]) => unknown)(...args); } };
      build("shapes", counting as CompilerParts);
      expect(asked).to.be.above(0);
    });
  }
});
