// Metal for kernel code under mocha: memory that is an ArrayBuffer, a UART that collects what is
// written, linker symbols that the test places. JavaScript's own values have words there: a
// string is put into memory, where it stays; of another object, only who it is.
//
// 1. An access that is not aligned, or goes to where nothing is, is our fault: real metal would
//    fault.

import { bug } from "../../base/bug";
import { UserFault } from "../../base/fault";
import { BODY, builtInClass, GRANULE, HEADER, IMAGE_GRANULE } from "../../formats/objects/layout";
import type { HostedMetal } from "../../unikernel/metal/hosted";

const STRING = builtInClass("string");
/** PL011: UARTDR, and UARTFR, which says that there is always room. */
const UART = 0x0900_0000n;
const UART_END = UART + 0x1000n;
/** No memory: the addresses that stand for JavaScript's own objects. */
const FOREIGN = 0x7000_0000_0000n;

/** The firmware was asked to switch off. */
export class PowerOff extends Error {}

/** An object in the simulated memory, as the kernel code under Node holds it. */
export class SimulatedObject {
  readonly address: bigint;

  constructor(address: bigint) {
    this.address = address;
  }
}

/** What a throw found: where the handler would go on. */
export class Resumed extends Error {
  readonly exception: bigint;
  readonly frame: bigint;
  readonly handler: bigint;

  constructor(exception: bigint, frame: bigint, handler: bigint) {
    super("an exception was caught");
    this.exception = exception;
    this.frame = frame;
    this.handler = handler;
  }
}

export class SimulatedMetal implements HostedMetal {
  readonly base: bigint;
  readonly bytes: Uint8Array;
  readonly symbols = new Map<string, bigint>();
  /** What went to the UART. */
  output = "";
  /** What the function that runs would find in FP. */
  frame = 0n;
  /** What collectWithRegisters() does. */
  collect: () => void = () => bug("there is no collector");
  readonly #view: DataView;
  readonly #texts = new Map<string, bigint>();
  readonly #objects = new Map<bigint, object>();
  readonly #foreign = new Map<object, bigint>();
  /** Where the next string goes, and how far they may. */
  #static: bigint;
  readonly #staticEnd: bigint;

  /**
   * The memory from `base` on; its first `staticBytes` are for strings that the test itself has.
   */
  constructor(base: bigint, size: number, staticBytes: number) {
    this.base = base;
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
    this.#static = base;
    this.#staticEnd = base + BigInt(staticBytes);
  }

  load(address: bigint, bytes: 1 | 2 | 4 | 8): bigint {
    if (address >= UART && address < UART_END) return 0n;
    const at = this.#offset(address, bytes);
    switch (bytes) {
      case 1: return BigInt(this.#view.getUint8(at));
      case 2: return BigInt(this.#view.getUint16(at, true));
      case 4: return BigInt(this.#view.getUint32(at, true));
      case 8: return this.#view.getBigUint64(at, true);
    }
  }

  store(address: bigint, bytes: 1 | 2 | 4 | 8, value: bigint): void {
    if (address === UART) this.output += String.fromCharCode(Number(value & 0xffn));
    if (address >= UART && address < UART_END) return;
    const at = this.#offset(address, bytes);
    switch (bytes) {
      case 1: return this.#view.setUint8(at, Number(value & 0xffn));
      case 2: return this.#view.setUint16(at, Number(value & 0xffffn), true);
      case 4: return this.#view.setUint32(at, Number(value & 0xffff_ffffn), true);
      case 8: return this.#view.setBigUint64(at, value, true);
    }
  }

  symbol(name: string): bigint {
    return this.symbols.get(name) ?? bug(`the test has placed no ${name}`);
  }

  wordOf(value: unknown): bigint {
    switch (typeof value) {
      case "bigint": return BigInt.asUintN(64, value);
      case "number": return BigInt.asUintN(64, BigInt(value));
      case "boolean": return value ? 1n : 0n;
      case "string": return this.#textAddress(value);
      case "object": case "function": return value === null ? 0n : this.#addressOf(value);
      case "undefined": return 0n;
      default: return bug(`${typeof value} is no value of kernel TypeScript`);
    }
  }

  objectAt(address: bigint): unknown {
    if (address === 0n) return null;
    // The word of a number, say: whoever wants it knows what it means.
    if (address < this.base || address % BigInt(IMAGE_GRANULE) !== 0n) return address;
    if (address < FOREIGN && this.load(address, 4) === BigInt(STRING)) return this.textAt(address);
    const known = this.#objects.get(address);
    if (known !== undefined) return known;
    const object = new SimulatedObject(address);
    this.#objects.set(address, object);
    return object;
  }

  /** The codes of the string at an address. */
  textAt(address: bigint): string {
    const start = this.#offset(address, 4) + BODY;
    const length = this.#view.getUint32(start - BODY + HEADER.length, true);
    return Array.from(this.bytes.subarray(start, start + length), (code) =>
      String.fromCharCode(code)).join("");
  }

  isString(value: unknown): boolean {
    return typeof value === "string";
  }

  textOf(value: unknown): string {
    return String(value);
  }

  framePointer(): bigint {
    return this.frame;
  }

  resume(exception: bigint, frame: bigint, handler: bigint): never {
    throw new Resumed(exception, frame, handler);
  }

  switchStack(): never {
    throw new UserFault("Node has one stack: a context runs on the metal alone");
  }

  collectWithRegisters(): void {
    this.collect();
  }

  hypervisorCall(id: bigint): bigint {
    if (id === 0x8400_0008n) throw new PowerOff("SYSTEM_OFF");
    return bug(`the firmware does not know ${id.toString(16)}`);
  }

  secureMonitorCall(id: bigint): bigint {
    return this.hypervisorCall(id);
  }

  readSystemRegister(name: string): bigint {
    return bug(`there is no ${name} here`);
  }

  writeSystemRegister(name: string, value: bigint): void {
    bug(`there is no ${name} here to write ${value} to`);
  }

  assembly(): never {
    return bug("assembly runs on a machine");
  }

  instruction(text: string): void {
    if (text === "wfi") bug("the machine sleeps, and nothing will wake it");
  }

  /** So many bytes that nothing else will use, in front of what the test has placed. */
  reserve(bytes: number): bigint {
    const address = this.#static;
    this.#static += BigInt(Math.ceil(bytes / GRANULE) * GRANULE);
    if (this.#static > this.#staticEnd) bug("the test has more strings than room for them");
    return address;
  }

  #offset(address: bigint, bytes: number): number {
    const at = Number(address - this.base);
    if (at < 0 || at + bytes > this.bytes.length) bug(`nothing is at 0x${address.toString(16)}`);
    if (at % bytes !== 0) bug(`${bytes} bytes at 0x${address.toString(16)} are not aligned`);
    return at;
  }

  #textAddress(text: string): bigint {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const address = this.reserve(BODY + text.length);
    const at = this.#offset(address, 4);
    this.#view.setUint32(at + HEADER.class, STRING, true);
    this.#view.setUint32(at + HEADER.length, text.length, true);
    for (let i = 0; i < text.length; i++) this.bytes[at + BODY + i] = text.charCodeAt(i);
    this.#texts.set(text, address);
    return address;
  }

  #addressOf(object: object): bigint {
    if (object instanceof SimulatedObject) return object.address;
    const known = this.#foreign.get(object);
    if (known !== undefined) return known;
    const address = FOREIGN + BigInt(GRANULE * this.#foreign.size);
    this.#foreign.set(object, address);
    this.#objects.set(address, object);
    return address;
  }
}
