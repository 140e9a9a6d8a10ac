// What the device tree calls its nodes, as text.

import { deviceTree } from "../../device-tree/flattened-tree";
import { byteAt, interruptOf, valueBytes } from "../../device-tree/values";
import { load8 } from "../../metal/memory";
import { plus } from "../../metal/word";

/** Of a timer; all other devices have fewer. */
const MOST_INTERRUPTS = 4;

/** "pl011@9000000": it stands behind the node's first token. */
export function nodeName(node: bigint): string {
  let name = "";
  let at = plus(node, 4n);
  for (let code = load8(at); code !== 0; code = load8(at)) {
    name += String.fromCharCode(code);
    at = plus(at, 1n);
  }
  return name;
}

/** The first of the texts that a property lists; "" if there is none. */
export function firstText(property: bigint): string {
  let text = "";
  for (let i = 0; i < valueBytes(property) && byteAt(property, i) !== 0; i++) {
    text += String.fromCharCode(byteAt(property, i));
  }
  return text;
}

/** The node whose interrupt this is; or 0n. */
export function nodeOfInterrupt(id: number): bigint {
  let node = deviceTree.root;
  for (; node !== 0n; node = deviceTree.following(node)) {
    for (let i = 0; i < MOST_INTERRUPTS; i++) {
      if (interruptOf(deviceTree, node, i) === id) return node;
    }
  }
  return 0n;
}
