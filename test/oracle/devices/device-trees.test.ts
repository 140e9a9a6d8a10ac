// Our device trees and Debian's dtc: what we build it reads, what it builds we read, and the two say the same.

import { expect } from "chai";
import fc from "fast-check";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree } from "../../../src/formats/device-tree/node";
import { readDeviceTree } from "../../../src/formats/device-tree/read";
import { boardTree } from "../../../src/machine/board/device-tree";
import { anyTree, lines } from "../../formats/device-tree/trees";
import { compiled, decompiled, hasDtc } from "./dtc";
import { GICS, recordedTree } from "./qemu-tree";

describe("QEMU's device tree", () => {
  for (const gic of GICS) {
    it(`with GICv${gic}, is read whole and built again`, () => {
      const tree = readDeviceTree(recordedTree(gic));
      expect(tree.root.children).to.have.length.greaterThan(40);
      expect(readDeviceTree(buildDeviceTree(tree))).to.deep.equal(tree);
    });
  }
});

describe("dtc", function () {
  this.timeout(60_000);
  if (!hasDtc()) {
    it("cannot be asked, since it is not on this machine: but not in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  for (const gic of GICS) {
    for (const cpus of [1, 8]) {
      it(`has nothing to say against our board's, with GICv${gic} and CPUs: ${cpus}`, () => {
        const root = boardTree({ ramBytes: 0x2000_0000, cpus, gic, pmu: true, bootargs: "quiet", rngSeed: new Uint8Array(32) });
        expect(decompiled(buildDeviceTree(new DeviceTree(root))).complaints).to.equal("");
      });
    }
  }

  it("has something to say where there is something", () => {
    const root = boardTree({ ramBytes: 0x2000_0000, cpus: 1, gic: 2 });
    const twice = new DeviceTree({ ...root, children: [...root.children, root.children[0]!] });
    expect(decompiled(buildDeviceTree(twice)).complaints).to.match(/duplicate_node_names/);
  });

  it("reads what we build, and builds from it what we read", () => {
    fc.assert(fc.property(anyTree, (tree) => {
      const { output, complaints } = decompiled(buildDeviceTree(tree), "-q", "-f");
      expect(complaints).to.equal("");
      const again = readDeviceTree(compiled(output, "-q", "-f", "-b", String(tree.bootCpu)).output);
      expect(lines(again.root)).to.deep.equal(lines(tree.root));
      expect([again.reservations, again.bootCpu]).to.deep.equal([tree.reservations, tree.bootCpu]);
    }), { numRuns: 40 });
  });

  for (const gic of GICS) {
    it(`says the same of QEMU's with GICv${gic} and of what we make of it`, () => {
      const theirs = recordedTree(gic);
      const ours = buildDeviceTree(readDeviceTree(theirs));
      expect(Buffer.from(decompiled(ours).output).toString()).to.equal(Buffer.from(decompiled(theirs).output).toString());
    });
  }
});
