// The items themselves; how they are read is compared with QEMU's in test/oracle/devices.

import { expect } from "chai";
import { Bug } from "../../../src/base/bug";
import { FwCfg } from "../../../src/machine/devices/fw-cfg";
import { fwCfgItems } from "../../../src/machine/devices/fw-cfg-items";
import { RAM_BASE, ramOf } from "./ram";

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex");

describe("fw_cfg's items", () => {
  // As QEMU 7.2 has them: -machine virt -smp 2 -bios u-boot.bin -kernel K -append hi, with K of 3000 bytes.
  const items = fwCfgItems({ cpus: 2, kernel: new Uint8Array(3000).fill(7), commandLine: "hi" });
  const cases = [
    ["signature",    0x00, "51454d55"],
    ["interface",    0x01, "03000000"],
    ["CPUs",         0x05, "0200"],
    ["kernel size",  0x08, "b80b0000"],
    ["command line", 0x14, "03000000"],
    ["and its text", 0x15, "686900"],
    ["no files",     0x19, "00000000"],
  ] as const;
  for (const [title, key, bytes] of cases) {
    it(title, () => {
      expect(hex(items.get(key))).to.equal(bytes);
    });
  }

  it("have a directory of files, in the order of their names", () => {
    const files = [{ name: "opt/b", bytes: latin1("bee") }, { name: "opt/a", bytes: latin1("a") }];
    const all = fwCfgItems({ cpus: 1, files });
    const name = (text: string): string => hex(latin1(text)).padEnd(112, "0");
    // QEMU 7.2's: size, key and reserved, 56 bytes of name.
    expect(hex(all.get(0x19))).to.equal(`00000002${`00000001${"00200000"}`}${name("opt/a")}${`00000003${"00210000"}`}${name("opt/b")}`);
    expect([hex(all.get(0x20)), hex(all.get(0x21))]).to.deep.equal(["61", "626565"]);
  });

  it("are refused if there are too many", () => {
    const files = Array.from({ length: 33 }, (_, i) => ({ name: `opt/${i}`, bytes: latin1("") }));
    expect(() => fwCfgItems({ cpus: 1, files })).to.throw(Bug, "too many files");
  });
});

describe("fw_cfg", () => {
  const memory = ramOf(1 << 16);
  const make = () => new FwCfg({ memory, items: fwCfgItems({ cpus: 1 }) });

  it("refuses what QEMU's does not take: an external abort", () => {
    const device = make();
    expect([device.read(8, 2), device.read(4, 4), device.write(8, 1, 0n), device.write(16, 1, 0n), device.write(18, 2, 0n)])
      .to.deep.equal([undefined, undefined, false, false, false]);
  });

  it("goes on where it was saved, between the halves of an address too", () => {
    const device = make();
    device.read(0, 1);
    const other = make();
    other.restore(device.save());
    expect(other.read(0, 1)).to.equal(0x45n); // the E of QEMU
  });

  it("forgets the upper half of an address when it has used it", () => {
    const device = make();
    memory.write(BigInt(RAM_BASE), Uint8Array.from([0, 0, 0, 1]));
    device.write(0x10, 4, 0x0100_0000n); // 1, big-endian
    for (const _ of ["at 0x1_4000_0000", "at 0x4000_0000"]) device.write(0x14, 4, 0x40n);
    expect(hex(memory.bytes(BigInt(RAM_BASE), 4))).to.equal("00000000");
  });

  it("copies an item into RAM, and zeros behind it", () => {
    memory.write(BigInt(RAM_BASE), Uint8Array.from([0, 0, 0, 0x0a, 0, 0, 0, 6, 0, 0, 0, 0, 0x40, 0, 1, 0]));
    memory.write(BigInt(RAM_BASE + 0x100), Uint8Array.from([1, 2, 3, 4, 5, 6, 7]));
    make().write(0x10, 8, 0x40n << 32n);
    expect(hex(memory.bytes(BigInt(RAM_BASE), 4))).to.equal("00000000");
    expect(hex(memory.bytes(BigInt(RAM_BASE + 0x100), 7))).to.equal("51454d55000007");
  });
});
