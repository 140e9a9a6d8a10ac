// A long row of bytes, written and read a piece at a time, and compressed block by block: neither
// side ever holds all of it twice, and no block, whoever wrote it, unpacks to more than a block.
//
//   size (4), packed size (4), packed bytes (deflate)     for each block
//   0 (4)                                                 behind the last

import { deflateSync, inflateSync } from "fflate";
import { UserFault } from "../../base/fault";

const BLOCK = 0x4_0000;

/** Fast rather than small; `mem` is for blocks of this size. */
const COMPRESSION = { level: 1, mem: 3 } as const;

export class BlockWriter {
  readonly #packed: Uint8Array[] = [];
  #block = new Uint8Array(BLOCK);
  #used = 0;

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      const piece = bytes.subarray(done, done + BLOCK - this.#used);
      this.#block.set(piece, this.#used);
      this.#used += piece.length;
      done += piece.length;
      if (this.#used === BLOCK) this.#flush();
    }
  }

  /** All blocks; nothing can be written behind them. */
  end(): readonly Uint8Array[] {
    if (this.#used > 0) this.#flush();
    this.#packed.push(wordsOf(0));
    return this.#packed;
  }

  #flush(): void {
    const packed = deflateSync(this.#block.subarray(0, this.#used), COMPRESSION);
    this.#packed.push(wordsOf(this.#used, packed.length), packed);
    this.#used = 0;
  }
}

export class BlockReader {
  readonly #packed: Uint8Array;
  /** Of `packed`: where the next block begins. */
  #at = 0;
  #block = new Uint8Array(0);
  #used = 0;

  constructor(packed: Uint8Array) {
    this.#packed = packed;
  }

  /** The next bytes, as many as `into` holds. */
  readInto(into: Uint8Array): void {
    for (let done = 0; done < into.length;) {
      if (this.#used === this.#block.length) this.#next();
      const piece = this.#block.subarray(this.#used, this.#used + into.length - done);
      into.set(piece, done);
      this.#used += piece.length;
      done += piece.length;
    }
  }

  #next(): void {
    const [size, packedSize] = [this.#word(), this.#word()];
    const end = this.#at + packedSize;
    if (size === 0 || size > BLOCK || end > this.#packed.length) damaged("a block");
    this.#block = inflated(this.#packed.subarray(this.#at, end), size);
    this.#used = 0;
    this.#at = end;
  }

  #word(): number {
    const { buffer, byteOffset, length } = this.#packed;
    if (this.#at + 4 > length) damaged("its end");
    const word = new DataView(buffer, byteOffset + this.#at).getUint32(0, true);
    this.#at += 4;
    return word;
  }
}

function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(size);
  try {
    if (inflateSync(packed, { out: block }).length === size) return block;
  } catch (error) {
    throw new UserFault(`the snapshot is damaged: ${(error as Error).message}`);
  }
  return damaged("a block");
}

/** What cannot be, in a file whose checksum is right: somebody made it so. */
export function damaged(where: string): never {
  throw new UserFault(`the snapshot is damaged: ${where} is not as it should be`);
}

function wordsOf(...words: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * words.length);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => { view.setUint32(4 * i, word, true); });
  return bytes;
}
