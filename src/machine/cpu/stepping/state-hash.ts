// A number for all that the guest can see: two runs that are the same have the same.

import type { Machine } from "./machine";
import { PAGE } from "../layout";

/** FNV-1a's offset basis and prime, for 32 bits. */
const BASIS = 0x811c_9dc5;
const PRIME = 0x0100_0193;

/**
 * FNV-1a over the CPUs' pages and RAM, a word of 32 bits at a time, twice from different bases: 16
 * hexadecimal digits. It tells runs apart; it does not keep anyone from making two that agree.
 */
export function stateHash({ physical, cpus }: Pick<Machine, "physical" | "cpus">): string {
  const { buffer } = physical.memory;
  const registers = new Int32Array(buffer, 0, (cpus.length * PAGE) / 4);
  const ram = new Int32Array(buffer, physical.bytes.byteOffset, physical.size / 4);
  return [BASIS, ~BASIS].map((basis) => digits(fold(fold(basis, registers), ram))).join("");
}

function fold(basis: number, words: Int32Array): number {
  let hash = basis;
  for (const word of words) {
    hash = Math.imul(hash ^ word, PRIME);
    hash ^= hash >>> 15; // A word's upper bits would never reach the lower ones.
  }
  return hash;
}

const digits = (hash: number): string => (hash >>> 0).toString(16).padStart(8, "0");
