// Device trees for the exercises: nodes as plain data, and trees drawn at random.

import { writeWord } from "../../../formats/device-tree/big-endian";
import type { DeviceTreeNode, DeviceTreeProperty } from "../../../formats/device-tree/node";
import type { Draw } from "../draw";

export const property = (name: string, value: Uint8Array): DeviceTreeProperty => ({ name, value });

/** Properties by name, their values as cells or as bytes. */
export function node(name: string, values: Readonly<Record<string, readonly number[] | Uint8Array>> = {}, children: readonly DeviceTreeNode[] = []): DeviceTreeNode {
  const properties = Object.entries(values).map(([key, value]) => property(key, value instanceof Uint8Array ? value : cellBytes(value)));
  return { name, properties, children };
}

export function cellBytes(words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * words.length);
  words.forEach((word, i) => { writeWord(bytes, 4 * i, word); });
  return bytes;
}

/** A NUL behind each. */
export const textBytes = (...texts: readonly string[]): Uint8Array =>
  Uint8Array.from(texts.flatMap((text) => [...Array.from(text, (character) => character.charCodeAt(0)), 0]));

const NAMES = ["reg", "compatible", "status", "interrupts", "clocks", "a", "ab", "abc", "#address-cells", "dma-coherent"] as const;
const NODE_NAMES = ["a", "bc", "soc", "uart@9000000", "cpu@0", "x@1", "memory"] as const;

/** A tree of up to `depth` levels. */
export function drawTree(draw: Draw, depth: number, name = ""): DeviceTreeNode {
  const names = draw.shuffle(NAMES).slice(0, draw.below(5));
  const properties = names.map((key) => property(key, Uint8Array.from({ length: draw.below(11) }, () => draw.bits(8))));
  const children = depth <= 1 ? [] : draw.shuffle(NODE_NAMES).slice(0, draw.below(4)).map((child) => drawTree(draw, depth - 1, child));
  return { name, properties, children };
}
