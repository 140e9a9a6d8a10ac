// The addresses that the interpreter makes up for symbols.
//
// 1. A function's address is no safe integer and no address of data, so that a word that holds it
//    can be told from every number when memory becomes data again (static-data.ts).

import { bug } from "../../base/bug";
import type { Datum, Program } from "./program";
import { SparseMemory } from "./memory";

const FUNCTIONS = 0x7f5e_ed00_0000_0000n;
const DATA = 0x1000_0000;
const HEAP = 0x4000_0000;

export class AddressMap {
  readonly memory = new SparseMemory();
  readonly #addresses = new Map<string, bigint>();
  readonly #symbols = new Map<bigint, string>();
  #functions = FUNCTIONS;
  #data = DATA;
  #heap = HEAP;

  /** Every function, native or not, every variable and every datum of the program gets a place. */
  constructor(program: Program, natives: Iterable<string>) {
    for (const { symbol } of program.functions) this.#placeFunction(symbol);
    for (const symbol of natives) this.#placeFunction(symbol);
    for (const { symbol } of program.globals) this.#placeData(symbol, 8, 8);
    for (const datum of program.data) this.#placeData(datum.symbol, datum.bytes.length, 16);
    for (const datum of program.data) this.#fill(datum);
  }

  addressOf(symbol: string): bigint {
    return this.#addresses.get(symbol) ?? bug(`${symbol} has no address here`);
  }

  /** The symbol whose first byte is there. */
  symbolAt(address: bigint): string | undefined {
    return this.#symbols.get(address);
  }

  isFunction(word: bigint): boolean {
    return word >= FUNCTIONS && word < this.#functions && this.#symbols.has(word);
  }

  /** Zeros that no symbol names. */
  allocate(bytes: number): number {
    const address = this.#heap;
    this.memory.reserve(address, bytes);
    this.#heap += Math.max(16, Math.ceil(bytes / 16) * 16);
    return address;
  }

  #placeFunction(symbol: string): void {
    if (this.#addresses.has(symbol)) return; // A native stands for a function of the program.
    this.#place(symbol, this.#functions);
    this.#functions += 16n;
  }

  #placeData(symbol: string, bytes: number, alignment: number): void {
    if (this.#addresses.has(symbol)) return; // A variable that a datum already holds.
    const address = Math.ceil(this.#data / alignment) * alignment;
    this.memory.reserve(address, bytes);
    this.#place(symbol, BigInt(address));
    this.#data = address + bytes;
  }

  #place(symbol: string, address: bigint): void {
    this.#addresses.set(symbol, address);
    this.#symbols.set(address, symbol);
  }

  #fill({ symbol, bytes, relocations }: Datum): void {
    const address = Number(this.addressOf(symbol));
    this.memory.writeBytes(address, bytes);
    for (const { offset, symbol: to, addend } of relocations) {
      this.memory.store("u64", address + offset, this.addressOf(to) + BigInt(addend));
    }
  }
}
