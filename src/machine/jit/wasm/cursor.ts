// Bytes of WebAssembly, read one after another: what code.ts writes, the other way round.

import { bug } from "../../../base/bug";

export class Cursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get at(): number {
    return this.#at;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? bug("the code ends in the middle of an instruction");
  }

  /** Unsigned LEB128, of 32 bits. */
  unsigned(): number {
    return Number(BigInt.asUintN(32, this.#leb128().value));
  }

  /** Signed LEB128: the last byte's bit 6 is the sign. */
  signed(bits: 32 | 64): bigint {
    const { value, count } = this.#leb128();
    return BigInt.asIntN(bits, BigInt.asIntN(count, value));
  }

  /** So many bytes, the lowest first. */
  bits(bytes: number): bigint {
    let value = 0n;
    for (let i = 0; i < bytes; i++) value |= BigInt(this.byte()) << BigInt(8 * i);
    return value;
  }

  #leb128(): { readonly value: bigint; readonly count: number } {
    let value = 0n;
    for (let count = 0; ; count += 7) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << BigInt(count);
      if (byte < 0x80) return { value, count: count + 7 };
    }
  }
}
