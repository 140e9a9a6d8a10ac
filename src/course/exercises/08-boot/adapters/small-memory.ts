// A machine of which there is nothing but some memory, in which accesses are aligned.

import type { HostedMetal } from "../../../../unikernel/metal/hosted";

type Width = 1 | 2 | 4 | 8;

const hex = (address: bigint): string => `0x${address.toString(16)}`;

const nothing = (what: string): never => {
  throw new Error(`there is nothing but memory here: ${what} is not needed`);
};

export class SmallMemory implements HostedMetal {
  accesses = 0;
  readonly #begin: bigint;
  readonly #view: DataView;

  constructor(begin: bigint, bytes: Uint8Array) {
    this.#begin = begin;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  load(address: bigint, bytes: Width): bigint {
    const at = this.#offset("load", address, bytes);
    switch (bytes) {
      case 1: return BigInt(this.#view.getUint8(at));
      case 2: return BigInt(this.#view.getUint16(at, true));
      case 4: return BigInt(this.#view.getUint32(at, true));
      case 8: return this.#view.getBigUint64(at, true);
    }
  }

  store(address: bigint, bytes: Width, value: bigint): void {
    const at = this.#offset("store", address, bytes);
    switch (bytes) {
      case 1: return this.#view.setUint8(at, Number(value & 0xffn));
      case 2: return this.#view.setUint16(at, Number(value & 0xffffn), true);
      case 4: return this.#view.setUint32(at, Number(value & 0xffff_ffffn), true);
      case 8: return this.#view.setBigUint64(at, value, true);
    }
  }

  #offset(what: "load" | "store", address: bigint, bytes: Width): number {
    this.accesses++;
    const end = this.#begin + BigInt(this.#view.byteLength);
    const said = `${what}${8 * bytes} at ${hex(address)}`;
    if (address % BigInt(bytes) !== 0n) throw new Error(`${said}, which is no multiple of ${bytes}`);
    if (address < this.#begin || address + BigInt(bytes) > end) throw new Error(`${said}, and all the memory there is lies from ${hex(this.#begin)} to ${hex(end)}`);
    return Number(address - this.#begin);
  }

  symbol(name: string): bigint { return nothing(`the symbol ${name}`); }
  wordOf(): bigint { return nothing("wordOf()"); }
  objectAt(): unknown { return nothing("objectAt()"); }
  isString(): boolean { return nothing("isString()"); }
  textOf(): string { return nothing("textOf()"); }
  framePointer(): bigint { return nothing("the frame pointer"); }
  resume(): never { return nothing("resume()"); }
  switchStack(): void { nothing("another stack"); }
  collectWithRegisters(): void { nothing("the collector"); }
  hypervisorCall(): bigint { return nothing("HVC"); }
  secureMonitorCall(): bigint { return nothing("SMC"); }
  readSystemRegister(name: string): bigint { return nothing(name); }
  writeSystemRegister(name: string): void { nothing(name); }
  assembly(): never { return nothing("assembly"); }
  instruction(text: string): void { nothing(text); }
}
