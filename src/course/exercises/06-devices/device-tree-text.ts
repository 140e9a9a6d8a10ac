// How the exercises on device trees write trees and blocks: as dtc does, on one line.

import { readWord } from "../../../formats/device-tree/big-endian";
import type { DeviceTreeNode, DeviceTreeProperty } from "../../../formats/device-tree/node";
import type { AddressRange } from "../../../formats/device-tree/values";
import { hex } from "../03-system-registers/notation";
import { address } from "../05-exceptions/notation";
import { showPlain } from "../plain";

/** "/ { reg = <0x1>; a { }; }" */
export function nodeText({ name, properties, children }: DeviceTreeNode): string {
  const inside = [...properties.map(propertyText), ...children.map((child) => `${nodeText(child)};`)];
  return `${name === "" ? "/" : name} { ${inside.map((text) => `${text} `).join("")}}`;
}

/** The nodes of a way, each without its children: "/ { ... } soc { ... } uart { ... }" */
export const wayText = (way: readonly DeviceTreeNode[]): string => way.map((node) => nodeText({ ...node, children: [] })).join(" ");

function propertyText({ name, value }: DeviceTreeProperty): string {
  if (value.length === 0) return `${name};`;
  return `${name} = ${value.length % 4 === 0 ? `<${wordsText(value)}>` : `[${bytesText(value)}]`};`;
}

const wordsText = (bytes: Uint8Array): string =>
  Array.from({ length: bytes.length / 4 }, (_, i) => hex(readWord(bytes, 4 * i))).join(" ");

const bytesText = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");

/** A block's bytes: words of eight digits, and what is left. */
export function blockText(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) return showPlain(bytes);
  return Array.from({ length: Math.ceil(bytes.length / 4) }, (_, i) =>
    [...bytes.subarray(4 * i, 4 * i + 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("")).join(" ");
}

/** "[0x900_0000 + 0x1000]" */
export const rangesText = (ranges: readonly AddressRange[] | null): string =>
  (ranges === null ? "null" : `[${ranges.map((range) => `${address(range.address)} + ${address(range.size)}`).join(", ")}]`);
