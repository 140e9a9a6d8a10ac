// Our board's device tree beside QEMU's: node by node, property by property. Every difference stands here, with its
// reason; another one fails.

import { expect } from "chai";
import { readDeviceTree } from "../../../src/formats/device-tree/read";
import { allWays, numberOf, propertyOf } from "../../../src/formats/device-tree/lookup";
import type { DeviceTreeNode } from "../../../src/formats/device-tree/node";
import { writeWord } from "../../../src/formats/device-tree/big-endian";
import { cellsOf } from "../../../src/formats/device-tree/values";
import { boardTree } from "../../../src/machine/board/device-tree";
import { qemuVersion } from "../system/qemu";
import { BOOTARGS, CPUS, type Gic, GICS, RAM_MIB, recordedTree, treeByQemu } from "./qemu-tree";

/** Properties with phandles, and at which cells: they are compared by the path of the node that they name. */
const PHANDLES: Readonly<Record<string, readonly number[]>> = {
  "interrupt-parent": [0], clocks: [0, 1], gpios: [0], cpu: [0], phandle: [0],
};

/** Paths and properties that QEMU's has and ours has not, or that differ; and why. */
const DIFFERENCES: readonly (readonly [where: RegExp, why: string])[] = [
  [/^\/pcie@10000000(\/|$)/,        "no PCI on this board"],
  [/^\/platform-bus@c000000(\/|$)/, "for devices that QEMU's users add to a running board"],
  [/^\/intc@8000000\/v2m@8020000/,  "message-signalled interrupts: only PCI devices send them"],
  [/^\/intc@8000000\/its@8080000/,  "message-signalled interrupts: only PCI devices send them"],
  [/^\/chosen\/kaslr-seed$/,        "with one, Linux isolates its page tables, and a system call takes ten times as long"],
  [/^\/chosen\/rng-seed$/,          "random"],
  [/^\/cpus\/cpu@\d\/compatible$/,  "QEMU says Cortex-A57 of its `max`; ours is no Arm part, and says so"],
];

/** Each property by its path, as text: phandles as the paths that they name. */
function properties(root: DeviceTreeNode): Map<string, string> {
  const pathOf = (way: readonly DeviceTreeNode[]): string => way.map(({ name }) => name).join("/");
  const named = new Map(allWays(root).map((way) => [numberOf(way.at(-1)!, "phandle", 0), pathOf(way)]));
  const rows = new Map<string, string>();
  for (const way of allWays(root)) {
    rows.set(`${pathOf(way)}/`, "");
    for (const { name, value } of way.at(-1)!.properties) {
      const bytes = value.slice();
      const targets = (PHANDLES[name] ?? []).filter((cell) => 4 * cell < bytes.length).map((cell) => {
        const target = named.get(cellsOf(value)![cell]!);
        writeWord(bytes, 4 * cell, 0);
        return target ?? "nobody";
      });
      rows.set(`${pathOf(way)}/${name}`, `${Buffer.from(bytes).toString("hex")} ${targets.join(" ")}`);
    }
  }
  return rows;
}

const ours = (gic: Gic): DeviceTreeNode => boardTree({
  ramBytes: RAM_MIB * 1024 * 1024, cpus: CPUS, gic, pmu: true, bootargs: BOOTARGS,
  initrd: { start: 0x4800_0000, end: 0x4800_0000 + 5000 }, rngSeed: new Uint8Array(32),
});

/** The paths that differ. */
function differences(a: Map<string, string>, b: Map<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();
}

const unexpected = (paths: readonly string[]): string[] => paths.filter((path) => !DIFFERENCES.some(([where]) => where.test(path)));

describe("our board's device tree, and QEMU's", () => {
  for (const gic of GICS) {
    it(`with GICv${gic}, as recorded: no difference without a reason`, () => {
      const theirs = properties(readDeviceTree(recordedTree(gic)).root);
      expect(theirs.size).to.be.greaterThan(200);
      expect(unexpected(differences(properties(ours(gic)), theirs))).to.deep.equal([]);
    });
  }

  it("has no reason without a difference", () => {
    const found = GICS.flatMap((gic) => differences(properties(ours(gic)), properties(readDeviceTree(recordedTree(gic)).root)));
    expect(DIFFERENCES.filter(([where]) => !found.some((path) => where.test(path))).map(([, why]) => why)).to.deep.equal([]);
  });

  it("with one CPU, which needs nobody to switch it on", () => {
    const one = boardTree({ ramBytes: 1024 * 1024, cpus: 1, gic: 2 });
    const cpu = allWays(one).map((way) => way.at(-1)!).find(({ name }) => name === "cpu@0")!;
    expect(propertyOf(cpu, "enable-method")).to.equal(null);
    expect([...properties(one).keys()].filter((path) => /pmu|initrd|seed|bootargs|cpu@1/.test(path))).to.deep.equal([]);
  });

  it("with RAM beyond 4 GiB", () => {
    const large = boardTree({ ramBytes: 5 * 1024 * 1024 * 1024, cpus: 1, gic: 2 });
    expect(properties(large).get("/memory@40000000/reg")?.trim()).to.equal("00000000400000000000000140000000");
  });
});

describe("QEMU's device tree, live", () => {
  if (qemuVersion() === undefined) {
    it("cannot be asked for, without QEMU on this machine: but not in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }
  for (const gic of GICS) {
    it(`with GICv${gic}, is the recorded one, but for what is random`, () => {
      const [live, recorded] = [treeByQemu(gic), recordedTree(gic)].map((blob) => properties(readDeviceTree(blob).root));
      expect(differences(live!, recorded!)).to.deep.equal(["/chosen/kaslr-seed", "/chosen/rng-seed"]);
    });
  }
});
