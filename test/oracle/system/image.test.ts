// Chapter 5's image, entered on QEMU's board and on ours: every kind of exception and return, at EL0 and at EL1. Both
// print the same, and are switched off.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FirstBoard, IMAGE_BASE } from "../../../src/machine/board/first-board";
import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { QEMU_CPU, qemuVersion } from "./qemu";

const SOURCE = join(__dirname, "../../../chapters/05-exceptions/files/exceptions.s");
const RECORDED = join(__dirname, "../../machine/exceptions/transcript.txt");
const LONGEST_RUN_MS = 60_000;

function printedByUs(image: Uint8Array): string {
  let printed = "";
  const board = new FirstBoard({ print: (byte) => { printed += String.fromCharCode(byte); } });
  board.load(image);
  board.run(1_000_000);
  return board.isOff ? printed : `${printed}(not switched off)`;
}

function printedByQemu(image: Uint8Array): string {
  const directory = mkdtempSync(join(tmpdir(), "o2p-image-"));
  try {
    const file = join(directory, "image");
    writeFileSync(file, image);
    const serial = join(directory, "serial");
    const { status } = spawnSync("qemu-system-aarch64", [
      "-machine", "virt", "-cpu", QEMU_CPU, "-nodefaults", "-display", "none", "-no-reboot", "-serial", `file:${serial}`, "-kernel", file,
    ], { timeout: LONGEST_RUN_MS });
    const printed = readFileSync(serial, "utf8");
    return status === 0 ? printed : `${printed}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("The image of every exception", function () {
  this.timeout(2 * LONGEST_RUN_MS);
  const { bytes } = new Assembler(standardDecoder()).assemble(readFileSync(SOURCE, "utf8"), BigInt(IMAGE_BASE));
  const recorded = readFileSync(RECORDED, "utf8").split("\n");

  it("prints on our board what QEMU was recorded to print", () => {
    expect(printedByUs(bytes).split("\n")).to.deep.equal(recorded);
  });

  if (qemuVersion() === undefined) {
    it("cannot be entered on QEMU, which is not on this machine: the recording has to do, but not in CI", () =>
      expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  it("prints the same on QEMU, now", () => {
    expect(printedByQemu(bytes).split("\n")).to.deep.equal(recorded);
  });
});
