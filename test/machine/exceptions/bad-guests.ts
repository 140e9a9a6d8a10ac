// Guests that do whatever they can to break the machine: page tables that lead anywhere, random values in any system
// register, vectors where nothing is, and programs of system instructions above all. A guest has many moments: in each it
// finds other values in its registers, and goes on somewhere else. What is checked does not depend on what it does:
//
// 1. Nothing is thrown at the host.
// 2. run(limit) returns, and time is then `limit` later, unless the CPU waits; to have waited takes time, too.
// 3. What the guest can never set is not set: bits of PSTATE, flags, system registers that nobody may write, RES0, RES1.
// 4. The same guest, an instruction at a time, its CPU's memory of translations emptied now and then, ends the same.
// 5. So it does when it is sent back in time again and again.

import { hex } from "../../../src/base/word";
import type { Stop } from "../../../src/machine/cpu/cpu";
import { GuestException } from "../../../src/machine/cpu/exception";
import type { SystemEncoding } from "../../../src/machine/cpu/operations";
import { createMemory, NZCV, PSTATE } from "../../../src/machine/cpu/layout";
import { type Bus, PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { History } from "../../../src/machine/cpu/stepping/history";
import { machineOf, type Stateful } from "../../../src/machine/cpu/stepping/machine";
import { stateHash } from "../../../src/machine/cpu/stepping/state-hash";
import type { SystemRegisterName } from "../../../src/machine/decoder/tables/system-registers";
import { createProcessor, type Processor } from "../../../src/machine/exceptions/processor";
import { levelOf, RESET_PSTATE } from "../../../src/machine/sysregs/pstate";
import { registerNamed, REGISTERS } from "../../../src/machine/sysregs/registers";
import { oneIn, pick, random64 } from "../../oracle/cpu/values";
import { Random } from "../../oracle/words";
import { type DrawnWorld, drawWorld, RAM } from "../mmu/model/worlds";
import { programWords } from "./bad-programs";

/** How often a guest begins anew, and how long it then runs. */
export const CASES = 20;
const MOMENTS = 30;

/** CPACR_EL1.FPEN: nobody's floating point is trapped. */
const FPEN = 3n << 20n;

/** Those of a machine without a GICv3. */
const PRESENT = REGISTERS.filter(({ needs }) => needs === undefined);

/** What EL1 may always write. */
const WRITABLE = PRESENT.filter(({ access, isFp, name }) => access !== "RO" && isFp !== true && name !== "SP_EL0");

/** A device that answers, at the UART's place. */
const DEVICE = 0x0900_0000;

/** Returns what was wrong, if anything, with any of `count` cases. */
export function runBadGuests(count: number, seed: number): string[] {
  const found: string[] = [];
  for (let own = seed; own < seed + count / CASES; own++) {
    try {
      const ran = new Guest(own);
      const stepped = new Guest(own);
      const pace = new Random(~own);
      for (let i = 0; i < CASES; i++) {
        ran.begin();
        stepped.begin();
        ran.run(() => 1 + pace.below(MOMENTS));
        stepped.run(() => {
          if (oneIn(pace, 2)) stepped.processor.cpu.flush();
          return 1;
        });
      }
      if (ran.hash() !== stepped.hash()) found.push(`guest ${own}: does otherwise an instruction at a time`);
    } catch (thrown) {
      found.push(`guest ${own}: ${thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown)}`);
    }
  }
  return found;
}

/** Returns which of `count` guests end otherwise if they are sent back in time, to any moment since they began. */
export function sendBadGuestsBack(count: number, seed: number): number[] {
  const different: number[] = [];
  for (let own = seed; own < seed + count; own++) {
    const guests = [new Guest(own), new Guest(own)];
    const [present, past] = guests.map((guest) => new History(machineOf(guest.processor.cpu, guest.parts), { interval: 50 }));
    const times = new Random(~own);
    for (let i = 0; i < CASES; i++) {
      present!.record(() => { guests[0]!.begin(); }, () => "change");
      past!.record(() => { guests[1]!.begin(); }, () => "change");
      const end = (i + 1) * MOMENTS;
      for (const time of [end, times.below(end + 1), end]) past!.goTo(time);
      present!.goTo(end);
    }
    if (guests[0]!.hash() !== guests[1]!.hash()) different.push(own);
  }
  return different;
}

/** What the guest breaks, as an error that the host sees. */
class Broken extends Error {
  override readonly name = "Broken";
}

class Guest {
  readonly processor: Processor;
  readonly #random: Random;
  readonly #world: DrawnWorld;
  readonly #physical: PhysicalMemory;
  /** Which interrupt the device asks for: what was last stored to it, if that is 0 to 2. */
  #line: number;

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.#world = drawWorld(seed);
    const bus: Bus = {
      read: (address, bytes) => (isDevice(address) ? BigInt.asUintN(8 * bytes, 0x1234_5678_9abc_def0n) : undefined),
      write: (address, _bytes, value) => {
        if (isDevice(address)) this.#line = Number(value & 15n);
        return isDevice(address);
      },
    };
    this.#physical = new PhysicalMemory(createMemory(RAM.bytes), RAM.base, RAM.bytes, bus);
    this.#fill();
    this.#line = this.#random.below(16);
    this.processor = createProcessor({
      physical: this.#physical,
      lines: () => ({ IRQ: this.#line === 0, FIQ: this.#line === 1, SError: this.#line === 2 }),
      conduit: (imm16) => imm16 % 2 === 0,
    });
  }

  /** What of it is not in the machine's memory. */
  get parts(): readonly Stateful[] {
    const device: Stateful<number> = { save: () => this.#line, restore: (line) => { this.#line = line; } };
    return [this.processor.mmu, device] as readonly Stateful[];
  }

  /** Other values in some registers, general and system; another level; another place. */
  begin(): void {
    const { cpu, system } = this.processor;
    system.pstate = RESET_PSTATE;
    if (oneIn(this.#random, 2)) this.#enterWorld();
    for (let i = this.#random.below(6); i > 0; i--) this.#write(pick(this.#random, WRITABLE).name, this.#value());
    this.#write("VBAR_EL1", oneIn(this.#random, 4) ? this.#address() : this.#place());
    this.#write("ELR_EL1", oneIn(this.#random, 4) ? this.#address() : this.#place());
    this.#write("SPSR_EL1", BigInt(this.#pstate()));
    if (!oneIn(this.#random, 3)) this.#write("CPACR_EL1", FPEN);
    for (let i = 0; i < 31; i++) if (!oneIn(this.#random, 4)) cpu.state.x[i] = this.#value();
    cpu.state.scalars[NZCV] = BigInt(this.#random.below(16));
    system.pstate = this.#pstate();
    cpu.pc = oneIn(this.#random, 16) ? random64(this.#random) : this.#place();
  }

  /** MOMENTS of its life, as many at a time as `pace` says. */
  run(pace: () => number): void {
    const { cpu } = this.processor;
    const end = cpu.time + MOMENTS;
    while (cpu.time < end) {
      const before = cpu.time;
      const limit = Math.min(pace(), end - before);
      const problem = problemWith(cpu.run(limit), cpu.time - before, limit);
      if (problem !== undefined) throw new Broken(problem);
    }
    this.#check();
  }

  /** Of all that the guest could see, and of the TLB. */
  hash(): string {
    const { cpu, mmu } = this.processor;
    return stateHash({ physical: this.#physical, cpus: [cpu] }) + JSON.stringify(mmu.save(), (_, value: unknown) =>
      typeof value === "bigint" ? hex(value) : value);
  }

  /** RAM is full of the program, but for the tables. */
  #fill(): void {
    const { memory } = this.#world;
    const tables = new BigUint64Array(memory.buffer);
    const program = new BigUint64Array(programWords().buffer);
    const start = this.#random.below(program.length);
    const whole = tables.map((entry, i) => (entry !== 0n ? entry : program[(start + i) % program.length]!));
    this.#physical.write(RAM.base, new Uint8Array(whole.buffer));
  }

  #enterWorld(): void {
    for (const name of ["TCR_EL1", "TTBR0_EL1", "TTBR1_EL1", "MAIR_EL1", "SCTLR_EL1"] as const) this.#write(name, this.#world[name]);
  }

  /** As MSR would, at EL1. */
  #write(name: SystemRegisterName, value: bigint): void {
    this.processor.system.write(registerNamed(name).encoding, value);
  }

  #pstate(): number {
    const level = oneIn(this.#random, 4) ? 0 : pick(this.#random, [0b0100, 0b0101, 0b0101]);
    // DAIF, IL, SS, PAN and UAO.
    const masks = this.#random.below(16) << 6;
    const modes = oneIn(this.#random, 2) ? this.#random.below(16) & this.#random.below(16) : 0;
    return level | masks | (modes << 20);
  }

  /** In RAM, or somewhere in the world. */
  #address(): bigint {
    const inRam = BigInt(RAM.base + 8 * this.#random.below(RAM.bytes / 8));
    return oneIn(this.#random, 3) ? inRam : this.#world.drawAddress(this.#random);
  }

  /** Where EL1 finds instructions, if such a place is soon found. */
  #place(): bigint {
    let address = this.#address();
    for (let tries = 0; tries < 16 && !this.#isExecutable(address); tries++) address = this.#address();
    return address & ~3n;
  }

  #isExecutable(address: bigint): boolean {
    try {
      return this.#physical.offsetOf(this.processor.mmu.translate(address, "fetch", false).page) >= 0;
    } catch (refused) {
      if (refused instanceof GuestException) return false;
      throw refused;
    }
  }

  #value(): bigint {
    switch (this.#random.below(6)) {
      case 0: return random64(this.#random);
      case 1: return BigInt(this.#random.below(64));
      case 2: return 1n << BigInt(this.#random.below(64));
      case 3: return BigInt(DEVICE + this.#random.below(64));
      default: return this.#address();
    }
  }

  #check(): void {
    const { state } = this.processor.cpu;
    const problem = problemIn(Number(state.levels[PSTATE]), state.scalars[NZCV]!);
    if (problem !== undefined) throw new Broken(problem);
    for (const { name, slot, encoding, masks, reset = 0n, read } of PRESENT) {
      const value = read?.(this.processor.system) ?? state.system[slot]!;
      if ((value & masks.ones) !== masks.ones) throw new Broken(`${name} is ${hex(value)}: RES1 bits are clear`);
      if ((value & ~(masks.writable | masks.kept | masks.ones)) !== 0n) throw new Broken(`${name} is ${hex(value)}: RES0 bits are set`);
      if (isIdentification(encoding) && read === undefined && value !== (reset | masks.ones)) throw new Broken(`${name} is ${hex(value)}`);
    }
  }
}

const isIdentification = ({ op0, op1, CRn }: SystemEncoding): boolean => op0 === 3 && op1 === 0 && CRn === 0;

const isDevice = (address: number): boolean => address >= DEVICE && address < DEVICE + 0x1000;

function problemWith(stop: Stop, elapsed: number, limit: number): string | undefined {
  switch (stop.kind) {
    case "limit": return elapsed === limit ? undefined : `${elapsed} moments of ${limit}`;
    case "waiting": return elapsed >= 1 && elapsed <= limit ? undefined : `waits after ${elapsed} moments of ${limit}`;
    case "halted": case "exception": return `stops with ${stop.kind}`;
  }
}

/** UAO, PAN, SS, IL, D, A, I, F, EL0 or EL1, SP. */
const PSTATE_BITS = 0x00f0_03c5;

function problemIn(pstate: number, nzcv: bigint): string | undefined {
  if ((pstate & ~PSTATE_BITS) !== 0) return `PSTATE is ${hex(pstate)}`;
  if (levelOf(pstate) === 0 && (pstate & 1) !== 0) return "EL0 with EL1's stack pointer";
  return nzcv > 15n ? `NZCV is ${hex(nzcv)}` : undefined;
}
