// Boots that cannot go on: each step's refusal, word for word, and the power goes off. What is wrong is in what the
// loader hands over, or in what the machine does not have.

import { expect } from "chai";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree, type DeviceTreeNode } from "../../../src/formats/device-tree/node";
import { cellPairs, cells, strings } from "../../../src/formats/device-tree/source";
import { boardTree } from "../../../src/machine/board/device-tree";
import { itWith } from "../../installed";
import { QEMU } from "../../compiler/machines";
import { node } from "../../formats/device-tree/trees";
import { type BoardBoot, bootOnBoard, transcript } from "./board-boot";
import { firstOf, withBreak } from "./damage";
import { both, type Edit, memoryOf, without, withNodes, withProperty } from "./edit-tree";
import { HELLO, kernel } from "./kernels";
import { bootOnQemu } from "./qemu-boot";

const HELLO_PRINTS = "hello from the upper half\n";
const RAM = 0x4000_0000;
const MIB = 1 << 20;
const UARTFR = 0x900_0018;

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** The blob with a word of its header changed. */
const header = (at: number, value: number) => (blob: Uint8Array): Uint8Array => {
  const changed = blob.slice();
  changed.set(word(value), at);
  return changed;
};

const chain = (depth: number): DeviceTreeNode => node("n", {}, depth > 1 ? [chain(depth - 1)] : []);

const disabled = strings("disabled");
const NO_MEMORY = "boot: the device tree has no memory node for where the image is\n";
const NOT_THERE = "boot: the image is not at 0x40200000\n";
const NO_ROOM = "boot: memory: there is no room for a heap\n";
const NO_TIMER = "boot: the device tree has no timer\n";
const NO_CONTROLLER = "boot: the device tree has no interrupt controller that this kernel knows\n";

const wrong = (problem: string): string => `boot: the device tree: ${problem}\n`;
const memory = (begin: number, bytes: number): BoardBoot => ({ tree: memoryOf(cellPairs(begin, bytes)) });

const CASES: readonly (readonly [what: string, boot: BoardBoot, printed: string])[] = [
  // the device tree
  ["X0 is 0",                                { x0: 0n },                                             wrong("there is none")],
  ["X0 is below RAM",                        { x0: 0x800_0000n },                                    wrong("there is none")],
  ["X0 has no place in the upper half",      { x0: 0xffff_ffff_ffff_fff8n },                         wrong("there is none")],
  ["X0 is in another GiB",                   { x0: 0x1_0000_0000n },                                 wrong("its address is not in memory")],
  ["X0 is no multiple of 8",                 { x0: 0x4200_0004n },                                   wrong("its address is not a multiple of 8")],
  ["X0 points at the image",                 { x0: 0x4020_0000n },                                   wrong("it has another first word")],
  ["another magic number",                   { blob: header(0x00, 0xd00d_feee) },                    wrong("it has another first word")],
  ["a length past the GiB",                  { blob: header(0x04, 0x4000_0000) },                    wrong("its length cannot be")],
  ["a tree of 2 MiB and a word",             { blob: header(0x04, 0x20_0004) },                      wrong("its length cannot be")],
  ["a length that cuts it off",              { blob: header(0x04, 0x800) },                          wrong("its structure block is not within it")],
  ["version 16",                             { blob: header(0x14, 16) },                             wrong("it is of an old version")],
  ["a structure block behind its end",       { blob: header(0x08, 0x10_0000) },                      wrong("its structure block is not within it")],
  ["a structure block that is cut off",      { blob: header(0x24, 0x400) },                          wrong("a token of it cannot be")],
  ["strings in place of the structure",      { blob: (blob) => header(0x08, blob[0x0e]! * 256 + blob[0x0f]! & ~3)(header(0x24, 0x100)(blob)) }, wrong("a token of it cannot be")],
  ["nodes 70 deep",                          { tree: withNodes(chain(70)) },                         wrong("its nodes are too deep")],
  // the image
  ["it is at the beginning of RAM",          { shift: -2 * MIB },                                    NOT_THERE],
  ["it is 2 MiB too high",                   { shift: 2 * MIB, treeAt: RAM + 0x1000 },               NOT_THERE],
  ["it is at no multiple of a page",         { shift: 0x800 },                                       NOT_THERE],
  // memory
  ["no memory node",                         { tree: without("memory") },                            NO_MEMORY],
  ["a memory node without a device_type",    { tree: withProperty("memory", "device_type", cells()) }, NO_MEMORY],
  ["a memory node elsewhere",                memory(0x8000_0000, 64 * MIB),                          NO_MEMORY],
  ["a memory node that ends at the image",   memory(RAM, 2 * MIB),                                   NO_MEMORY],
  ["a memory node of no bytes",              memory(RAM, 0),                                         NO_MEMORY],
  ["a memory node whose end is past 2^64",   { tree: memoryOf(cells(0, RAM, 0xffff_ffff, 0xffff_f000)) }, NO_MEMORY],
  ["a memory node past 512 GiB",             { tree: memoryOf(cells(0, RAM, 0x1000, 0)) },           NO_MEMORY],
  ["a reg of three cells",                   { tree: memoryOf(cells(0, RAM, 0)) },                   NO_MEMORY],
  ["memory that ends within the image",      memory(RAM, 2 * MIB + 0x8000),                          "boot: memory: the image does not fit in\n"],
  ["a MiB less than it needs",               { ...memory(RAM, 5 * MIB), treeAt: RAM },               NO_ROOM],
  ["the tree behind what it calls memory",   memory(RAM, 16 * MIB),                                  wrong("it is not in the memory that it names")],
  ["the tree over that memory's end",        { ...memory(RAM, 16 * MIB), treeAt: RAM + 16 * MIB - 0x1000 }, wrong("it is not in the memory that it names")],
  ["all of it reserved",                     { tree: withNodes(node("reserved-memory", { "#address-cells": cells(2), "#size-cells": cells(2) }, [node("all", { reg: cellPairs(RAM, 64 * MIB) })])) }, NO_ROOM],
  // devices
  ["no interrupt controller",                { tree: without("intc") },                              NO_CONTROLLER],
  ["one that is disabled",                   { tree: withProperty("intc", "status", disabled) },     NO_CONTROLLER],
  ["one of another kind",                    { tree: withProperty("intc", "compatible", strings("arm,gic-400")) }, NO_CONTROLLER],
  ["no timer",                               { tree: without("timer") },                             NO_TIMER],
  ["a timer with two interrupts",            { tree: withProperty("timer", "interrupts", cells(1, 13, 4, 1, 14, 4)) }, NO_TIMER],
  ["a timer whose PPI is the 17th",          { tree: withProperty("timer", "interrupts", cells(1, 13, 4, 1, 14, 4, 1, 16, 4)) }, NO_TIMER],
  ["a controller with one range of registers", { tree: withProperty("intc", "reg", cellPairs(0x800_0000, 0x1_0000)) }, "boot: the device tree does not say where the controller is\n"],
];

const GOES_ON: readonly (readonly [what: string, boot: BoardBoot])[] = [
  ["6 MiB of RAM",                           { ...memory(RAM, 6 * MIB), treeAt: RAM }],
  ["32 MiB of RAM",                          { ramBytes: 32 * MIB }],
  ["3 GiB of RAM",                           { ramBytes: 3072 * MIB }],
  ["no UART in the tree: it is where the board has it", { tree: without("pl011") }],
  ["no PSCI in the tree: HVC, where there is no EL2", { tree: without("psci") }],
  ["no clock",                               { tree: without("pl031") }],
  ["no virtio",                              { tree: without("virtio") }],
  ["no /chosen: no bootargs",                { tree: both(without("chosen"), withNodes(node("chosen", { "rng-seed": cells(1, 2, 3, 4) }))) }],
  ["a reg with half a range behind the whole one", { tree: memoryOf(cells(0, RAM, 0, 64 * MIB, 0, RAM)) }],
  ["memory of the Secure state, which is disabled", { tree: withNodes(node("secram@e000000", { device_type: strings("memory"), status: disabled, "secure-status": strings("okay"), reg: cellPairs(0xe00_0000, 16 * MIB) })) }],
  ["the tree in front of the image",         { treeAt: RAM + 0x1000 }],
  ["the tree at the end of RAM",             { treeAt: RAM + 62 * MIB }],
];

describe("a boot that cannot go on", function () {
  this.timeout(120_000);

  for (const [what, boot, printed] of CASES) {
    it(`${what}: ${printed.trim()}`, () => { expect(transcript(kernel(HELLO).image, boot)).to.equal(printed); });
  }

  // UARTFR's bits 3 and 5 (Arm DDI 0183, 3.3.3).
  for (const [flag, bits] of [["sends", 0x08], ["is full", 0x20]] as const) {
    it(`a UART that for ever says that it ${flag}: nothing can be said, and the power goes off`, () => {
      expect(transcript(kernel(HELLO).image, { held: { address: UARTFR, bits } })).to.equal("");
    });
  }

  it("a UART that is a flash memory, and says that it is full when something has been written to it: the power goes off", () => {
    expect(transcript(kernel(HELLO).image, { tree: withProperty("pl011", "reg", cellPairs(0x400_0000, 0x1000)) })).to.equal("");
  });

  it("a UART that is full, and a fault before the vectors: the power goes off", () => {
    const image = withBreak(kernel(HELLO), firstOf(kernel(HELLO), "src/unikernel/boot/init-serial1.ts"));
    const { printed, isOff } = bootOnBoard(image, { held: { address: UARTFR, bits: 0x20 } });
    expect(isOff).to.equal(true);
    expect(printed).to.match(/^early fault/);
  });

  it("a GICv3 that is busy for ever: that is said", () => {
    // GICD_CTLR.RWP (IHI 0069, 12.9.4).
    expect(transcript(kernel(HELLO).image, { gic: 3, held: { address: 0x800_0000, bits: 0x8000_0000 } }))
      .to.match(/^bug: the GICv3 is busy for ever\n {4}at awaitClear /);
  });

  it("a firmware that is called in the wrong way: the crash that this is, twice, and the processor sleeps", () => {
    const { printed, isOff, retired } = bootOnBoard(kernel(HELLO).image, { tree: withProperty("psci", "method", strings("smc")) });
    expect(printed).to.match(/^hello from the upper half\ncrash: unknown reason[^]*\n\ncrashed again: ESR 0x2000000, [^\n]*\n$/);
    expect([isOff, retired < 10_000_000]).to.deep.equal([false, true]);
  });

  it("a UART where nothing is: the fault is told on the UART that the board has", () => {
    const printed = transcript(kernel(HELLO).image, { tree: withProperty("pl011", "reg", cellPairs(0xb00_0000, 0x1000)) });
    // EC 0x25, IL, DFSC 0b010000; the first access is to UARTCR.
    expect(printed).to.match(/^early fault: ESR_EL1 0x0000000096000010, ELR_EL1 0x[0-9a-f]{16}, FAR_EL1 0xffffff800b000030\n$/);
  });

  const board = { ramBytes: 64 * MIB, cpus: 1, gic: 2, rngSeed: new Uint8Array(32).fill(7) } as const;
  const qemuTree = (edit: Edit): Uint8Array => buildDeviceTree(new DeviceTree(edit(boardTree(board))));

  // QEMU puts a memory node of its own into a tree, in place of those that it has.
  itWith(QEMU)("says the same on QEMU, which is given the trees", () => {
    for (const [what, { tree }, printed] of CASES) {
      if (tree === undefined || (printed !== NO_CONTROLLER && printed !== NO_TIMER)) continue;
      expect(bootOnQemu(kernel(HELLO).image, { tree: qemuTree(tree) }), what).to.equal(printed);
    }
  });
});

describe("a boot that goes on all the same", function () {
  this.timeout(120_000);

  for (const [what, boot] of GOES_ON) {
    it(what, () => { expect(transcript(kernel(HELLO).image, boot)).to.equal(HELLO_PRINTS); });
  }

  it("without rng-seed: it is said, once", () => {
    expect(transcript(kernel(HELLO).image, { rngSeed: null }))
      .to.equal(`boot: no entropy: the device tree has no rng-seed; random numbers can be guessed\n${HELLO_PRINTS}`);
  });

  for (const memoryMib of [32, 3072]) {
    itWith(QEMU)(`${memoryMib} MiB of RAM, on QEMU`, () => { expect(bootOnQemu(kernel(HELLO).image, { memoryMib })).to.equal(HELLO_PRINTS); });
  }
});
