import { expect } from "chai";
import { UserFault } from "../../../../src/base/fault";
import { readDeviceTree } from "../../../../src/formats/device-tree/read";
import { nodeAt, numberOf } from "../../../../src/formats/device-tree/lookup";
import { prepareBoot } from "../../../../src/machine/board/loaders/boot";
import type { LoadedImage } from "../../../../src/machine/board/loaders/image";
import { loadFlash, loadImage } from "../../../../src/machine/board/loaders/load-image";
import { placeDeviceTree, placeInitrd } from "../../../../src/machine/board/loaders/placement";
import { elfWith, flatBinary, linuxImage } from "./files";

const MIB = 1024 * 1024;
const TREE = 0x2000;
const flat = (ramBytes: number): LoadedImage => loadImage(flatBinary(100_000), ramBytes);
const elfAt = (paddr: bigint): LoadedImage => loadImage(elfWith([{ paddr, filesz: 8n, memsz: 0x1_2010n }]), 512 * MIB);

// `info roms` of qemu-system-aarch64 7.2 -machine virt, with -m, -kernel and -initrd as in the row.
describe("the initial RAM disk and the device tree go where QEMU puts them", () => {
  const cases: readonly (readonly [what: string, image: LoadedImage, ramBytes: number, disk: number, diskAt: number, treeAt: number])[] = [
    ["512 MiB",                       loadImage(linuxImage(0, 0x30_0000, 5000), 512 * MIB),   512 * MIB, 100_000, 0x4800_0000, 0x4820_0000],
    ["128 MiB",                       flat(128 * MIB),                                        128 * MIB, 0x1388,  0x4400_0000, 0x4420_0000],
    ["127 MiB",                       flat(127 * MIB),                                        127 * MIB, 100_000, 0x43f8_0000, 0x4400_0000],
    ["100 MiB",                       flat(100 * MIB),                                        100 * MIB, 0x1388,  0x4320_0000, 0x4340_0000],
    ["a kernel of 144 MiB",           loadImage(linuxImage(0, 0x900_0000, 5000), 512 * MIB),  512 * MIB, 0x1388,  0x4920_0000, 0x4940_0000],
    ["a kernel that is no whole pages", loadImage(linuxImage(0, 0x900_0001, 5000), 512 * MIB), 512 * MIB, 0x1388, 0x4920_1000, 0x4940_0000],
  ];
  for (const [what, image, ramBytes, size, diskAt, treeAt] of cases) {
    it(what, () => {
      const disk = placeInitrd(image, ramBytes, size);
      expect([disk.start, disk.end, placeDeviceTree(image, ramBytes, TREE, disk.end)]).to.deep.equal([diskAt, diskAt + size, treeAt]);
    });
  }

  const trees: readonly (readonly [what: string, image: LoadedImage, treeAt: number])[] = [
    ["without a disk, where it would begin",        loadImage(linuxImage(0, 0, 5000), 512 * MIB), 0x4800_0000],
    ["below an ELF file, where RAM begins",         elfAt(0x4020_0000n),                          0x4000_0000],
    ["for firmware, where RAM begins",              loadFlash(flatBinary(8)),                     0x4000_0000],
  ];
  for (const [what, image, treeAt] of trees) it(`the tree: ${what}`, () => expect(placeDeviceTree(image, 512 * MIB, TREE)).to.equal(treeAt));
});

describe("the device tree", () => {
  it("goes behind an ELF file that leaves it no room below, where QEMU has none at all", () => {
    expect(placeDeviceTree(elfAt(0x4000_0000n), 512 * MIB, TREE)).to.equal(0x4800_0000);
    expect(placeDeviceTree(elfAt(0x4000_1fffn), 512 * MIB, TREE)).to.equal(0x4800_0000);
    expect(placeDeviceTree(elfAt(0x4000_2000n), 512 * MIB, TREE)).to.equal(0x4000_0000);
  });
});

describe("what finds no place is a fault", () => {
  const cases: readonly (readonly [fault: string, place: () => unknown])[] = [
    ["the initial RAM disk needs 0x4000001 bytes at 0x44000000, but RAM is from 0x40000000 to 0x48000000: give the board more memory",
      () => placeInitrd(flat(128 * MIB), 128 * MIB, 64 * MIB + 1)],
    ["the device tree needs 0x2000 bytes at 0x48000000, but RAM is from 0x40000000 to 0x48000000",
      () => placeDeviceTree(flat(128 * MIB), 128 * MIB, TREE, 0x4800_0000)],
    ["the device tree is too large: 0x200001 bytes, but a kernel maps 0x200000: shorten the command line",
      () => placeDeviceTree(flat(128 * MIB), 128 * MIB, 2 * MIB + 1)],
  ];
  for (const [fault, place] of cases) it(fault, () => expect(place).to.throw(UserFault, fault));
});

describe("prepareBoot", () => {
  const board = { ramBytes: 512 * MIB, cpus: 1, gic: 2, bootargs: "quiet" } as const;

  it("has image, zeros, disk and tree in RAM, and tells the kernel where", () => {
    const file = linuxImage(0, 0x30_0000, 5000);
    const disk = new Uint8Array(3000).fill(7);
    const { segments, entry, x0 } = prepareBoot(loadImage(file, board.ramBytes), board, disk);
    expect([entry, x0]).to.deep.equal([0x4020_0000n, 0x4820_0000n]);
    const at = new Map(segments.map(({ address, bytes }) => [address, bytes]));
    expect(at.get(0x4020_0000)).to.equal(file);
    expect(at.get(0x4800_0000)).to.equal(disk);
    const zeros = segments.filter(({ address }) => address >= 0x4020_1388 && address < 0x4800_0000);
    expect(zeros.reduce((sum, { bytes }) => sum + bytes.length, 0)).to.equal(0x30_0000 - 5000);
    expect(zeros.every(({ bytes }) => bytes.every((byte) => byte === 0))).to.equal(true);
    const { root } = readDeviceTree(at.get(0x4820_0000)!);
    const chosen = nodeAt(root, "/chosen")!;
    expect(numberOf(chosen, "linux,initrd-start", 0)).to.equal(0x4800_0000);
    expect(numberOf(chosen, "linux,initrd-end", 0)).to.equal(0x4800_0bb8);
  });

  it("has no disk where there is none", () => {
    const { segments, x0 } = prepareBoot(loadImage(flatBinary(64), board.ramBytes), board);
    const { root } = readDeviceTree(segments.find(({ address }) => BigInt(address) === x0)!.bytes);
    expect(nodeAt(root, "/chosen")!.properties.map(({ name }) => name)).to.deep.equal(["stdout-path", "bootargs"]);
  });
});
