// A function written in assembly, for what no operation says: the first instructions, the jump into
// a handler. It is assembled twice: for its size, and again when the symbols that it uses have
// addresses.

import { bug } from "../../base/bug";
import { Assembler } from "../../machine/decoder/assembler";
import { standardDecoder } from "../../machine/decoder/decoder";
import type { CompiledFunction } from "../back/compiled";
import type { Place } from "../ir/function";
import type { AddressOf } from "./relocate";

export const FUNCTION_ALIGNMENT = 16;

export interface AssemblyFunction {
  readonly symbol: string;
  readonly title: string;
  readonly text: string;
  /** What the text calls it, to the symbol that it means. */
  readonly uses: Readonly<Record<string, string>>;
  readonly at: Place;
  /** Nobody calls it: a backtrace ends here. */
  readonly isOutermost?: boolean;
  /** A power of 2, where more is asked than of every function. */
  readonly alignment?: number;
}

export class AssemblyUnit {
  readonly #assembler = new Assembler(standardDecoder());
  readonly #source: AssemblyFunction;

  constructor(source: AssemblyFunction) {
    this.#source = source;
  }

  get symbol(): string {
    return this.#source.symbol;
  }

  get alignment(): number {
    return this.#source.alignment ?? FUNCTION_ALIGNMENT;
  }

  /** With symbols that are near: its size, and all but what depends on addresses. */
  draft(): CompiledFunction {
    return this.#compiled(0n, () => 0n);
  }

  /** As it stands at `address`. */
  final(address: bigint, addressOf: AddressOf): CompiledFunction {
    return this.#compiled(address, addressOf);
  }

  #compiled(address: bigint, addressOf: AddressOf): CompiledFunction {
    const { symbol, title, text, uses, at, isOutermost = false } = this.#source;
    const known = Object.entries(uses).map(([name, of]) => `.equ ${name}, ${addressOf(of)}\n`);
    const { bytes } = this.#assembler.assemble(known.join("") + text, address);
    if (bytes.length % 4 !== 0) bug(`${symbol} is no whole number of words`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const words =
      Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
    return {
      symbol, title, at, words, relocations: [], lines: [{ offset: 0, at }],
      frameBytes: 0, prologueBytes: 0, saved: [], handlers: [], isOutermost,
    };
  }
}
