// Which pages the kernel gives away: all of the memory that the device tree names, but for the image, the tree itself,
// and what somebody has put there or keeps for himself. And what it makes of everything else that it is given.

import { expect } from "chai";
import { Reservation } from "../../../src/formats/device-tree/node";
import { cellPairs, cells } from "../../../src/formats/device-tree/source";
import { hasQemu, QEMU } from "../../compiler/machines";
import { itWith } from "../../installed";
import { node } from "../../formats/device-tree/trees";
import { type BoardBoot, transcript } from "./board-boot";
import { memoryOf, withNodes } from "./edit-tree";
import { kernel, PROBE } from "./kernels";
import { bootOnQemu } from "./qemu-boot";

const RAM = 0x4000_0000;
const MIB = 1 << 20;
const IMAGE = RAM + 2 * MIB;
const TREE = RAM + 60 * MIB;

type Range = readonly [begin: number, end: number];

/** The runs of pages that it gave away, in the order of their addresses; and that it gave all that it had. */
function pages(printed: string): Range[] {
  expect(printed).to.match(/\n[1-9]\d* pages were free, 0 are\n$/);
  const runs = [...printed.matchAll(/^pages (\w+) (\w+)$/gm)].map(([, begin, end]): Range => [parseInt(begin!, 16), parseInt(end!, 16)]);
  const joined: Range[] = [];
  for (const [begin, end] of runs.sort(([a], [b]) => a - b)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && begin < last[1]) throw new Error(`given away twice: ${begin.toString(16)}`);
    if (last?.[1] === begin) joined[joined.length - 1] = [last[0], end];
    else joined.push([begin, end]);
  }
  return joined;
}

const overlaps = ([a, b]: Range, [c, d]: Range): boolean => a < d && c < b;

const reserved = (...regs: readonly (readonly [number, number])[]): BoardBoot => ({
  tree: withNodes(node("reserved-memory", { "#address-cells": cells(2), "#size-cells": cells(2) },
    regs.map(([begin, bytes]) => node(`kept@${begin.toString(16)}`, { reg: cellPairs(begin, bytes) })))),
});

const CASES: readonly (readonly [what: string, boot: BoardBoot, kept: readonly Range[], given: readonly number[]])[] = [
  // what                          given over                                 never given                  among what is given
  ["/memreserve/",                 { reservations: [new Reservation(0x4300_0800n, 0x1000n), new Reservation(0x4200_0000n, 0x10_0000n)] },
    [[0x4300_0000, 0x4300_2000], [0x4200_0000, 0x4210_0000]], [0x42ff_f000, 0x4300_2000, 0x4210_0000]],
  ["/memreserve/ without end",     { reservations: [new Reservation(0x4300_0000n, 0xffff_ffff_ffff_f000n)] },
    [[0x4300_0000, 0x4400_0000]], [0x42ff_f000]],
  ["/reserved-memory",             reserved([0x4200_0000, 0x20_0000], [0x4340_0000, 1]),
    [[0x4200_0000, 0x4220_0000], [0x4340_0000, 0x4340_1000]], [0x41ff_f000, 0x4220_0000, 0x433f_f000, 0x4340_1000]],
  ["the initial RAM disk",         { initrd: { start: 0x4200_0000, end: 0x4234_5678 } },
    [[0x4200_0000, 0x4234_6000]], [0x41ff_f000, 0x4234_6000]],
  ["two ranges in one reg",        { tree: memoryOf(cellPairs(RAM, 32 * MIB, RAM + 48 * MIB, 16 * MIB)) },
    [[RAM + 32 * MIB, RAM + 48 * MIB]], [RAM + 32 * MIB - 4096, RAM + 48 * MIB, RAM + 64 * MIB - 4096]],
  ["two memory nodes",             { tree: memoryOf(cellPairs(RAM + 48 * MIB, 16 * MIB), cellPairs(RAM, 32 * MIB)) },
    [[RAM + 32 * MIB, RAM + 48 * MIB]], [RAM + 32 * MIB - 4096, RAM + 48 * MIB, RAM + 64 * MIB - 4096]],
  ["memory that is no whole pages", { tree: memoryOf(cellPairs(RAM + 0x800, 64 * MIB - 0x1000)) },
    [[RAM, RAM + 0x1000], [RAM + 64 * MIB - 0x1000, RAM + 64 * MIB]], []],
];

/** The line that begins so, without its beginning. */
function line(printed: string, begin: string): string {
  const found = printed.split("\n").find((each) => each.startsWith(begin));
  return found?.slice(begin.length) ?? `(no line begins with ${begin})`;
}

describe("what the boot makes of what it is given", function () {
  this.timeout(120_000);
  const probe = (boot: BoardBoot = {}): string => transcript(kernel(PROBE).image, boot);

  for (const [what, boot, kept, given] of CASES) {
    it(`${what}: is not given away`, () => {
      const runs = pages(probe({ bootargs: "pages", treeAt: TREE, ...boot }));
      const taken: readonly Range[] = [...kept, [IMAGE, IMAGE + kernel(PROBE).image.length], [TREE, TREE + 4096]];
      for (const run of runs) for (const range of taken) expect(overlaps(run, range), `${run} and ${range}`).to.equal(false);
      for (const page of given) expect(runs.some((run) => overlaps(run, [page, page + 4096])), page.toString(16)).to.equal(true);
      for (const [begin, end] of runs) expect(begin >= RAM && end <= RAM + 64 * MIB).to.equal(true);
    });
  }

  itWith(QEMU)("the initial RAM disk, where QEMU puts it", () => {
    const bytes = 0x12_3456;
    const runs = pages(bootOnQemu(kernel(PROBE).image, { bootargs: "pages", initrd: new Uint8Array(bytes), memoryMib: 64 }));
    const start = RAM + 32 * MIB; // hw/arm/boot.c: in the middle of so small a RAM.
    for (const run of runs) expect(overlaps(run, [start, start + bytes])).to.equal(false);
    expect(runs.some(([begin]) => begin === start + 0x12_4000)).to.equal(true);
  });

  it("three GiB: all of it is given away, past the GiB that the boot begins in", () => {
    const runs = pages(bootOnQemuOrBoard());
    expect(runs[runs.length - 1]![1]).to.equal(RAM + 3072 * MIB);
    expect(runs.reduce((sum, [begin, end]) => sum + end - begin, 0)).to.be.greaterThan(2900 * MIB);
  });

  /** Where there is QEMU it takes a tenth of the time. */
  const bootOnQemuOrBoard = (): string => (hasQemu()
    ? bootOnQemu(kernel(PROBE).image, { bootargs: "pages", memoryMib: 3072 })
    : probe({ bootargs: "pages", ramBytes: 3072 * MIB, limit: 500_000_000 }));

  it("memory full of rubbish: variables that start as zero do, since the kernel clears them", () => {
    for (const rubbish of [0x00, 0x01, 0xa5, 0xff]) expect(line(probe({ rubbish }), "untouched: "), `${rubbish}`).to.equal("0 false true");
    expect(line(probe({ bootargs: "touch" }), "untouched: ")).to.equal("1 true false");
  });

  const ARGUMENTS = [
    // bootargs                       arguments                    environment
    [undefined,                       "1: kernel",                 ""],
    ["",                              "1: kernel",                 ""],
    ["one  two ",                     "3: kernel one two",         ""],
    ["A=1 a=1 B=x=y HOME=/ last =z",  "4: kernel a=1 last =z",     "A=1 B=x=y HOME=/"],
  ] as const;

  it("words of the bootargs are arguments and environment, on the stack of System V", () => {
    for (const [bootargs, given, environment] of ARGUMENTS) {
      const printed = probe(bootargs === undefined ? {} : { bootargs });
      expect([line(printed, "arguments "), line(printed, "environment: ")], bootargs).to.deep.equal([given, environment]);
    }
  });

  it("a system call that nobody has registered answers ENOSYS, 38, and changes no other register", () => {
    expect(line(probe(), "call ")).to.equal("9999: 38, unanswered 1");
    if (hasQemu()) expect(line(bootOnQemu(kernel(PROBE).image), "call ")).to.equal("9999: 38, unanswered 1");
  });

  it("random numbers are another seed's, and another time's", () => {
    const seeded = (byte: number): string => line(probe({ rngSeed: new Uint8Array(32).fill(byte) }), "random ");
    expect(seeded(1)).to.match(/^[0-9a-f]{16}$/);
    expect(seeded(2)).to.not.equal(seeded(1));
    if (!hasQemu()) return;
    const unseeded = [1, 2].map(() => bootOnQemu(kernel(PROBE).image, { machine: ",dtb-randomness=off" }));
    for (const printed of unseeded) expect(printed.split("\n").filter((each) => each.includes("no entropy"))).to.have.length(1);
    expect(line(unseeded[0]!, "random ")).to.not.equal(line(unseeded[1]!, "random "));
  });

  it("the clock is right: the PL031's seconds", () => {
    const seconds = Date.UTC(2001, 1, 3, 4, 5, 6) / 1000;
    expect(line(probe({ date: seconds }), "clock ")).to.equal(`true: ${seconds}`);
    if (!hasQemu()) return;
    const [, qemu] = /^true: (\d+)$/.exec(line(bootOnQemu(kernel(PROBE).image, { date: "2001-02-03T04:05:06" }), "clock ")) ?? [];
    expect(Number(qemu)).to.be.within(seconds, seconds + 2);
  });

  it("PSCI's reset: RAM stays as it is, the boot begins anew, twice", () => {
    const counted = (printed: string): string[] => printed.split("\n").filter((each) => each.startsWith("resets"));
    expect(counted(probe({ bootargs: "reset", limit: 40_000_000 }))).to.deep.equal(["resets: 0", "resets: 1", "resets: 2"]);
    if (hasQemu()) {
      for (const virtualization of [false, true]) {
        expect(counted(bootOnQemu(kernel(PROBE).image, { bootargs: "reset", virtualization }))).to.deep.equal(["resets: 0", "resets: 1", "resets: 2"]);
      }
    }
  });
});
