/** A blob taken apart: each node and property beside the bytes that say so. Pure: a figure draws it, a test reads it. */
import { readWord } from "../../../formats/device-tree/big-endian";
import { readHeader, type Header } from "../../../formats/device-tree/header";
import type { DeviceTreeNode, DeviceTreeProperty } from "../../../formats/device-tree/node";
import { readDeviceTree } from "../../../formats/device-tree/read";
import { FDT_BEGIN_NODE, FDT_PROP } from "../../../formats/device-tree/structure";
import { TokenReader } from "../../../formats/device-tree/token-reader";

/** Bytes of the blob. */
export interface Span {
  readonly at: number;
  readonly size: number;
}

export interface BlobProperty {
  readonly property: DeviceTreeProperty;
  /** FDT_PROP, length, offset of the name. */
  readonly token: Span;
  /** Without its padding. */
  readonly value: Span;
  /** In the strings block. */
  readonly name: Span;
  /** What the token says: where in the strings block the name is. */
  readonly nameOffset: number;
}

export interface BlobNode {
  readonly path: string;
  /** From the root, this one included. */
  readonly way: readonly DeviceTreeNode[];
  readonly begin: Span;
  readonly end: Span;
  readonly properties: readonly BlobProperty[];
  readonly children: readonly BlobNode[];
}

export interface Blob {
  readonly bytes: Uint8Array;
  readonly header: Header;
  readonly root: BlobNode;
}

/** A UserFault if it is no device tree. */
export function readBlob(file: Uint8Array): Blob {
  const { root } = readDeviceTree(file);
  const header = readHeader(file);
  const tokens = new TokenReader(file, header);
  tokens.next();
  // What is behind the blob in a file is room that somebody left.
  return { bytes: file.subarray(0, header.totalsize), header, root: locate(file, header, tokens, [root]) };
}

/** The node at the end of `way`, whose FDT_BEGIN_NODE was read last. It has been read before: it is as it should be. */
function locate(file: Uint8Array, header: Header, tokens: TokenReader, way: readonly DeviceTreeNode[]): BlobNode {
  const node = way.at(-1)!;
  const beginAt = tokens.at;
  tokens.next();
  const begin = { at: beginAt, size: tokens.at - beginAt };
  const properties: BlobProperty[] = [];
  while (tokens.token === FDT_PROP) {
    const nameOffset = readWord(file, tokens.at + 8);
    const property = node.properties[properties.length]!;
    properties.push({
      property, nameOffset,
      token: { at: tokens.at, size: tokens.valueAt - tokens.at },
      value: { at: tokens.valueAt, size: tokens.valueLength },
      name: { at: header.off_dt_strings + nameOffset, size: property.name.length + 1 },
    });
    tokens.next();
  }
  const children: BlobNode[] = [];
  while (tokens.token === FDT_BEGIN_NODE) {
    children.push(locate(file, header, tokens, [...way, node.children[children.length]!]));
    tokens.next();
  }
  return { path: pathOf(way), way, begin, end: { at: tokens.at, size: 4 }, properties, children };
}

export const pathOf = (way: readonly DeviceTreeNode[]): string => (way.length === 1 ? "/" : way.map(({ name }) => name).join("/"));

/** The node at `path`, or the nearest above it. */
export function nodeAtPath(root: BlobNode, path: string): BlobNode {
  let found = root;
  for (;;) {
    const next = found.children.find((child) => child.path === path || path.startsWith(`${child.path}/`));
    if (next === undefined) return found;
    found = next;
  }
}

/** The paths of the nodes above `path`, the root first. */
export function pathsAbove(path: string): string[] {
  const names = path.split("/").slice(1);
  return path === "/" ? [] : ["/", ...names.slice(0, -1).map((_, i) => `/${names.slice(0, i + 1).join("/")}`)];
}
