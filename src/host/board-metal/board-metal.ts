// Metal for kernel code under Node, on a simulated board: what is an instruction in compiled code,
// the board's CPU executes here, one at a time, as if it stood in the program. So loads and stores
// go through the MMU to RAM and to the devices of Part I, system registers, TLBI and AT are the
// CPU's own, HVC reaches the firmware, and WFI lets time go on until an interrupt is pending.
//
// 1. An interrupt is taken by the CPU, which then stands in its vector table; what the vectors
//    would call is called, and an ERET brings it back.
// 2. Virtual time goes on by instructions, and what is JavaScript takes none of it.
// 3. What is in RAM, and may be accessed, is loaded and stored without an instruction, but by the
//    same way through the MMU: it is no other, only sooner done. It takes a cycle.
// 4. JavaScript's arrays of bytes have addresses behind RAM, and no CPU is asked for those.

import { bug } from "../../base/bug";
import { hex } from "../../base/word";
import type { Board } from "../../machine/board/board";
import { GuestException } from "../../machine/cpu/exception";
import type { Device } from "../../machine/devices/device";
import type { HostedMetal } from "../../unikernel/metal/hosted";
import { UPPER_HALF } from "../../unikernel/memory/layout";
import { PowerOff } from "../metal/simulated-metal";
import type { AccessBytes, ArrayMemory } from "./array-memory";
import { HardwareFault, MachineReset } from "./faults";
import {
  SLOT_BYTES, STAY, TWIN_IMAGE, TWIN_TABLE, type TwinImage, twinSymbol, vectorAt,
} from "./twin-image";

const SIZES = { 1: 8, 2: 16, 4: 32, 8: 64 } as const;

const LOADS = { 1: "ldrb w0, [x0]", 2: "ldrh w0, [x0]", 4: "ldr w0, [x0]", 8: "ldr x0, [x0]" };
const STORES = { 1: "strb w1, [x0]", 2: "strh w1, [x0]", 4: "str w1, [x0]", 8: "str x1, [x0]" };

/** As in src/unikernel/boot/entry.ts: 39 bits of address, pages of 4 KiB, MMU and caches on. */
const TRANSLATION = [
  ["MAIR_EL1",  0x44_ff04n],
  ["TCR_EL1",   0x2_b519_3519n],
  ["TTBR0_EL1", BigInt(TWIN_TABLE)],
  ["TTBR1_EL1", BigInt(TWIN_TABLE)],
  ["VBAR_EL1",  UPPER_HALF + BigInt(TWIN_IMAGE)],
  ["SCTLR_EL1", 0x30d0_181dn],
] as const;

/** Of the four entries in each part of the vector table. */
const SYNCHRONOUS = 0;
const IRQ = 1;

export interface BoardMetalOptions {
  readonly board: Board;
  readonly image: TwinImage;
  readonly arrays: ArrayMemory;
  /** What the vectors call for an interrupt. */
  readonly interrupt: () => void;
  /** Called when the machine sleeps and no timer will wake it: somebody outside may. */
  readonly asleep: () => void;
  /** What answers at a physical address in the place of the board. */
  readonly standsAt: (physical: number) => { device: Device; offset: number } | undefined;
  /** So much longer takes each instruction. */
  readonly extraCycles: number;
}

export class BoardMetal implements HostedMetal {
  readonly #options: BoardMetalOptions;
  readonly #board: Board;
  /** What is added to a physical address to have PC: 0 as long as the MMU is off. */
  #origin = 0n;

  constructor(options: BoardMetalOptions) {
    this.#options = options;
    this.#board = options.board;
    for (const [name, value] of TRANSLATION) this.writeSystemRegister(name, value);
    this.#origin = UPPER_HALF;
  }

  load(address: bigint, bytes: AccessBytes): bigint {
    const physical = Number(address - UPPER_HALF);
    const inArray = this.#options.arrays.load(physical, bytes);
    if (inArray !== undefined) return inArray;
    const other = this.#options.standsAt(physical);
    if (other !== undefined) {
      return other.device.read(other.offset, bytes) ?? bug(`no read of ${hex(physical)}`);
    }
    const { memory } = this.#board.current;
    return this.#inRam(address, () => memory.load(SIZES[bytes], address, "normal"))
      ?? this.#execute(LOADS[bytes], address);
  }

  store(address: bigint, bytes: AccessBytes, value: bigint): void {
    const physical = Number(address - UPPER_HALF);
    const cut = BigInt.asUintN(8 * bytes, value);
    if (this.#options.arrays.store(physical, bytes, cut)) return;
    const other = this.#options.standsAt(physical);
    if (other !== undefined) {
      if (!other.device.write(other.offset, bytes, cut)) bug(`no write of ${hex(physical)}`);
      return;
    }
    const { memory } = this.#board.current;
    const store = (): bigint => {
      memory.store(SIZES[bytes], address, cut, "normal");
      return cut;
    };
    if (this.#inRam(address, store) === undefined) this.#execute(STORES[bytes], address, value);
  }

  readSystemRegister(name: string): bigint {
    return this.#execute(`mrs x0, ${name}`);
  }

  writeSystemRegister(name: string, value: bigint): void {
    this.#execute(`msr ${name}, x0`, value);
  }

  instruction(text: string, operand = 0n): void {
    this.#execute(text.replace("{0}", "x0"), operand);
  }

  hypervisorCall(id: bigint, first: bigint, second: bigint, third: bigint): bigint {
    return this.#execute("hvc #0", id, first, second, third);
  }

  secureMonitorCall(id: bigint, first: bigint, second: bigint, third: bigint): bigint {
    return this.#execute("smc #0", id, first, second, third);
  }

  symbol(name: string): bigint {
    return twinSymbol(name);
  }

  /** The header of an array of bytes, and the words of numbers; other objects have no address. */
  wordOf(value: unknown): bigint {
    if (value instanceof Uint8Array) return this.#options.arrays.headerOf(value);
    if (typeof value === "bigint") return BigInt.asUintN(64, value);
    if (typeof value === "number") return BigInt.asUintN(64, BigInt(value));
    if (typeof value === "boolean") return value ? 1n : 0n;
    return bug(`a ${typeof value} of JavaScript has no address on the board`);
  }

  objectAt(address: bigint): never {
    return bug(`which object of JavaScript is at ${hex(address)}, the board does not know`);
  }

  isString(value: unknown): boolean {
    return typeof value === "string";
  }

  textOf(value: unknown): string {
    return String(value);
  }

  /** No chain of frames: a panic finds no call to print. */
  framePointer(): bigint {
    return 0n;
  }

  resume(): never {
    return bug("JavaScript throws its exceptions itself");
  }

  switchStack(): never {
    return bug("Node has one stack: a context runs on the metal alone");
  }

  collectWithRegisters(): void {
    bug("JavaScript collects its garbage itself");
  }

  assembly(): never {
    return bug("a function in assembly runs where it is compiled");
  }

  /** What `access` does, if the address is in RAM and it may; undefined: an instruction must. */
  #inRam(address: bigint, access: () => bigint): bigint | undefined {
    if (this.#board.current.memory.offsetOf(address) < 0) return undefined;
    this.#board.clock.sleep(1n);
    try {
      return access();
    } catch (refusal) {
      if (refusal instanceof GuestException) return undefined; // The CPU shall take it.
      throw refusal;
    }
  }

  /** Until it is completed, and what has come meanwhile is handled: what it leaves in X0. */
  #execute(text: string, ...operands: readonly bigint[]): bigint {
    const [cpu, { image, extraCycles }] = [this.#board.current, this.#options];
    const place = this.#origin + BigInt(image.placeOf(text));
    const end = place + BigInt(SLOT_BYTES);
    operands.forEach((operand, n) => { cpu.state.x[n] = operand; });
    cpu.pc = place;
    if (extraCycles > 0) this.#board.clock.sleep(BigInt(extraCycles));
    while (cpu.pc !== end && cpu.pc !== end - UPPER_HALF) this.#step(text);
    return cpu.state.x[0]!;
  }

  #step(text: string): void {
    const board = this.#board;
    const resetAt = BigInt(this.#options.image.placeOf(STAY));
    const stop = board.run(1);
    if (board.isOff) throw new PowerOff("SYSTEM_OFF");
    if (board.current.pc === resetAt) throw new MachineReset("SYSTEM_RESET");
    if (stop.kind === "waiting") this.#sleepOn();
    const entry = vectorAt(Number(board.current.pc - UPPER_HALF));
    if (entry !== undefined) this.#take(entry, text);
  }

  #sleepOn(): void {
    const { asleep } = this.#options;
    asleep();
    const stop = this.#board.run(1);
    if (stop.kind === "waiting") bug("the machine sleeps, and nothing will wake it");
  }

  /** The CPU stands in a vector. */
  #take(entry: number, text: string): void {
    const { system } = this.#board.processors[0]!;
    const kind = entry % 4;
    if (kind === IRQ) {
      const { x } = this.#board.current.state;
      const saved = x.slice();
      const { interrupt } = this.#options;
      interrupt();
      x.set(saved);
    }
    const [esr, far] = [system.stored("ESR_EL1"), system.stored("FAR_EL1")];
    this.#return();
    if (kind === SYNCHRONOUS) throw new HardwareFault(text, esr, far);
    if (kind !== IRQ) bug(`the CPU is in vector ${entry}`);
  }

  #return(): void {
    const { current } = this.#board;
    current.pc = this.#origin + BigInt(this.#options.image.placeOf("eret"));
    this.#board.run(1);
  }
}
