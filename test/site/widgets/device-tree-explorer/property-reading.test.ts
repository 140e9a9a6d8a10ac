import { expect } from "chai";
import { readBlob, type BlobNode, nodeAtPath } from "../../../../src/site/widgets/device-tree-explorer/blob";
import { BOARDS, blobOf } from "../../../../src/site/widgets/device-tree-explorer/boards";
import { readingOf } from "../../../../src/site/widgets/device-tree-explorer/property-reading";
import { DeviceTreeProperty } from "../../../../src/formats/device-tree/node";
import { cells, strings } from "../../../../src/formats/device-tree/source";
import { node } from "../../../formats/device-tree/trees";
import { recordedTree } from "../../../oracle/devices/qemu-tree";

const ours = readBlob(blobOf(BOARDS[1]!)).root;
const qemu = readBlob(recordedTree(2)).root;

/** Links as [[path]]. */
function said(root: BlobNode, path: string, name: string): string {
  const { way, properties } = nodeAtPath(root, path);
  const found = properties.find(({ property }) => property.name === name)!;
  return readingOf(way, found.property).map((piece) => (typeof piece === "string" ? piece : `[[${piece.path}]]`)).join("");
}

describe("what a property says", () => {
  const cases = [
    [ours, "/pl011@9000000", "compatible",          "\"arm,pl011\", \"arm,primecell\""],
    [ours, "/pl011@9000000", "reg",                 "0x9000000, 4 KiB"],
    [ours, "/pl011@9000000", "interrupts",          "SPI 1, level high: of [[/intc@8000000]]"],
    [ours, "/pl011@9000000", "clocks",              "[[/apb-pclk]], [[/apb-pclk]]"],
    [ours, "/timer",         "interrupts",          "PPI 13, level high; PPI 14, level high; PPI 11, level high; PPI 10, level high: of [[/intc@8000000]]"],
    [ours, "/timer",         "always-on",           "yes: it is there"],
    [ours, "/intc@8000000",  "ranges",              "an address here is the same address above"],
    [ours, "/intc@8000000",  "reg",                 "0x8000000, 64 KiB; 0x80a0000, 15744 KiB"],
    [ours, "/",              "interrupt-parent",    "[[/intc@8000000]]"],
    [ours, "/",              "#address-cells",      "2 cells"],
    [ours, "/cpus",          "#address-cells",      "1 cell"],
    [ours, "/cpus/cpu@3",    "reg",                 "0x3"],
    [ours, "/cpus/cpu-map/socket0/cluster0/core1", "cpu", "[[/cpus/cpu@1]]"],
    [ours, "/gpio-keys/poweroff", "gpios",          "[[/pl061@9030000]], line 3, active high"],
    [ours, "/gpio-keys/poweroff", "linux,code",     "0x74"],
    [ours, "/apb-pclk",      "clock-frequency",     "24,000,000 Hz"],
    [ours, "/chosen",        "bootargs",            "\"console=ttyAMA0 root=/dev/vda\""],
    [ours, "/chosen",        "linux,initrd-start",  "0x48000000"],
    [ours, "/memory@40000000", "reg",               "0x40000000, 1 GiB"],
    [ours, "/fw-cfg@9020000", "reg",                "0x9020000, 24 bytes"],
    [ours, "/psci",          "cpu_on",              "0xc4000003"],
    [qemu, "/chosen",        "rng-seed",            "32 random bytes"],
    [qemu, "/platform-bus@c000000", "ranges",       "0x0 is 0xc000000 above, 32 MiB"],
    [qemu, "/pcie@10000000", "interrupt-map-mask",  "0x1800 0x0 0x0 0x7"],
    [qemu, "/intc@8000000/v2m@8020000", "reg",      "0x8020000, 4 KiB"],
    [qemu, "/virtio_mmio@a000000", "interrupts",    "SPI 16, rising edge: of [[/intc@8000000]]"],
  ] as const;
  for (const [root, path, name, expected] of cases) it(`${path}, ${name}`, () => expect(said(root, path, name)).to.equal(expected));

  const alone = node("", { "#address-cells": cells(1) });
  const guesses = [
    ["text that is damaged",                "compatible",  new Uint8Array([97, 98, 99]),           "61 62 63"],
    ["bytes",                               "mac",         new Uint8Array([1, 2, 3, 4, 5]),        "01 02 03 04 05"],
    ["an empty text among others: cells",   "x",           new Uint8Array([97, 0, 0, 0]),          "0x61000000"],
    ["a phandle of nobody",                 "clocks",      cells(9).bytes,                         "0x9"],
    ["interrupts of nobody",                "interrupts",  cells(0, 1, 4).bytes,                   "0x0 0x1 0x4"],
    ["a reg of the root",                   "reg",         cells(1, 2).bytes,                      "0x1 0x2"],
    ["many cells",                          "map",         cells(...Array.from({ length: 14 }, () => 0)).bytes, `${"0x0 ".repeat(12)}and 2 more`],
    ["an empty command line",               "bootargs",    strings("").bytes,                      "\"\""],
  ] as const;
  for (const [what, name, value, expected] of guesses) {
    it(`is guessed: ${what}`, () => expect(readingOf([alone], new DeviceTreeProperty(name, value)).join("")).to.equal(expected));
  }

  it("follows a bus to the CPU", () => {
    const way = [
      node("", { "#address-cells": cells(1), "#size-cells": cells(1) }),
      node("soc", { "#address-cells": cells(1), "#size-cells": cells(1), ranges: cells(0, 0xe000_0000, 0x10_0000) }),
      node("serial", { reg: cells(0x4600, 0x100) }),
    ];
    expect(readingOf(way, way[2]!.properties[0]!).join("")).to.equal("0x4600, 256 bytes: for the CPU 0xe0004600");
  });
});
