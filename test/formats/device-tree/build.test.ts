import { expect } from "chai";
import { buildDeviceTree } from "../../../src/formats/device-tree/build";
import { DeviceTree, DeviceTreeNode, Reservation } from "../../../src/formats/device-tree/node";
import { cells, flag, strings } from "../../../src/formats/device-tree/source";
import { node } from "./trees";

// What dtc 1.6.1 makes of
//   /memreserve/ 0x48000000 0x10000;
//   / { #address-cells = <2>; #size-cells = <1>;
//     uart@9000000 { compatible = "arm,pl011", "arm,primecell"; reg = <0 0x9000000 0x1000>; dma-coherent; clocks = <&osc>; };
//     osc: clock { #clock-cells = <0>; }; };
const BY_DTC = `
  d00dfeed 0000016b 00000048 00000118 00000028 00000011 00000010 00000000
  00000053 000000d0 00000000 48000000 00000000 00010000 00000000 00000000
  00000000 00000000 00000001 00000000 00000003 00000004 00000000 00000002
  00000003 00000004 0000000f 00000001 00000001 75617274 40393030 30303030
  00000000 00000003 00000018 0000001b 61726d2c 706c3031 31006172 6d2c7072
  696d6563 656c6c00 00000003 0000000c 00000026 00000000 09000000 00001000
  00000003 00000000 0000002a 00000003 00000004 00000037 00000001 00000002
  00000001 636c6f63 6b000000 00000003 00000004 0000003e 00000000 00000003
  00000004 0000004b 00000001 00000002 00000002 00000009 23616464 72657373
  2d63656c 6c730023 73697a65 2d63656c 6c730063 6f6d7061 7469626c 65007265
  6700646d 612d636f 68657265 6e740063 6c6f636b 73002363 6c6f636b 2d63656c
  6c730070 68616e64 6c6500`;

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

describe("buildDeviceTree", () => {
  it("makes the bytes that dtc makes", () => {
    const root = node("", { "#address-cells": cells(2), "#size-cells": cells(1) }, [
      node("uart@9000000", {
        compatible: strings("arm,pl011", "arm,primecell"), reg: cells(0, 0x900_0000, 0x1000), "dma-coherent": flag(), clocks: cells(1),
      }),
      node("clock", { "#clock-cells": cells(0), phandle: cells(1) }),
    ]);
    const blob = buildDeviceTree(new DeviceTree(root, [new Reservation(0x4800_0000n, 0x1_0000n)]));
    expect(hexOf(blob)).to.equal(BY_DTC.replace(/\s/g, ""));
  });

  it("writes each property's name once", () => {
    const twice = node("", {}, [node("a", { reg: cells(1) }), node("b", { reg: cells(2) })]);
    expect(Buffer.from(buildDeviceTree(new DeviceTree(twice))).toString("latin1").match(/reg\0/g)).to.have.length(1);
  });

  it("takes its tokens from the part that it is given", () => {
    const empty = new DeviceTreeNode("", [], []);
    const parts = { blocksOf: () => ({ structure: new Uint8Array(24), strings: new Uint8Array(5) }) };
    expect(buildDeviceTree(new DeviceTree(empty), parts)).to.have.length(40 + 16 + 24 + 5);
  });
});
