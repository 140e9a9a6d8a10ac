// The structure block, token by token. Nothing is trusted: a token that reaches beyond its block,
// or a name without an end, is a UserFault that says where.
//
// 1. It allocates nothing between next() and a name or a value that is asked for, so a kernel can
//    look for its memory before it has a heap.
// 2. Each next() moves on by 4 bytes at least: a damaged block is no endless one.

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import { readWord } from "./big-endian";
import type { Header } from "./header";
import {
  aligned4, FDT_BEGIN_NODE, FDT_END, FDT_END_NODE, FDT_NOP, FDT_PROP, PROP_SIZE,
} from "./structure";

/** Of a name, in bytes: the specification has 31, programs a few more. */
const MAX_NAME = 255;

export class TokenReader {
  /** The token last read: FDT_END until there is one. */
  token = FDT_END;
  /** Where in the blob it begins. */
  at: number;
  /** FDT_PROP's value: where it begins, and how many bytes it has. */
  valueAt = 0;
  valueLength = 0;

  readonly #blob: Uint8Array;
  readonly #header: Header;
  readonly #end: number;
  #nextAt: number;

  constructor(blob: Uint8Array, header: Header) {
    this.#blob = blob;
    this.#header = header;
    this.#end = header.off_dt_struct + header.size_dt_struct;
    this.at = header.off_dt_struct;
    this.#nextAt = this.at;
  }

  /** Reads the next token that is not FDT_NOP. */
  next(): void {
    do {
      this.at = this.#nextAt;
      this.#need(4);
      this.token = readWord(this.#blob, this.at);
      this.#nextAt = this.at + this.#size();
      this.#need(this.#nextAt - this.at);
    } while (this.token === FDT_NOP);
  }

  /** FDT_BEGIN_NODE's name, or FDT_PROP's. */
  name(): string {
    if (this.token === FDT_BEGIN_NODE) return this.#textAt(this.at + 4, this.#end);
    const { off_dt_strings, size_dt_strings } = this.#header;
    const end = off_dt_strings + size_dt_strings;
    const nameAt = off_dt_strings + readWord(this.#blob, this.at + 8);
    if (nameAt >= end) {
      throw new UserFault(`the property at ${hex(this.at)} has its name behind the strings block`);
    }
    return this.#textAt(nameAt, end);
  }

  /** FDT_PROP's value: bytes of the blob, not copied. */
  value(): Uint8Array {
    return this.#blob.subarray(this.valueAt, this.valueAt + this.valueLength);
  }

  /** Of the token at `at`, with what belongs to it. */
  #size(): number {
    switch (this.token) {
      case FDT_BEGIN_NODE:
        return aligned4(4 + this.#textLength(this.at + 4, this.#end) + 1);
      case FDT_PROP:
        this.#need(PROP_SIZE);
        this.valueAt = this.at + PROP_SIZE;
        this.valueLength = readWord(this.#blob, this.at + 4);
        return aligned4(PROP_SIZE + this.valueLength);
      case FDT_END_NODE: case FDT_NOP: case FDT_END:
        return 4;
      default:
        throw new UserFault(`no token is ${hex(this.token)}, as is at ${hex(this.at)}`);
    }
  }

  /** `size` bytes from the token on are in the block. */
  #need(size: number): void {
    if (this.at + size <= this.#end) return;
    const due = `the token at ${hex(this.at)} should take ${hex(size)} bytes`;
    throw new UserFault(`truncated: ${due}, but the structure block ends at ${hex(this.#end)}`);
  }

  #textAt(at: number, end: number): string {
    const length = this.#textLength(at, end);
    let text = "";
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.#blob[at + i]!);
    return text;
  }

  /** Bytes of the name at `at` before its NUL, which must come before `end`. */
  #textLength(at: number, end: number): number {
    const limit = Math.min(end, at + MAX_NAME + 1);
    for (let i = at; i < limit; i++) if (this.#blob[i] === 0) return i - at;
    const why = limit === end ? "has no end" : `is longer than ${MAX_NAME} bytes`;
    throw new UserFault(`the name at ${hex(at)} ${why}`);
  }
}
