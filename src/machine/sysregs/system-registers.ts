// The system registers of one CPU, and its exception level: what MRS, MSR and SYS act on.
//
// 1. Everything that the guest can see is in the machine's memory: registers in their slots, PSTATE
//    and the stack pointers that are not in use in `levels`.
// 2. Whoever depends on a register is told when it is written, and when the machine's memory has
//    been put back to what it was once.

import type { VirtAddr } from "../../base/word";
import type { Cpu } from "../cpu/cpu";
import { type Cause, GuestException } from "../cpu/exception";
import { type CpuState, PSTATE, SP, SP_BANK } from "../cpu/layout";
import type { Hint, PstateField, SystemEncoding } from "../cpu/operations";
import type { System } from "../cpu/system";
import type { SystemRegisterName } from "../decoder/tables/system-registers";
import { VirtualClock } from "./clock";
import { operationAt, type Operator } from "./operations";
import type { SystemParts } from "./parts";
import { levelOf, PAN, type Pstate, RESET_PSTATE, UAO } from "./pstate";
import type { InterruptInterface } from "./interrupt-interface";
import type { Dependant, Gate, Permission } from "./register";
import {
  fieldNamed, isReservedId, registerAt, registerNamed, REGISTERS, slotsOf, type SystemRegister,
} from "./registers";
import { changingWhatCounts } from "./registers/cycle-counter";
import { returnTo } from "./return";
import { STANDARD_SYSTEM_PARTS } from "./standard-parts";
import type { Clock, SystemView } from "./view";

/** What later chapters add to the system registers. */
export interface SystemOptions {
  /** The CPU's number, for MPIDR_EL1. */
  readonly index?: number;
  readonly clock?: Clock;
  readonly parts?: SystemParts;
  /** Chapter 4: what DC, IC, AT and TLBI do. Without it, only DC ZVA does anything. */
  readonly operator?: Operator;
  /** Chapter 5: ERET, with all that can be wrong with it. Returns where it goes on. */
  readonly exceptionReturn?: () => VirtAddr;
  /** Chapter 5: ISR_EL1. */
  readonly interruptStatus?: () => number;
  /** Chapter 6: GICv3's registers of this CPU. */
  readonly interruptInterface?: InterruptInterface;
  /** Chapter 5: whether WFI or WFE finds nothing to do; it hears of SEV and SEVL too. */
  readonly wouldWait?: (hint: Hint) => boolean;
}

const ZERO_BLOCK = 64;

export class SystemRegisters implements System, SystemView {
  readonly state: CpuState;
  readonly clock: Clock;
  readonly #cpu: Cpu;
  readonly #parts: SystemParts;
  readonly #options: SystemOptions;
  readonly #listeners: ((dependant: Dependant) => void)[] = [];
  /** PSTATE, whose upper half is 0, as a number: of a bigint, one is made at each look. */
  readonly #pstate: Uint32Array;
  readonly #slots = slotsOf("PMCR_EL0");
  /** Of SCTLR_EL1 and CPACR_EL1, what every change of level looks at. */
  #controls = { A: false, SA: false, SA0: false, FPEN: 0 };

  constructor(cpu: Cpu, options: SystemOptions = {}) {
    this.#cpu = cpu;
    this.state = cpu.state;
    const { buffer, byteOffset } = cpu.state.levels;
    this.#pstate = new Uint32Array(buffer, byteOffset + 8 * PSTATE, 1);
    this.#options = options;
    this.#parts = options.parts ?? STANDARD_SYSTEM_PARTS;
    this.clock = options.clock ?? new VirtualClock(cpu);
  }

  /** Every register and PSTATE as behind a cold reset. */
  reset(): void {
    for (const { slot, reset = 0n, masks } of REGISTERS) {
      this.state.system[slot] = reset | masks.ones;
    }
    this.store("MPIDR_EL1", this.stored("MPIDR_EL1") | BigInt(this.#options.index ?? 0));
    if (this.interruptInterface !== undefined) {
      const { high, low } = fieldNamed("ID_AA64PFR0_EL1", "GIC");
      const claimed = this.#parts.withField(this.stored("ID_AA64PFR0_EL1"), high, low, 1n);
      this.store("ID_AA64PFR0_EL1", claimed);
    }
    this.state.levels[PSTATE] = BigInt(RESET_PSTATE);
    this.restored();
  }

  /** `listener` hears which of those that depend on registers must look at them. */
  onWrite(listener: (dependant: Dependant) => void): void {
    this.#listeners.push(listener);
  }

  restored(): void {
    for (const each of ["translation", "debug", "timer"] as const) this.#tell(each);
  }

  stored(name: SystemRegisterName): bigint {
    return this.state.system[registerNamed(name).slot]!;
  }

  store(name: SystemRegisterName, value: bigint): void {
    this.state.system[registerNamed(name).slot] = value;
  }

  get interruptStatus(): number {
    return this.#options.interruptStatus?.() ?? 0;
  }

  get interruptInterface(): InterruptInterface | undefined {
    return this.#options.interruptInterface;
  }

  /** A field of a register as it is stored. */
  field(name: SystemRegisterName, field: string): number {
    const { high, low } = fieldNamed(name, field);
    return Number(this.#parts.fieldOf(this.stored(name), high, low));
  }

  get pstate(): Pstate {
    return this.#pstate[0]!;
  }

  /** Changes the exception level, the stack pointer in use, and rights, as PSTATE says. */
  set pstate(next: Pstate) {
    const isAnotherLevel = levelOf(next) !== levelOf(this.pstate);
    if (isAnotherLevel && this.#countsCycles) changingWhatCounts(this, () => this.#enter(next));
    else this.#enter(next);
  }

  #enter(next: Pstate): void {
    const { x, levels } = this.state;
    const from = this.#parts.stackPointerOf(this.pstate);
    const to = this.#parts.stackPointerOf(next);
    if (from !== to) {
      levels[SP_BANK + from] = x[SP]!;
      x[SP] = levels[SP_BANK + to]!;
    }
    this.#pstate[0] = next;
    this.#follow();
  }

  read(encoding: SystemEncoding): bigint {
    const register = this.#registerAt(encoding, "read");
    if (register === undefined) return this.#readNothing(encoding);
    this.#check(register, "read");
    return register.read?.(this) ?? this.state.system[register.slot]!;
  }

  write(encoding: SystemEncoding, value: bigint): void {
    const register = this.#registerAt(encoding, "write") ?? this.#refuse("undefined");
    this.#check(register, "write");
    const next = this.#parts.written(this.state.system[register.slot]!, value, register.masks);
    if (register.write === undefined) this.state.system[register.slot] = next;
    else register.write(this, next);
    if (register.tells !== undefined) this.#tell(register.tells);
  }

  operate(encoding: SystemEncoding, value: bigint): void {
    const operation = operationAt(encoding) ?? this.#refuse("undefined");
    this.#permit("RW", operation.el0, "write");
    const { operator } = this.#options;
    if (operator !== undefined) operator.operate(operation.name, value);
    else if (operation.name === "DC ZVA") this.#cpu.zero(value, ZERO_BLOCK);
  }

  writePstate(field: PstateField, imm: number): void {
    const uma = this.field("SCTLR_EL1", "UMA");
    const next = this.#parts.writePstate(this.pstate, field, imm, uma);
    if (next === "undefined" || next === "trapped") this.#refuse(next);
    this.pstate = next;
  }

  exceptionReturn(): VirtAddr {
    if (levelOf(this.pstate) === 0) this.#refuse("undefined");
    return this.#options.exceptionReturn?.() ?? returnTo(this);
  }

  waits(hint: Hint): boolean {
    const waits = this.#options.wouldWait?.(hint) ?? (hint === "WFI" || hint === "WFE");
    if (!waits || levelOf(this.pstate) === 1) return waits;
    const mayWait = this.field("SCTLR_EL1", hint === "WFI" ? "nTWI" : "nTWE") === 1;
    return mayWait || this.#throw({ kind: "trapped wait", word: this.#cpu.word });
  }

  #registerAt(encoding: SystemEncoding, direction: "read" | "write"): SystemRegister | undefined {
    const register = registerAt(encoding, direction);
    const isMissing = register?.needs !== undefined && this.interruptInterface === undefined;
    return isMissing ? undefined : register;
  }

  #check(register: SystemRegister, direction: "read" | "write"): void {
    if (register.isFp === true && this.#trapsFp()) {
      this.#throw({ kind: "trapped FP", word: this.#cpu.word });
    }
    this.#permit(register.access, register.el0[direction], direction);
    const isBorrowed = register.name === "SP_EL0" && this.#parts.stackPointerOf(this.pstate) === 0;
    if (isBorrowed) this.#refuse("undefined");
  }

  #permit(access: "RO" | "WO" | "RW", el0: Permission, direction: "read" | "write"): void {
    const rule = { access, el0: { read: el0, write: el0 } };
    const isOpen = ([name, field, open]: Gate): boolean => this.field(name, field) === open;
    const verdict = this.#parts.verdictOn(rule, levelOf(this.pstate), direction, isOpen);
    if (verdict !== "allowed") this.#refuse(verdict);
  }

  #readNothing(encoding: SystemEncoding): bigint {
    const isZero = levelOf(this.pstate) === 1 && isReservedId(encoding);
    return isZero ? 0n : this.#refuse("undefined");
  }

  #trapsFp(): boolean {
    return this.#parts.trapsFp(this.#controls.FPEN, levelOf(this.pstate));
  }

  get #countsCycles(): boolean {
    return (this.state.system[this.#slots.PMCR_EL0]! & 1n) !== 0n;
  }

  /** Has the CPU do as PSTATE and SCTLR_EL1 say. */
  #follow(): void {
    const { pstate } = this;
    const level = levelOf(pstate);
    const { A, SA, SA0 } = this.#controls;
    const { memory, executor } = this.#cpu;
    memory.checksAlignment = A;
    executor.checksSpAlignment = level === 1 ? SA : SA0;
    executor.trapsFp = this.#trapsFp();
    this.#cpu.privilege = { level, uao: (pstate & UAO) !== 0, pan: (pstate & PAN) !== 0 };
  }

  #tell(dependant: Dependant): void {
    if (dependant === "levels" || dependant === "translation") {
      const isSet = (field: string): boolean => this.field("SCTLR_EL1", field) === 1;
      const FPEN = this.field("CPACR_EL1", "FPEN");
      this.#controls = { A: isSet("A"), SA: isSet("SA"), SA0: isSet("SA0"), FPEN };
      this.#follow();
    }
    for (const listener of this.#listeners) listener(dependant);
  }

  #refuse(verdict: "undefined" | "trapped"): never {
    const { word } = this.#cpu;
    this.#throw({ kind: verdict === "trapped" ? "trapped access" : "undefined", word });
  }

  #throw(cause: Cause): never {
    throw new GuestException(cause);
  }
}
