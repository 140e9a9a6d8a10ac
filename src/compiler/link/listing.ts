// The linked program as assembly: each function under its symbol, each instruction beside the line
// that it comes from, and addresses by their names.

import { type Decoder, standardDecoder } from "../../machine/decoder/decoder";
import type { Linked, PlacedFunction } from "./linked";

const TEXT_WIDTH = 40;

export function assemblyListing(linked: Linked): string {
  const decoder = standardDecoder();
  const names =
    new Map(linked.functions.map(({ address, compiled }) => [address, compiled.symbol]));
  return linked.functions.map((each) => functionListing(each, decoder, names)).join("\n");
}

/** One line an instruction; `file:line` where it changes. */
export function functionListing(
  { address, compiled }: PlacedFunction, decoder: Decoder, names: ReadonlyMap<bigint, string>,
): string {
  const { symbol, words, lines } = compiled;
  const places = new Map(lines.map(({ offset, at }) => [offset, `${at.file}:${at.line}`]));
  let listing = `${symbol}:\n`;
  words.forEach((word, i) => {
    const pc = address + BigInt(4 * i);
    const text = withNames(decoder.disassemble(word, pc).replace("\t", " "), names);
    const place = places.get(4 * i);
    const line = `  ${pc.toString(16)}  ${text}`;
    listing += place === undefined ? `${line}\n` : `${line.padEnd(TEXT_WIDTH)}  // ${place}\n`;
  });
  return listing;
}

/** `bl 0x40200040` names what is there. */
function withNames(text: string, names: ReadonlyMap<bigint, string>): string {
  const [, target] = /\b(0x[0-9a-f]+)$/.exec(text) ?? [];
  const name = target === undefined ? undefined : names.get(BigInt(target));
  return name === undefined ? text : `${text} <${name}>`;
}
