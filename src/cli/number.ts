// Numbers on a command line.

import { InvalidArgumentError, Option } from "commander";

/** A 64-bit address, decimal or 0x and hexadecimal. */
export function addressArgument(text: string): bigint {
  if (!/^(?:0x[0-9a-f]+|\d+)$/i.test(text)) throw new InvalidArgumentError("Give a number, like 4096 or 0x1000.");
  const value = BigInt(text);
  if (value >= 1n << 64n) throw new InvalidArgumentError("Addresses have 64 bits.");
  return value;
}

/** An option whose argument is an address. commander shows a default as JSON, which has no bigint: so as text. */
export function addressOption(flags: string, description: string, value: bigint): Option {
  return new Option(flags, description).argParser(addressArgument).default(value, value < 1n << 64n ? String(value) : "none");
}

/** The word that `text` writes in hexadecimal, 0x or not; undefined if it is no word. */
export function hexWord(text: string): number | undefined {
  return /^(?:0x)?[0-9a-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : undefined;
}

/** Whether an argument that could be a file is meant as a word: 0x91000420, or all eight digits. */
export function looksLikeWord(text: string): boolean {
  return /^0x[0-9a-f]{1,8}$/i.test(text) || /^[0-9a-f]{8}$/i.test(text);
}
