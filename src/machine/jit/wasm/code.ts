// Bytes of WebAssembly, written one after another. Numbers are LEB128 (WebAssembly Core
// Specification, "Binary Format: Values"): seven bits a byte, the lowest first, bit 7 says that
// another byte follows.

import { type Mnemonic, OP } from "./opcodes";

const FIRST_SIZE = 4096;

/** A block that leaves nothing on the stack. */
export const NO_RESULT = 0x40;

/** An instruction for an unsigned word, as parts.ts has it. */
export type IntegerConstant = (type: "i32" | "i64", word: bigint) => Uint8Array;

export class Code {
  #bytes = new Uint8Array(FIRST_SIZE);
  #length = 0;
  readonly #float = new DataView(new ArrayBuffer(8));
  readonly #constant: IntegerConstant | undefined;

  /** `constant`: what writes constants in place of i32() and i64(). */
  constructor(constant?: IntegerConstant) {
    this.#constant = constant;
  }

  get length(): number {
    return this.#length;
  }

  /** What has been written; good until more is. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Takes back what was written behind so many bytes. */
  truncate(length: number): void {
    this.#length = length;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Unsigned LEB128, of 32 bits. */
  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Signed LEB128, of 32 bits. */
  signed(value: number): void {
    let rest = value | 0;
    while (rest < -0x40 || rest > 0x3f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    this.byte(rest & 0x7f);
  }

  /** Signed LEB128, of 64 bits. */
  signed64(value: bigint): void {
    let rest = BigInt.asIntN(64, value);
    if (rest >= -0x8000_0000n && rest <= 0x7fff_ffffn) return this.signed(Number(rest));
    while (rest < -0x40n || rest > 0x3fn) {
      this.byte(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.byte(Number(rest & 0x7fn));
  }

  /** An instruction without what follows it. */
  op(name: Mnemonic): void {
    this.opcode(OP[name]);
  }

  opcode(opcode: number): void {
    if (opcode <= 0xff) return this.byte(opcode);
    this.byte(opcode >> 8);
    this.unsigned(opcode & 0xff);
  }

  block(name: "block" | "loop" | "if", type = NO_RESULT): void {
    this.op(name);
    this.byte(type);
  }

  /** An instruction and a number behind it: a local, a label, a function, a lane. */
  with(name: Mnemonic, index: number): void {
    this.op(name);
    this.unsigned(index);
  }

  get(local: number): void {
    this.with("local.get", local);
  }

  set(local: number): void {
    this.with("local.set", local);
  }

  tee(local: number): void {
    this.with("local.tee", local);
  }

  /** A load or store at `offset` from the address on the stack. It promises no alignment. */
  memory(name: Mnemonic, offset: number): void {
    this.op(name);
    this.byte(0);
    this.unsigned(offset);
  }

  i32(value: number): void {
    if (this.#constant !== undefined) return this.#put("i32", BigInt.asUintN(32, BigInt(value)));
    this.op("i32.const");
    this.signed(value);
  }

  i64(value: bigint): void {
    if (this.#constant !== undefined) return this.#put("i64", BigInt.asUintN(64, value));
    this.op("i64.const");
    this.signed64(value);
  }

  f64(value: number): void {
    this.op("f64.const");
    this.#float.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) this.byte(this.#float.getUint8(i));
  }

  f32(value: number): void {
    this.op("f32.const");
    this.#float.setFloat32(0, value, true);
    for (let i = 0; i < 4; i++) this.byte(this.#float.getUint8(i));
  }

  #put(type: "i32" | "i64", word: bigint): void {
    this.append(this.#constant!(type, word));
  }

  #grow(by: number): void {
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + by));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
