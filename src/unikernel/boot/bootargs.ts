// The words of /chosen/bootargs, as they lie in the device tree. Nothing allocates.

import { deviceTree } from "../device-tree/flattened-tree";
import { childCalled } from "../device-tree/lookup";
import { byteAt, valueBytes } from "../device-tree/values";

const SPACE = 32;

/** The property, or 0n. @noalloc */
export function bootargs(): bigint {
  const chosen = childCalled(deviceTree, deviceTree.root, "chosen");
  return chosen === 0n ? 0n : deviceTree.property(chosen, "bootargs");
}

/** Whether the word stands among them. @noalloc */
export function isAsked(word: string): boolean {
  const property = bootargs();
  const bytes = valueBytes(property);
  let start = 0;
  for (let i = 0; i <= bytes; i++) {
    const code = byteAt(property, i);
    if (code !== 0 && code !== SPACE) continue;
    if (i - start === word.length && stands(property, start, word)) return true;
    start = i + 1;
  }
  return false;
}

function stands(property: bigint, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (byteAt(property, start + i) !== word.charCodeAt(i)) return false;
  }
  return true;
}
