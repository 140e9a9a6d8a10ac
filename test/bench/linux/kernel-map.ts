// Where the kernel's functions are when it runs: at first where it was loaded, since translation is off, and then at
// its own address. It has not relocated itself elsewhere: our board's device tree has no kaslr-seed.

import { type KernelSymbol, kernelSymbols } from "./kernel-symbols";

/** Where Linux 6.1 runs, with 48-bit addresses (arch/arm64/include/asm/memory.h, KIMAGE_VADDR). */
const KIMAGE_VADDR = 0xffff_8000_0800_0000n;

/** nm's letters for what is in .text. */
const CODE = "tTwW";

export class KernelMap {
  readonly #functions: readonly KernelSymbol[];
  readonly #size: number;
  readonly #loadedAt: number;

  constructor(image: Uint8Array, loadedAt: number) {
    this.#functions = kernelSymbols(image).filter(({ kind }) => CODE.includes(kind)).sort((a, b) => a.offset - b.offset);
    this.#size = image.length;
    this.#loadedAt = loadedAt;
  }

  /** The function that `pc` is in; undefined if it is not the kernel's. */
  nameAt(pc: bigint): string | undefined {
    const offset = Number(pc >= KIMAGE_VADDR ? pc - KIMAGE_VADDR : pc - BigInt(this.#loadedAt));
    if (offset < 0 || offset >= this.#size) return undefined;
    let [low, high] = [0, this.#functions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#functions[middle]!.offset <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#functions[low - 1]?.name;
  }

  /** The address of a function's first instruction; undefined if the compiler has left no such function. */
  addressOf(name: string): bigint | undefined {
    const found = this.#functions.find((each) => each.name === name);
    return found && KIMAGE_VADDR + BigInt(found.offset);
  }
}
