// The runtime as the compiler compiles it, on our board and on QEMU: what a simulation of its memory
// cannot show, since there the registers and the stack are Node's.

import { expect } from "chai";
import { buildProgram } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";
import { runOnBoard, runOnQemu } from "../../compiler/machines";

const COLLECTOR = [
  "register 499500",
  "interior pointer 21000",
  "list 449985000",
  "freed true",
  "cycles true",
  "trap: the heap is full",
  "    at start (test/unikernel/programs/collector.ts:83)",
  "",
].join("\n");

/** 690 codes of the names, 190 of the numbers, 354 of their squares, and 100 spaces. */
const MUCH_GARBAGE = "true\ntrue\n100 1334\n";

for (const optimization of [0, 1] as const) {
  describe(`the collector on the machine, optimization ${optimization}`, function () {
    this.timeout(300_000);
    const build = (name: string): Uint8Array =>
      buildProgram(REPOSITORY, `test/unikernel/programs/${name}.ts`, { optimization }).image;

    it("registers, interior pointers, cycles, a long list, a full heap: on QEMU", () => {
      expect(runOnQemu(build("collector"))).to.equal(COLLECTOR);
    });

    if (optimization === 1) {
      it("and on our board", () => {
        expect(runOnBoard(build("collector"), 400_000_000).printed).to.equal(COLLECTOR);
      });
    }

    it("256 MiB in 4 MiB: on QEMU", () => {
      expect(runOnQemu(build("much-garbage"))).to.equal(MUCH_GARBAGE);
    });
  });
}
