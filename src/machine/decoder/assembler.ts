// Assembly text to bytes, in two passes: the first gives every statement its address and every
// label its value, the second encodes. An instruction is four bytes whatever it says, which is why
// two passes are enough.
//
//   label:  mnemonic operands      // comment
//           .word 1, 2             .ascii "text"    .align 3    .equ name, value
//           ldr x0, =expression    puts the constant into the literal pool (.ltorg, or the end)

import { AssemblyError } from "./assembly-error";
import { type Decoder, standardDecoder } from "./decoder";
import { type Assembly, Emission } from "./emission";
import { Encoder } from "./encode";
import { Layout } from "./layout";
import { splitStatements } from "./statement";

export { AssemblyError } from "./assembly-error";
export type { AssembledLine, Assembly } from "./emission";

export class Assembler {
  readonly #encoder: Encoder;

  constructor(decoder: Decoder) {
    this.#encoder = new Encoder(decoder);
  }

  /** Assembles `source` to be loaded at `base`. Throws AssemblyError at the first mistake. */
  assemble(source: string, base = 0n): Assembly {
    const statements = splitStatements(source);
    const layout = new Layout(statements, base, this.#encoder);
    return new Emission(layout, base, this.#encoder).assembly();
  }
}

let standard: Encoder | undefined;

/** The assembler's encoder, with our own parts: built when first asked for. */
export function standardEncoder(): Encoder {
  standard ??= new Encoder(standardDecoder());
  return standard;
}

/** The word of one instruction at `pc`. Throws AssemblyError; its line is 1. */
export function assembleLine(text: string, pc = 0n): number {
  const word = standardEncoder().encode(text, { pc });
  if (typeof word === "number") return word;
  throw new AssemblyError(1, word.column + 1, word.message);
}
