// Assembly to the words of a case.

import { Assembler } from "../../../src/machine/decoder/assembler";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { CODE } from "./place";

let assembler: Assembler | undefined;
const known = new Map<string, readonly number[]>();

/** What `source` is at `address`: statements, with semicolons or line ends between them. */
export function assembled(source: string, address = CODE): readonly number[] {
  const key = `${address} ${source}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  assembler ??= new Assembler(standardDecoder());
  const { bytes } = assembler.assemble(source.replace(/;/g, "\n"), BigInt(address));
  const words = [...new Uint32Array(bytes.slice().buffer)];
  known.set(key, words);
  return words;
}

/** Two words as a doubleword, to be poked. */
export const dwordOf = (low: number, high: number): bigint => BigInt(low) | (BigInt(high) << 32n);
