// Some hundred interrupts over random code, on our board and on QEMU; a hundred thousand are in test/long/interrupt-soak.ts.
// And vectors that do not give back everything: each must be seen.

import { expect } from "chai";
import type { Built } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { QEMU } from "../../compiler/machines";
import { itWith } from "../../installed";
import { randomCode } from "./random-code";
import { withMistake } from "./mistake";
import { type Soaked, soaked, soakKernel, soakOnBoard, soakOnQemu } from "./soak";

const CODE = "test/unikernel/kernels/random-code.ts";
const VECTORS = "src/unikernel/boot/vectors.ts#";
const INSTRUCTIONS = 1000;
const INTERRUPTS = 400;

const MISTAKES = [
  // what the vectors do wrong              in                the right instruction          in its place
  ["Q17 is not saved",                      "saveAndHandle",  "stp q16, q17, [sp, #560]",    "str q16, [sp, #560]"],
  ["SPSR is that of the last exception",    "restore",        "msr SPSR_EL1, x3",            "nop"],
  ["ELR is saved late, behind the handler", "restore",        "ldp x2, x3, [sp, #256]",      "mrs x2, ELR_EL1"],
  ["FPSR is lost",                          "restore",        "msr FPSR, x5",                "nop"],
  ["FPCR is lost",                          "restore",        "msr FPCR, x4",                "nop"],
  ["X20 and X21 are swapped",               "restore",        "ldp x20, x21, [sp, #160]",    "ldp x21, x20, [sp, #160]"],
] as const;

describe("interrupts over random code", function () {
  this.timeout(120_000);
  let built: Built;
  let ours: Soaked | undefined;

  before(() => {
    built = soakKernel();
    ours = soaked(soakOnBoard(built.image, INTERRUPTS));
  });

  it("the program in the repository is what the generator makes of seed 1", () => {
    expect(REPOSITORY.read(CODE)).to.equal(randomCode(1, INSTRUCTIONS));
  });

  it("change nothing on our board, come everywhere in the code, and have a stack of their own", () => {
    expect(ours!.inside).to.be.within(INTERRUPTS, INTERRUPTS + 10);
    expect([ours!.differences, ours!.onBothStacks]).to.deep.equal([0, ours!.inside]);
    // Of 1,000 places, 400 throws hit 330 if all are equally likely; of ten columns, each gets 40.
    expect(ours!.places).to.be.greaterThan(260);
    for (const column of ours!.histogram) expect(column).to.be.within(15, 100);
  });

  itWith(QEMU)("change nothing on QEMU, where the code leaves the same", () => {
    const qemu = soaked(soakOnQemu(built.image, INTERRUPTS))!;
    expect(qemu.inside).to.be.within(INTERRUPTS, INTERRUPTS + 10);
    expect([qemu.differences, qemu.onBothStacks, qemu.digest]).to.deep.equal([0, qemu.inside, ours!.digest]);
    expect(qemu.places).to.be.greaterThan(260);
  });

  for (const [what, inFunction, right, wrong] of MISTAKES) {
    it(`is seen: ${what}`, () => {
      const seen = soaked(soakOnBoard(withMistake(built, VECTORS + inFunction, right, wrong), 20));
      // The program has come to its end with a difference, or it has gone astray.
      expect(seen === undefined || seen.differences > 0, JSON.stringify(seen)).to.equal(true);
    });
  }
});
