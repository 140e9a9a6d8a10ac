// Bytes that grow: little-endian fields, and DWARF's numbers of variable length (LEB128).

import { bug } from "../../base/bug";

export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What has been written. */
  take(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  u8(value: number): this {
    return this.#little(BigInt(value), 1);
  }

  u16(value: number): this {
    return this.#little(BigInt(value), 2);
  }

  u32(value: number): this {
    return this.#little(BigInt(value), 4);
  }

  u64(value: bigint): this {
    return this.#little(value, 8);
  }

  /** Seven bits a byte, the lowest first; bit 7 says that more come. */
  uleb(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.u8(rest);
  }

  /** The same of a signed number: ends where the rest is the last byte's bit 6, over and over. */
  sleb(value: number): this {
    let rest = value;
    for (;;) {
      const byte = rest & 0x7f;
      rest >>= 7;
      const isLast = rest === ((byte & 0x40) === 0 ? 0 : -1);
      this.u8(isLast ? byte : byte | 0x80);
      if (isLast) return this;
    }
  }

  bytes(bytes: ArrayLike<number>): this {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** The characters, in UTF-8, and a zero byte. */
  text(text: string): this {
    return this.bytes(new TextEncoder().encode(text)).u8(0);
  }

  /** Zeros (or `filler`) to the next multiple. */
  align(multiple: number, filler = 0): this {
    while (this.#length % multiple !== 0) this.u8(filler);
    return this;
  }

  patch32(offset: number, value: number): void {
    if (offset + 4 > this.#length) bug(`no word to patch at ${offset}`);
    new DataView(this.#bytes.buffer).setUint32(offset, value, true);
  }

  #little(value: bigint, size: number): this {
    this.#reserve(size);
    for (let i = 0; i < size; i++) {
      this.#bytes[this.#length++] = Number((value >> BigInt(8 * i)) & 0xffn);
    }
    return this;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/**
 * A section that begins with its own length, 32 bits, as DWARF's do; the length leaves itself out.
 */
export function counted(write: (to: ByteWriter) => void, multiple = 1): Uint8Array {
  const body = new ByteWriter();
  write(body);
  while ((body.length + 4) % multiple !== 0) body.u8(0);
  return new ByteWriter().u32(body.length).bytes(body.take()).take();
}
