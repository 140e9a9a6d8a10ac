// Where a debugger wants the machine to stop: before an instruction (a breakpoint), or behind one
// that changes a register or touches memory (a watch).
//
// 1. What is not asked for costs nothing. An instruction with a breakpoint, or all of them while a
//    register is watched, are others in the cache of decoded instructions; a page of memory that is
//    watched is not remembered by VirtualMemory, so that only its accesses are looked at.
// 2. Traps are armed only while the debugger goes somewhere. A replay passes them.

import type { VirtAddr } from "../../../base/word";
import type { Instruction } from "../code-cache";
import type { Cpu } from "../cpu";
import { Halt } from "../halt";
import { PAGE } from "../layout";
import type { Machine } from "./machine";
import { peek } from "./peek";
import type { Register } from "./registers";

export type Watch =
  /** Stops when its value changes. */
  | { readonly kind: "register"; readonly register: Register }
  /** Stops when any of the bytes is accessed so. */
  | {
      readonly kind: "memory";
      readonly address: VirtAddr;
      readonly length: number;
      readonly on: "read" | "write" | "access";
    };

export type Hit =
  | { readonly kind: "breakpoint"; readonly address: VirtAddr }
  | { readonly kind: "watch"; readonly watch: Watch };

export class Traps {
  readonly #machine: Machine;
  readonly #breakpoints = new Set<VirtAddr>();
  readonly #watches = new Set<Watch>();
  /** What stopped the machine since it was armed. */
  hit: Hit | undefined;
  #isArmed = false;
  /** A breakpoint that was there when the machine started: it has stopped there already. */
  #passes: VirtAddr | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  get breakpoints(): ReadonlySet<VirtAddr> {
    return this.#breakpoints;
  }

  get watches(): ReadonlySet<Watch> {
    return this.#watches;
  }

  get isEmpty(): boolean {
    return this.#breakpoints.size === 0 && this.#watches.size === 0;
  }

  addBreakpoint(address: VirtAddr): void {
    this.#breakpoints.add(address);
    this.#install();
  }

  /** False: there was none. */
  removeBreakpoint(address: VirtAddr): boolean {
    const wasThere = this.#breakpoints.delete(address);
    this.#install();
    return wasThere;
  }

  addWatch(watch: Watch): void {
    this.#watches.add(watch);
    this.#install();
  }

  /** False: there was none. */
  removeWatch(watch: Watch): boolean {
    const wasThere = this.#watches.delete(watch);
    this.#install();
    return wasThere;
  }

  /** Stops from now on. `passesHere`: not before the very next instruction. */
  arm(passesHere: boolean): void {
    const { pc } = this.#machine.current;
    this.hit = undefined;
    this.#isArmed = true;
    this.#passes = passesHere && this.#breakpoints.has(pc) ? pc : undefined;
  }

  disarm(): void {
    this.#isArmed = false;
  }

  /**
   * Runs `happen`, which changes the machine from outside. True: it has changed what is watched.
   * (That it read memory, nobody can know.)
   */
  witness(happen: () => void): boolean {
    const watches = this.#isArmed ? [...this.#watches] : [];
    const before = watches.map((watch) => this.#valueOf(watch));
    happen();
    const changed = watches.find((watch, i) => this.#valueOf(watch) !== before[i]);
    if (changed !== undefined) this.hit = { kind: "watch", watch: changed };
    return changed !== undefined;
  }

  /** As something that can be compared. */
  #valueOf(watch: Watch): bigint | string {
    const { current } = this.#machine;
    if (watch.kind === "register") return watch.register.read(current.state);
    return watch.on === "read" ? "" : peek(current, watch.address, watch.length).join();
  }

  #install(): void {
    const watchesRegister = this.#registerWatches().length > 0;
    const isNeeded = this.#breakpoints.size > 0 || watchesRegister;
    for (const code of new Set(this.#machine.cpus.map((cpu) => cpu.code))) {
      code.instrument(isNeeded ? this.#instrument : undefined);
    }
    const pages = this.#watchedPages();
    for (const cpu of this.#machine.cpus) {
      cpu.memory.watch(pages, (address, bytes, write) => {
        this.#accessed(cpu, address, bytes, write);
      });
    }
  }

  #registerWatches(): (Watch & { readonly kind: "register" })[] {
    return [...this.#watches].filter((watch) => watch.kind === "register");
  }

  readonly #instrument = (instruction: Instruction, offset: number): Instruction => {
    const watched = this.#registerWatches()
      .reduce((each, watch) => this.#watched(each, watch), instruction);
    // Its virtual address is known when it is executed; its place in the page is known now.
    const mayStop = [...this.#breakpoints]
      .some((address) => Number(address & 0xfffn) === offset % PAGE);
    return mayStop ? this.#stopping(watched) : watched;
  };

  #stopping(instruction: Instruction): Instruction {
    const { execute } = instruction;
    return {
      ...instruction,
      execute: (m, operands) => {
        if (this.#stopsBefore(m.readPc())) {
          m.halts = true;
          throw new Halt();
        }
        execute(m, operands);
      },
    };
  }

  #stopsBefore(address: VirtAddr): boolean {
    if (!this.#isArmed || !this.#breakpoints.has(address)) return false;
    const passes = this.#passes === address;
    this.#passes = undefined;
    if (!passes) this.hit = { kind: "breakpoint", address };
    return !passes;
  }

  #watched(instruction: Instruction, watch: Watch & { readonly kind: "register" }): Instruction {
    const { execute } = instruction;
    const { register } = watch;
    return {
      ...instruction,
      execute: (m, operands) => {
        const { state } = this.#machine.current;
        const before = register.read(state);
        execute(m, operands);
        if (!this.#isArmed || register.read(state) === before) return;
        this.hit = { kind: "watch", watch };
        m.halts = true;
        m.leave = true;
      },
    };
  }

  #watchedPages(): ReadonlySet<bigint> {
    const pages = new Set<bigint>();
    for (const watch of this.#watches) {
      if (watch.kind !== "memory") continue;
      const last = (watch.address + BigInt(watch.length) - 1n) >> 12n;
      for (let page = watch.address >> 12n; page <= last; page++) pages.add(page);
    }
    return pages;
  }

  #accessed({ executor }: Cpu, address: VirtAddr, bytes: number, write: boolean): void {
    if (!this.#isArmed) return;
    for (const watch of this.#watches) {
      if (watch.kind !== "memory" || watch.on === (write ? "read" : "write")) continue;
      const isBehind = address >= watch.address + BigInt(watch.length);
      if (isBehind || watch.address >= address + BigInt(bytes)) continue;
      this.hit = { kind: "watch", watch };
      executor.halts = true;
      executor.leave = true;
    }
  }
}
