// Interrupts in a device tree, three cells each (Linux, Documentation/devicetree/bindings/interrupt-controller/arm,gic.yaml):
// 0 is shared and 1 private; the number; 1 rising edge, 2 falling, 4 high, 8 low, and above them which CPUs.

import { expect } from "chai";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree } from "../../../src/formats/device-tree/node";
import { cells } from "../../../src/formats/device-tree/source";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { interruptOf, triggerOf } from "../../../src/unikernel/device-tree/values";
import { node } from "../../formats/device-tree/trees";
import { opened } from "./in-memory";

const INTERRUPTS = [
  // cells           INTID  asks by
  [[0, 16, 1],       48,    "edge"],
  [[0, 1, 2],        33,    "edge"],
  [[0, 1, 4],        33,    "level"],
  [[0, 2, 8],        34,    "level"],
  [[1, 11, 0x104],   27,    "level"],
  [[1, 0, 0xf01],    16,    "edge"],
  [[2, 1, 4],        -1,    "level"],
  [[1, 15, 4],       31,    "level"],
  [[1, 16, 4],       -1,    "level"],
  [[0, 987, 4],      1019,  "level"],
  [[0, 988, 4],      -1,    "level"],
] as const;

describe("interrupts of a device tree", () => {
  afterEach(() => { hostMetal(undefined); });

  it("each has three cells", () => {
    const all = INTERRUPTS.flatMap(([three]) => [...three]);
    const tree = opened(buildDeviceTree(new DeviceTree(node("", { interrupts: cells(...all) }))));
    INTERRUPTS.forEach(([, id, trigger], i) => {
      expect([interruptOf(tree, tree.root, i), triggerOf(tree, tree.root, i)], `interrupt ${i}`).to.deep.equal([id, trigger]);
    });
    expect([interruptOf(tree, tree.root, INTERRUPTS.length), triggerOf(tree, tree.root, INTERRUPTS.length)]).to.deep.equal([-1, "level"]);
  });
});
