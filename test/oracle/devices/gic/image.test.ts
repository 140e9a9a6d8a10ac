// Chapter 6's image of interrupts, on QEMU's board and on ours, with a GICv2 and with a GICv3: all four print the same,
// and are switched off.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Board } from "../../../../src/machine/board/board";
import { prepareBoot } from "../../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../../src/machine/board/loaders/load-image";
import { Assembler } from "../../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../../src/machine/decoder/decoder";
import { QEMU_CPU, qemuVersion } from "../../system/qemu";

const SOURCE = join(__dirname, "../../../../chapters/06-devices/files/interrupts.s");
const IMAGE_BASE = 0x4008_0000n;
const LONGEST_RUN_MS = 60_000;

/** As QEMU prints it. */
const PRINTED = [
  "an SGI: +0 -0 ",
  "nested: +1 +2 -2 -1 +4 -4 ",
  "masked: +3 -3 .+2 -2 ",
  "device: +33 -33 ",
  "level:  +27 -27 +27 -27 ",
  "edge:   +27 -27 ",
  "none:   1023 ",
  "",
];

type Version = 2 | 3;

function printedByUs(image: Uint8Array, gic: Version): string {
  const description = { ramBytes: 4 << 20, cpus: 1, gic } as const;
  let printed = "";
  const board = new Board({ description, outside: { serial: (byte) => { printed += String.fromCharCode(byte); } } });
  board.start(prepareBoot(loadImage(image, description.ramBytes), description));
  board.run(1_000_000);
  return board.isOff ? printed : `${printed}(not switched off)`;
}

function printedByQemu(image: Uint8Array, gic: Version): string {
  const directory = mkdtempSync(join(tmpdir(), "o2p-interrupts-"));
  try {
    const [file, serial] = [join(directory, "image"), join(directory, "serial")];
    writeFileSync(file, image);
    const { status } = spawnSync("qemu-system-aarch64", [
      "-machine", `virt,gic-version=${gic}`, "-cpu", QEMU_CPU, "-nodefaults", "-display", "none", "-no-reboot",
      "-serial", `file:${serial}`, "-kernel", file,
    ], { timeout: LONGEST_RUN_MS });
    const printed = readFileSync(serial, "utf8");
    return status === 0 ? printed : `${printed}(not switched off)`;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("The image of interrupts", function () {
  this.timeout(2 * LONGEST_RUN_MS);
  const { bytes } = new Assembler(standardDecoder()).assemble(readFileSync(SOURCE, "utf8"), IMAGE_BASE);
  const isThere = qemuVersion() !== undefined;

  for (const gic of [2, 3] as const) {
    it(`prints on our board with a GICv${gic} what QEMU was found to print`, () => {
      expect(printedByUs(bytes, gic).split("\r\n")).to.deep.equal(PRINTED);
    });

    if (!isThere) continue;
    it(`prints the same on QEMU's with a GICv${gic}, now`, () => {
      expect(printedByQemu(bytes, gic).split("\r\n")).to.deep.equal(PRINTED);
    });
  }

  it("is entered on QEMU, where CI runs", () => expect(isThere || process.env["CI"] === undefined).to.equal(true));
});
