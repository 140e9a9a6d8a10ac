// The kernel's cursor beside dtc: every node and property that dtc lists of a blob is found, with the same bytes.
// The blobs are dtc's own, and QEMU's of its `virt` board.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { FlattenedTree } from "../../../src/unikernel/device-tree/flattened-tree";
import { compatibleNode, childCalled, nodeOfType } from "../../../src/unikernel/device-tree/lookup";
import { interruptOf, rangeBegin, rangeBytes } from "../../../src/unikernel/device-tree/values";
import { isInstalled, itWith } from "../../installed";
import { bytesOf, childrenOf, nameOf, opened, reservationsOf } from "./in-memory";
import { type DtsNode, readDts } from "./dts";

const DEEP = 60;

const TREES: readonly (readonly [what: string, dts: string])[] = [
  ["a root with nothing in it", "/ { };"],
  ["properties of every length from 0 to 9", `/ { ${Array.from({ length: 10 }, (_, n) => `p${n} = [${"5a ".repeat(n)}];`).join(" ")} };`],
  ["names that begin like others", "/ { a = <1>; aa = <2>; a-b = <3>; uart@1000 { }; uart@10000 { }; uart { }; uar { u = \"t\"; }; };"],
  ["a property and a child of one name", "/ { chosen = \"no\"; chosen { chosen = \"yes\"; }; };"],
  ["lists of texts, an empty text, quotation marks", "/ { compatible = \"a,b\", \"\", \"c\\\"d\\\"\"; };"],
  [`nodes ${DEEP} deep`, `/ { ${"n { p = <7>; ".repeat(DEEP)}${"};".repeat(DEEP)} };`],
  ["200 children", `/ { ${Array.from({ length: 200 }, (_, n) => `c@${n.toString(16)} { reg = <${n}>; };`).join("")} };`],
  ["phandles, bytes that are no text", "/ { a: a { to = <&b &b>; }; b: b { x = [00 01 ff fe]; y = [00]; }; };"],
];

/** Below `node`, what the cursor sees: as the tree that dtc prints. */
function seen(tree: FlattenedTree, node: bigint, like: DtsNode): DtsNode {
  const properties = new Map([...like.properties.keys()].map((name) => {
    const property = tree.property(node, name);
    return [name, property === 0n ? [-1] : bytesOf(property)];
  }));
  return {
    name: nameOf(node), properties,
    children: childrenOf(tree, node).map((child, i) => seen(tree, child, like.children[i] ?? { name: "", properties: new Map(), children: [] })),
  };
}

describe("the kernel's device tree beside dtc", function () {
  this.timeout(60_000);
  const itWithDtc = itWith("dtc");

  const dtc = (input: string | Uint8Array, from: string, to: string): Buffer => {
    const { stdout, stderr, status } = spawnSync("dtc", ["-q", "-I", from, "-O", to], { input });
    expect(status, stderr.toString()).to.equal(0);
    return stdout;
  };

  function expectSame(blob: Uint8Array): FlattenedTree {
    const dts = readDts(dtc(blob, "dtb", "dts").toString("latin1"));
    const tree = opened(blob);
    expect(tree.problem).to.equal("");
    expect(seen(tree, tree.root, dts)).to.deep.equal(dts);
    return tree;
  }

  for (const [what, dts] of TREES) {
    itWithDtc(what, () => {
      const tree = expectSame(dtc(`/dts-v1/; ${dts}`, "dts", "dtb"));
      expect(tree.property(tree.root, "nobody")).to.equal(0n);
    });
  }

  itWithDtc("reads /memreserve/", () => {
    const dts = "/dts-v1/; /memreserve/ 0x48000000 0x10000; /memreserve/ 0 0x80000000; /memreserve/ 0x100000000 0; / { };";
    expect(reservationsOf(opened(dtc(dts, "dts", "dtb")))).to.deep.equal([
      [0x4800_0000n, 0x1_0000n], [0n, 0x8000_0000n], [0x1_0000_0000n, 0n],
    ]);
    expect(reservationsOf(opened(dtc("/dts-v1/; / { };", "dts", "dtb")))).to.deep.equal([]);
  });

  itWith("qemu-system-aarch64", isInstalled("qemu-system-aarch64") && isInstalled("dtc"))("QEMU's own tree, and what the boot asks of it", () => {
    const directory = mkdtempSync(join(tmpdir(), "o2p-dtb-"));
    try {
      const file = join(directory, "virt.dtb");
      const machine = `virt,gic-version=3,virtualization=on,dumpdtb=${file}`;
      spawnSync("qemu-system-aarch64", ["-M", machine, "-cpu", "cortex-a57", "-smp", "4", "-m", "256", "-display", "none"]);
      const tree = expectSame(readFileSync(file));
      expectAnswers(tree);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  /** The addresses and numbers of QEMU's hw/arm/virt.c: base_memmap, a15irqmap. */
  function expectAnswers(tree: FlattenedTree): void {
    const registers = (node: bigint): string => `${rangeBegin(tree, node, 0).toString(16)} ${rangeBytes(tree, node, 0).toString(16)}`;
    expect(registers(compatibleNode(tree, "arm,pl011", 0n))).to.equal("9000000 1000");
    expect(registers(compatibleNode(tree, "arm,pl031", 0n))).to.equal("9010000 1000");
    expect(registers(compatibleNode(tree, "arm,gic-v3", 0n))).to.equal("8000000 10000");
    expect(rangeBegin(tree, compatibleNode(tree, "arm,gic-v3", 0n), 1)).to.equal(0x80a_0000n);
    expect(registers(nodeOfType(tree, "memory", 0n))).to.equal("40000000 10000000");
    expect(nodeOfType(tree, "memory", nodeOfType(tree, "memory", 0n))).to.equal(0n);
    const timer = compatibleNode(tree, "arm,armv8-timer", 0n);
    expect([0, 1, 2, 3, 4].map((index) => interruptOf(tree, timer, index))).to.deep.equal([29, 30, 27, 26, -1]);
    const windows: string[] = [];
    for (let node = compatibleNode(tree, "virtio,mmio", 0n); node !== 0n; node = compatibleNode(tree, "virtio,mmio", node)) {
      windows.push(`${rangeBegin(tree, node, 0).toString(16)} ${interruptOf(tree, node, 0)}`);
    }
    expect(windows).to.have.length(32);
    expect(windows).to.include.members(["a000000 48", "a003e00 79"]);
    const psci = childCalled(tree, tree.root, "psci");
    expect(bytesOf(tree.property(psci, "method"))).to.deep.equal([...Buffer.from("smc\0")]);
  }
});
