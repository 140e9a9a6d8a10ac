// Disk, entropy and console drivers, compiled, on our board and on QEMU: ../../kernels/virtio-devices.ts,
// with somebody who types at its console.

import { expect } from "chai";
import { createCipheriv } from "node:crypto";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Board } from "../../../../src/machine/board/board";
import { prepareBoot } from "../../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../../src/machine/board/loaders/load-image";
import { DiskError, MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import { QEMU } from "../../../compiler/machines";
import { itWith } from "../../../installed";
import { kernelImage } from "./kernel-image";

const RAM_BYTES = 64 << 20;
const SECTORS = 1000;
/** As many bytes as QEMU gives. */
const SEED = Uint8Array.from({ length: 32 }, (_, i) => 200 - 5 * i);
const LIMIT = 200_000_000;
const TYPED = "hello\n\nover virtio\nenough\n";

/** What ChaCha20 makes of a key: bytes 0 to 31 of the block, and bytes 32 to 63. OpenSSL's IV: counter, then nonce. */
function blockOf(key: Uint8Array): readonly [key: Buffer, given: Buffer] {
  const bytes = createCipheriv("chacha20", key, Buffer.alloc(16)).update(Buffer.alloc(64));
  return [bytes.subarray(0, 32), bytes.subarray(32)];
}

/** Of the generator whose seed the kernel knows. */
const [OLD_KEY] = blockOf(Uint8Array.from({ length: 32 }, (_, i) => 7 * i + 1));
const [NEW_KEY, DRAWN] = blockOf(OLD_KEY);

const emptyDisk = (): Uint8Array => new Uint8Array(512 * SECTORS);
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** The UART's lines, but for the random numbers; the serial numbers are what the disks were given. */
const printed = (...serials: readonly string[]): string => [
  ...DISKS.flatMap(([read, write, flush], n) => [
    `disk: done, ${SECTORS} sectors, serial '${serials[n]!}'`,
    `  read ${read}, write ${write}, flush ${flush}`,
    "  behind the end out of range, half a sector not whole sectors",
  ]),
  `drawn: ${DRAWN[0]!} ${DRAWN[31]!}`, "entropy: 20000 bytes, like chance", "enough was typed", "",
].join("\n");
/** One that is broken, one that cannot be written, one that is in order: on both boards, the last one in is found first. */
const DISKS = [
  // read       write        flush
  ["I/O error", "I/O error", "I/O error"],
  ["done",      "read-only", "done"],
  ["done",      "done",      "done"],
] as const;
/** A serial number has 20 characters at most, and then no zero behind it. */
const SERIALS = ["", "twenty-characters-20", "o2p-0001"] as const;
const CONSOLE = "type: <hello>\n<>\n<over virtio>\n<enough>\n";
const GUESSED = "boot: no entropy: the device tree has no rng-seed; random numbers can be guessed\n";

/** The line of the random numbers, and the others. */
function parted(printed: string): { line: string; others: string } {
  const line = /^seed: .*\n/m.exec(printed)?.[0] ?? "";
  return { line, others: printed.replace(line, "") };
}

const numbersIn = (line: string): string => /numbers: ([\d ]+);/.exec(line)?.[1] ?? "none";
const seeds = (loaders: number, devices: number): RegExp =>
  new RegExp(`^seed: ${loaders} bytes of the loader's, ${devices} of a device's; numbers: \\d+ \\d+ \\d+ \\d+; 0 asked again\n$`);

class BrokenDisk extends MemoryDisk {
  override read(): void { throw new DiskError("worn out"); }
  override write(): void { throw new DiskError("worn out"); }
  override flush(): void { throw new DiskError("worn out"); }
}

interface Run {
  readonly printed: string;
  readonly console: string;
}

interface BoardRun extends Run {
  /** When the machine is off. */
  readonly ram: Uint8Array;
}

/** Types when it is asked to. `random` is what the source of entropy gives. */
function runOnBoard(image: Uint8Array, rngSeed: Uint8Array | undefined, random?: (bytes: Uint8Array) => void): BoardRun {
  const description = { ramBytes: RAM_BYTES, cpus: 1, gic: 2, ...(rngSeed && { rngSeed }) } as const;
  const run = { printed: "", console: "" };
  const board = new Board({ description, outside: {
    serial: (byte) => { run.printed += String.fromCharCode(byte); },
    console: (bytes) => { run.console += text(bytes); },
    disks: [new MemoryDisk(emptyDisk()), new MemoryDisk(emptyDisk(), true), new BrokenDisk(emptyDisk())], ...(random && { random }),
  } });
  board.start(prepareBoot(loadImage(image, RAM_BYTES), description));
  board.run(LIMIT);
  expect(run.console, run.printed).to.equal("type: ");
  expect(board.console!.receive(Buffer.from(TYPED, "latin1"))).to.equal(TYPED.length);
  board.run(LIMIT);
  expect(board.isOff, run.printed).to.equal(true);
  return { ...run, ram: board.physical.bytes };
}

function runOnQemu(image: Uint8Array, machine: string, devices: readonly string[], version: 1 | 2 = 2): Run {
  const directory = mkdtempSync(join(tmpdir(), "o2p-virtio-"));
  try {
    const [kernel, serial, ...disks] = ["kernel.img", "serial", "disk-0", "disk-1", "disk-2"].map((name) => join(directory, name)) as [string, string, ...string[]];
    writeFileSync(kernel, image);
    for (const disk of disks) writeFileSync(disk, emptyDisk());
    const broken = "file.driver=blkdebug,file.image.driver=file,file.inject-error.0.event=none,file.inject-error.0.errno=5";
    const { status, stdout, stderr } = spawnSync(QEMU, [
      "-machine", machine, "-cpu", "cortex-a57", "-m", String(RAM_BYTES >> 20), "-nodefaults", "-display", "none", "-no-reboot",
      ...(version === 2 ? ["-global", "virtio-mmio.force-legacy=false"] : []), "-serial", `file:${serial}`, "-kernel", kernel,
      "-drive", `if=none,file=${disks[0]!},format=raw,id=d0`, "-device", `virtio-blk-device,drive=d0,serial=${SERIALS[2]}`,
      "-drive", `if=none,file=${disks[1]!},format=raw,id=d1,readonly=on`, "-device", `virtio-blk-device,drive=d1,serial=${SERIALS[1]}`,
      "-drive", `if=none,driver=raw,${broken},file.image.filename=${disks[2]!},id=d2`, "-device", "virtio-blk-device,drive=d2",
      "-chardev", "stdio,id=c,signal=off", "-device", "virtio-serial-device", "-device", "virtconsole,chardev=c",
      ...devices,
    ], { timeout: 60_000, encoding: "latin1", input: TYPED });
    expect(status, stderr).to.equal(0);
    return { printed: readFileSync(serial, "latin1"), console: stdout };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe("virtio devices that are driven by a compiled kernel", function () {
  this.timeout(300_000);
  let image: Uint8Array;
  let one: BoardRun;
  before(() => {
    image = kernelImage();
    one = runOnBoard(image, SEED);
  });

  it("on our board: the disk says who it is, entropy is like chance, what is typed comes back", () => {
    const { line, others } = parted(one.printed);
    expect([others, one.console]).to.deep.equal([printed("", "", ""), CONSOLE]);
    expect(line).to.match(seeds(32, 32));
  });

  it("neither the loader's seed, nor what has been drawn, nor the key that it came from is left in memory", () => {
    const ram = Buffer.from(one.ram);
    const isLeft = (bytes: Uint8Array): boolean => [0, 8, 16, 24].some((at) => ram.includes(Buffer.from(bytes.subarray(at, at + 8))));
    expect([SEED, OLD_KEY, DRAWN].map(isLeft)).to.deep.equal([false, false, false]);
    expect(ram.includes(NEW_KEY), "the next key is").to.equal(true);
  });

  it("random numbers: with another seed others, with another device others, with neither they can be guessed", () => {
    const fixed = (bytes: Uint8Array): void => { bytes.fill(0x5a); };
    const [seed, device, none] = [
      runOnBoard(image, SEED.map((byte) => byte + 1)), runOnBoard(image, SEED, fixed),
      runOnBoard(image, undefined),
    ].map((run) => run.printed);
    const numbers = [one.printed, seed!, device!, none!].map((each) => numbersIn(parted(each).line));
    expect(new Set(numbers).size).to.equal(4);
    expect(device, "a source that gives always the same is found out").to.match(/entropy: 20000 bytes, not by chance/);
    expect(none!.startsWith(GUESSED)).to.equal(true);
    expect(parted(none!).line).to.match(seeds(0, 32));
  });

  itWith(QEMU)("on QEMU: the same, and at the second boot other numbers", () => {
    const runs = [1, 2].map(() => runOnQemu(image, "virt", ["-device", "virtio-rng-device"]));
    for (const run of runs) {
      const { line, others } = parted(run.printed);
      expect([others, run.console]).to.deep.equal([printed(...SERIALS), CONSOLE]);
      expect(line).to.match(seeds(32, 32));
    }
    expect(numbersIn(runs[0]!.printed)).to.not.equal(numbersIn(runs[1]!.printed));
  });

  itWith(QEMU)("on QEMU without a seed and without a source: they can be guessed, and that is said", () => {
    const { line, others } = parted(runOnQemu(image, "virt,dtb-randomness=off", []).printed);
    expect(line).to.match(seeds(0, 0));
    expect(others).to.equal(GUESSED + printed(...SERIALS).replace(/entropy: .*/, "no entropy"));
  });

  itWith(QEMU)("on QEMU as it is without options, whose devices are of version 1: that is said, and they are left alone", () => {
    const { others } = parted(runOnQemu(image, "virt", [], 1).printed);
    const [first, ...rest] = ["0xa003800", "0xa003a00", "0xa003c00", "0xa003e00"]
      .map((window) => `virtio at ${window} is version 1, and only version 2 is driven`);
    const said = [first, "virtio: start QEMU with -global virtio-mmio.force-legacy=false", ...rest];
    expect(others).to.equal([...said, `drawn: ${DRAWN[0]!} ${DRAWN[31]!}`, "no entropy", "no console", ""].join("\n"));
  });
});
