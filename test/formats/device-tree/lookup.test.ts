import { expect } from "chai";
import {
  compatibleWith, interruptParentOf, isCompatible, nodeAt, numberOf, pathTo, physicalRangesOf, propertyOf, referredTo, registersOf, textOf,
} from "../../../src/formats/device-tree/lookup";
import type { DeviceTreeNode } from "../../../src/formats/device-tree/node";
import { cells, flag, strings } from "../../../src/formats/device-tree/source";
import { node } from "./trees";

const ROOT = node("", { "#address-cells": cells(2), "#size-cells": cells(1), "interrupt-parent": cells(2) }, [
  node("aliases", { serial0: strings("/soc/uart@4600"), serial1: strings("serial0"), relative: strings("soc/uart@4600"), bad: cells(1, 2) }),
  node("soc", { "#address-cells": cells(1), ranges: cells(0, 0, 0xe000_0000, 0x10_0000) }, [
    node("uart@4600", { reg: cells(0x4600, 0x100), compatible: strings("arm,pl011", "arm,primecell"), model: strings("a uart") }),
    node("uart@4700", { reg: cells(0x4700), compatible: strings("arm,pl011"), "interrupt-parent": cells(1) }, [node("port")]),
    node("pic", { phandle: cells(1), "interrupt-parent": cells(99) }),
    node("far", { reg: cells(0x20_0000, 1) }),
    node("bad", { ranges: cells(1, 2) }, [node("dev", { reg: cells(0, 8, 2) })]),
    node("i2c@10", { reg: cells(0x10, 4), "#size-cells": cells(0) }, [node("eeprom@50", { reg: cells(0, 0x50) })]),
  ]),
  node("bus", { ranges: flag() }, [node("dev@8", { reg: cells(0, 8, 2) })]),
  node("gic@8000000", { phandle: cells(2), reg: cells(0, 0x800_0000, 0x1000), compatible: strings("gic") }),
]);

const way = (path: string): DeviceTreeNode[] => pathTo(ROOT, path)!;
const ends = (ways: readonly (readonly DeviceTreeNode[])[]): string[] => ways.map((nodes) => nodes.map(({ name }) => name).join("/"));

describe("looking up a node", () => {
  const paths = [
    ["/",                "",           "the root"],
    ["/soc/uart@4600",   "uart@4600",  "a full path"],
    ["/soc/uart",        "uart@4600",  "no unit address: the first"],
    ["/soc/uart@4700/port", "port",    "three down"],
    ["serial0",          "uart@4600",  "an alias"],
    ["/soc//uart@4600/", "uart@4600",  "slashes to spare"],
    ["serial0/x",        null,         "below an alias, where nothing is"],
    ["serial1",          null,         "an alias of an alias is none"],
    ["relative",         null,         "an alias that is no full path"],
    ["serial2",          null,         "an alias that is not there"],
    ["bad",              null,         "an alias that is no string"],
    ["/soc/uart@9",      null,         "another unit address"],
    ["/soc/ua",          null,         "part of a name"],
  ] as const;
  for (const [path, name, what] of paths) it(`by path: ${path} (${what})`, () => expect(nodeAt(ROOT, path)?.name ?? null).to.equal(name));

  it("by what it is compatible with, exactly", () => {
    expect(ends(compatibleWith(ROOT, "arm,pl011"))).to.deep.equal(["/soc/uart@4600", "/soc/uart@4700"]);
    expect(ends(compatibleWith(ROOT, "arm,primecell"))).to.deep.equal(["/soc/uart@4600"]);
    expect(ends(compatibleWith(ROOT, "arm,pl0"))).to.deep.equal([]);
    expect(isCompatible(ROOT, "")).to.equal(false);
  });

  it("by phandle", () => {
    expect(ends([referredTo(ROOT, 1)!])).to.deep.equal(["/soc/pic"]);
    expect([referredTo(ROOT, 3), referredTo(ROOT, 0)]).to.deep.equal([null, null]);
  });
});

describe("looking up a property", () => {
  const uart = nodeAt(ROOT, "/soc/uart")!;
  it("by name", () => expect(propertyOf(uart, "model")?.value).to.have.length(7));
  it("that is not there", () => expect([propertyOf(uart, "mod"), numberOf(uart, "x", 7), textOf(uart, "x", "y")]).to.deep.equal([null, 7, "y"]));
  it("as a number or a text, which it must be", () =>
    expect([numberOf(ROOT, "#size-cells", 7), numberOf(uart, "reg", 7), textOf(uart, "model", "y"), textOf(uart, "compatible", "y")]).to.deep.equal([1, 7, "a uart", "y"]));
});

describe("where a device is", () => {
  const registers = [
    ["/soc/uart@4600",        [[0x4600n, 0x100n]], "cells as the bus counts: 1, and 1 by default"],
    ["/soc/uart@4700",        null,                "a size too few"],
    ["/soc/i2c/eeprom",       [[0x50n, 0n]],       "2 by default, and no size"],
    ["/soc/pic",              null,                "no reg"],
    ["/",                     null,                "no bus"],
  ] as const;
  for (const [path, expected, what] of registers) {
    it(`${path}: ${what}`, () => expect(registersOf(way(path))?.map(({ address, size }) => [address, size]) ?? null).to.deep.equal(expected));
  }

  const physical = [
    ["/gic",            0x800_0000n,   "on the root's bus"],
    ["/soc/uart@4600",  0xe000_4600n,  "behind a window"],
    ["/soc/far",        null,          "beside the window"],
    ["/bus/dev",        8n,            "behind a bus that changes nothing"],
    ["/soc/i2c/eeprom", null,          "behind a bus without a window"],
    ["/soc/bad/dev",    null,          "behind a bus whose window is damaged"],
    ["/soc/pic",        null,          "no reg"],
  ] as const;
  for (const [path, expected, what] of physical) {
    it(`${path}, for the CPU: ${what}`, () => expect(physicalRangesOf(way(path))?.map(({ address }) => address) ?? null).to.deep.equal(expected === null ? null : [expected]));
  }
});

describe("who hears a device's interrupts", () => {
  const parents = [
    ["/soc/uart@4700",      "/soc/pic",      "its own interrupt-parent"],
    ["/soc/uart@4700/port", "/soc/pic",      "that of the node above"],
    ["/soc/uart@4600",      "/gic@8000000",  "the root's"],
    ["/soc/pic",            null,            "a phandle of nobody"],
  ] as const;
  for (const [path, expected, what] of parents) {
    it(`${path}: ${what}`, () => {
      const parent = interruptParentOf(way(path));
      expect(parent === null ? null : ends([parent])[0]).to.equal(expected);
    });
  }
});
