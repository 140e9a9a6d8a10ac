// The image that maps, unmaps and protects at random against a model
// (../kernels/memory-operations.ts), with as many operations, and from whatever seed, as one likes.

import { buildProgram } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";

const PROGRAM = "test/unikernel/kernels/memory-operations.ts";

export class OperationImages {
  readonly #image: Uint8Array;
  readonly #placeOf: (variable: string) => number;

  constructor(sources = REPOSITORY) {
    const { image, linked } = buildProgram(sources, PROGRAM);
    this.#image = image;
    this.#placeOf = (variable) => {
      const symbol = linked.symbols.find(({ name }) => name === `${PROGRAM}#${variable}`);
      if (symbol === undefined) throw new Error(`the program has no ${variable}`);
      return Number(symbol.address - linked.base);
    };
  }

  of(operations: number, seed = 1): Uint8Array {
    const image = this.#image.slice();
    const view = new DataView(image.buffer);
    view.setBigUint64(this.#placeOf("operations"), BigInt(operations), true);
    view.setBigUint64(this.#placeOf("seed"), BigInt(seed), true);
    return image;
  }
}

/** What it prints when nothing is wrong: all but the digest of the answers, and how many were refused. */
export function withoutDigest(printed: string): string {
  return printed.replace(/digest \d+\n\d+/, "digest");
}

export function faultless(operations: number): string {
  return `${operations} operations, 0 mismatches, digest without a page for a table, 0 pages lost\nthe pool again: \n`;
}
