// From the blob to the tree. What is wrong with a blob is a UserFault that says where.

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import { readHeader, readReservations } from "./header";
import { DeviceTree, DeviceTreeNode, DeviceTreeProperty } from "./node";
import { FDT_BEGIN_NODE, FDT_END, FDT_END_NODE, FDT_PROP } from "./structure";
import { TokenReader } from "./token-reader";

/** Nodes in nodes, as deep as Linux reads them. So whoever walks a tree may call itself. */
export const MAX_DEPTH = 64;

export function readDeviceTree(blob: Uint8Array): DeviceTree {
  const header = readHeader(blob);
  const tokens = new TokenReader(blob, header);
  tokens.next();
  expectToken(tokens, FDT_BEGIN_NODE, "the root should begin");
  const root = readNode(tokens, 1);
  expectToken(tokens, FDT_END, "the tree should end");
  return new DeviceTree(root, readReservations(blob, header), header.boot_cpuid_phys);
}

/** The node whose FDT_BEGIN_NODE was read last; reads up to the token behind its FDT_END_NODE. */
function readNode(tokens: TokenReader, depth: number): DeviceTreeNode {
  if (depth > MAX_DEPTH) {
    throw new UserFault(`the node at ${hex(tokens.at)} is more than ${MAX_DEPTH} deep`);
  }
  const name = tokens.name();
  const properties: DeviceTreeProperty[] = [];
  for (tokens.next(); tokens.token === FDT_PROP; tokens.next()) {
    properties.push(new DeviceTreeProperty(tokens.name(), tokens.value()));
  }
  const children: DeviceTreeNode[] = [];
  while (tokens.token === FDT_BEGIN_NODE) children.push(readNode(tokens, depth + 1));
  expectToken(tokens, FDT_END_NODE, `node "${name}" should end, or have a child`);
  tokens.next();
  return new DeviceTreeNode(name, properties, children);
}

function expectToken(tokens: TokenReader, token: number, what: string): void {
  if (tokens.token !== token) {
    throw new UserFault(`${what} at ${hex(tokens.at)}, but the token there is ${tokens.token}`);
  }
}
