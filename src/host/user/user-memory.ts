// A program's memory, as a system call uses it: in pieces of any length, where a bad address is the
// caller's error and not a fault.

import type { VirtAddr } from "../../base/word";
import { GuestException } from "../../machine/cpu/exception";
import { PAGE } from "../../machine/cpu/layout";
import type { Purpose } from "../../machine/cpu/translation";
import type { AddressSpace } from "./address-space";
import { refuse } from "./errors";
import type { Frames } from "./frames";

/** Bytes of the longest path, with the zero behind it. */
const PATH_MAX = 4096;

export class UserMemory {
  readonly space: AddressSpace;
  readonly #frames: Frames;

  constructor(space: AddressSpace, frames: Frames) {
    this.space = space;
    this.#frames = frames;
  }

  /** A copy. EFAULT if not all of it may be read. */
  read(address: VirtAddr, length: number): Uint8Array {
    const pieces = [...this.#pieces(address, length, "read")]; // Before memory is asked for: a length may be a lie.
    const bytes = new Uint8Array(length);
    for (const { frame, offset, done, size } of pieces) {
      bytes.set(this.#frames.bytes(frame).subarray(offset, offset + size), done);
    }
    return bytes;
  }

  /** EFAULT if not all of it may be written; then some of it may have been. */
  write(address: VirtAddr, bytes: Uint8Array): void {
    for (const { frame, offset, done, size } of this.#pieces(address, bytes.length, "write")) {
      this.#frames.physical.write(frame + offset, bytes.subarray(done, done + size));
    }
  }

  readU32(address: VirtAddr): number {
    return this.#view(address, 4).getUint32(0, true);
  }

  readI32(address: VirtAddr): number {
    return this.#view(address, 4).getInt32(0, true);
  }

  readU64(address: VirtAddr): bigint {
    return this.#view(address, 8).getBigUint64(0, true);
  }

  writeU32(address: VirtAddr, value: number): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value, true);
    this.write(address, bytes);
  }

  writeU64(address: VirtAddr, ...values: readonly bigint[]): void {
    this.write(address, new Uint8Array(BigUint64Array.from(values).buffer));
  }

  /** Up to a zero: one character a byte. */
  readString(address: VirtAddr, limit = PATH_MAX): string {
    let text = "";
    for (let at = address; text.length < limit;) {
      const [piece] = this.#pieces(at, PAGE - Number(at & 0xfffn), "read");
      const bytes = this.#frames.bytes(piece!.frame).subarray(piece!.offset);
      const end = bytes.indexOf(0);
      text += latin1(end < 0 ? bytes : bytes.subarray(0, end));
      if (end >= 0) return text.length < limit ? text : refuse("ENAMETOOLONG");
      at += BigInt(bytes.length);
    }
    return refuse("ENAMETOOLONG");
  }

  /** The strings that a list of pointers, ended by a null, points to. */
  readStrings(address: VirtAddr, limit = 1 << 17): string[] {
    const strings: string[] = [];
    for (let at = address; ; at += 8n) {
      const pointer = this.readU64(at);
      if (pointer === 0n) return strings;
      if (strings.length === limit) refuse("E2BIG");
      strings.push(this.readString(pointer, limit));
    }
  }

  #view(address: VirtAddr, length: number): DataView {
    return new DataView(this.read(address, length).buffer);
  }

  *#pieces(address: VirtAddr, length: number, purpose: Purpose): Iterable<{ frame: number; offset: number; done: number; size: number }> {
    for (let done = 0; done < length;) {
      const at = BigInt.asUintN(64, address + BigInt(done));
      const offset = Number(at & 0xfffn);
      const size = Math.min(length - done, PAGE - offset);
      yield { frame: this.#frameOf(at, purpose), offset, done, size };
      done += size;
    }
  }

  #frameOf(address: VirtAddr, purpose: Purpose): number {
    try {
      return this.space.translate(address, purpose).page;
    } catch (thrown) {
      if (thrown instanceof GuestException) refuse("EFAULT");
      throw thrown;
    }
  }
}

/** Bytes as text, one character each. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of such a text. */
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
