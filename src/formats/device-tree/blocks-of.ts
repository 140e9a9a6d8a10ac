// From nodes to tokens, and the names that they refer to.

import { writeWord } from "./big-endian";
import type { DeviceTreeNode, DeviceTreeProperty } from "./node";
import type { Blocks } from "./parts";
import {
  aligned4, FDT_BEGIN_NODE, FDT_END, FDT_END_NODE, FDT_PROP, PROP_SIZE,
} from "./structure";

export function blocksOf(root: DeviceTreeNode): Blocks {
  const names = new StringsBlock();
  const tokens: Uint8Array[] = [];
  addNode(root, names, tokens);
  tokens.push(wordToken(FDT_END));
  return { structure: concatenated(tokens), strings: names.bytes() };
}

/** A node's tokens, its properties' and its children's between its own two. */
function addNode(
  { name, properties, children }: DeviceTreeNode, names: StringsBlock, tokens: Uint8Array[],
): void {
  tokens.push(beginNode(name));
  for (const property of properties) tokens.push(propertyToken(property, names));
  for (const child of children) addNode(child, names, tokens);
  tokens.push(wordToken(FDT_END_NODE));
}

function beginNode(name: string): Uint8Array {
  const token = new Uint8Array(aligned4(4 + name.length + 1));
  writeWord(token, 0, FDT_BEGIN_NODE);
  for (let i = 0; i < name.length; i++) token[4 + i] = name.charCodeAt(i);
  return token;
}

function propertyToken({ name, value }: DeviceTreeProperty, names: StringsBlock): Uint8Array {
  const token = new Uint8Array(aligned4(PROP_SIZE + value.length));
  writeWord(token, 0, FDT_PROP);
  writeWord(token, 4, value.length);
  writeWord(token, 8, names.offsetOf(name));
  token.set(value, PROP_SIZE);
  return token;
}

function wordToken(word: number): Uint8Array {
  const token = new Uint8Array(4);
  writeWord(token, 0, word);
  return token;
}

/** The names of properties, each once: on our board, forty nodes have a `reg`. */
class StringsBlock {
  readonly #offsets = new Map<string, number>();
  #text = "";

  offsetOf(name: string): number {
    if (this.#offsets.has(name)) return this.#offsets.get(name)!;
    const offset = this.#text.length;
    this.#offsets.set(name, offset);
    this.#text += `${name}\0`;
    return offset;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#text.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = this.#text.charCodeAt(i);
    return bytes;
  }
}

export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
