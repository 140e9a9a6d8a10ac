// A function written in assembly, for what no operation says: the first instructions, the jump into
// a handler. It is assembled twice: for its size, and again when the symbols that it uses have
// addresses.

import { bug } from "../../base/bug";
import { UserFault } from "../../base/fault";
import { Assembler, AssemblyError } from "../../machine/decoder/assembler";
import { standardDecoder } from "../../machine/decoder/decoder";
import type { CompiledFunction } from "../back/compiled";
import type { AssemblyFunction } from "../ir/program";
import type { AddressOf } from "./relocate";

/** An instruction: what reads 16 bytes at once reads 4 of them in vain, once a call. */
export const FUNCTION_ALIGNMENT = 4;
/** A text may say .balign, up to this: it is assembled at two addresses, and must not grow. */
export const ASSEMBLY_ALIGNMENT = 16;

/** A directive, or a pool of literals. */
const WANTS_ALIGNMENT = /\.|=/;

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
    const { alignment, text } = this.#source;
    return alignment ?? (WANTS_ALIGNMENT.test(text) ? ASSEMBLY_ALIGNMENT : FUNCTION_ALIGNMENT);
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
    const { symbol, title, at, isOutermost = false } = this.#source;
    const bytes = this.#assembled(address, addressOf);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const words =
      Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
    return {
      symbol, title, at, words, relocations: [], lines: [{ offset: 0, at }],
      frameBytes: 0, prologueBytes: 0, saved: [], handlers: [], isOutermost,
    };
  }

  #assembled(address: bigint, addressOf: AddressOf): Uint8Array {
    const { title, text, uses, at } = this.#source;
    const known = Object.entries(uses).map(([name, of]) => `.equ ${name}, ${addressOf(of)}\n`);
    try {
      const { bytes } = this.#assembler.assemble(known.join("") + text, address);
      if (bytes.length % 4 === 0) return bytes;
    } catch (error) {
      throw error instanceof AssemblyError ? this.#inSource(error, known.length) : error;
    }
    throw new UserFault(`${at.file}:${at.line}: ${title} is no whole number of words: .balign 4`);
  }

  /** The mistake, by its line in the source, which has no `before`. */
  #inSource(error: AssemblyError, before: number): UserFault {
    const { symbol, at, textLine } = this.#source;
    if (textLine === undefined) return bug(`${symbol}: ${error.message}`);
    return new UserFault(`${at.file}:${textLine + error.line - 1 - before}: ${error.what}`);
  }
}
