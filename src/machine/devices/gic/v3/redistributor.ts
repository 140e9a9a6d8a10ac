// A GICv3's redistributor (Arm IHI 0069): the private interrupts of one CPU. It has addresses of
// its own, so that any CPU can reach it.

import { ARM_JEP106 } from "../../../../formats/devices/gic";
import { GIC_V3_IDENTITY, GICR, PIDR0 } from "../../../../formats/devices/gic-v3";
import type { Device } from "../../device";
import { RegisterMap } from "../../register-map";
import { BANK_REGISTERS, readConfiguration, sgisOf, writeConfiguration } from "../bank-registers";
import { type BankState, InterruptBank } from "../interrupt-bank";
import type { GicParts } from "../parts";

const WAKER = { ProcessorSleep: 1 << 1, ChildrenAsleep: 1 << 2 } as const;
const LAST = 1n << 4n;

export interface RedistributorOptions {
  readonly cpu: number;
  readonly isLast: boolean;
  readonly parts: GicParts;
  readonly changed: () => void;
}

export interface RedistributorState {
  readonly isAsleep: boolean;
  readonly bank: BankState;
}

type BankRegister = (typeof BANK_REGISTERS)[keyof typeof BANK_REGISTERS];

const word = (does: BankRegister) => ({
  read: (r: Redistributor) => does.read(r.bank),
  write: (r: Redistributor, value: number) => { does.write(r.bank, value); },
});

export class Redistributor implements Device {
  static readonly #registers = RegisterMap.of<Redistributor, typeof GICR>(GICR, {
    GICR_CTLR: { read: () => 0 },
    GICR_IIDR: { read: () => ARM_JEP106 },
    GICR_TYPER: { read: (r) => r.#type },
    GICR_WAKER: {
      read: (r) => r.#isAsleep ? WAKER.ProcessorSleep | WAKER.ChildrenAsleep : 0,
      write: (r, value) => { r.#isAsleep = (value & WAKER.ProcessorSleep) !== 0; },
    },
    GICR_PIDR: { read: (_, n) => n === 4 ? PIDR0.redistributor : GIC_V3_IDENTITY[n]! },
    GICR_IGROUPR0: word(BANK_REGISTERS.group),
    GICR_ISENABLER0: word(BANK_REGISTERS.setEnable),
    GICR_ICENABLER0: word(BANK_REGISTERS.clearEnable),
    GICR_ISPENDR0: word(BANK_REGISTERS.setPending),
    GICR_ICPENDR0: word(BANK_REGISTERS.clearPending),
    GICR_ISACTIVER0: word(BANK_REGISTERS.setActive),
    GICR_ICACTIVER0: word(BANK_REGISTERS.clearActive),
    GICR_IPRIORITYR: {
      read: (r, intid) => r.bank.priorities[intid]!,
      write: (r, value, intid) => { r.bank.priorities[intid] = value; },
    },
    GICR_ICFGR: {
      read: (r, half) => readConfiguration(r.bank, half),
      write: (r, value, half) => { writeConfiguration(r.bank, half, value); },
    },
  });

  readonly bank: InterruptBank;
  readonly #type: bigint;
  readonly #changed: () => void;
  #isAsleep = true;

  constructor({ cpu, isLast, parts, changed }: RedistributorOptions) {
    this.bank = new InterruptBank(0, parts);
    this.#type = BigInt(cpu) << 32n | BigInt(cpu) << 8n | (isLast ? LAST : 0n);
    this.#changed = changed;
    this.reset();
  }

  /** While it sleeps, it keeps what is pending to itself. */
  get isAsleep(): boolean {
    return this.#isAsleep;
  }

  reset(): void {
    this.#isAsleep = true;
    this.bank.reset(0, sgisOf(this.bank));
  }

  read(offset: number, bytes: number): bigint {
    return Redistributor.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    Redistributor.#registers.write(this, offset, bytes, value);
    this.#changed();
    return true;
  }

  setLevel(intid: number, isHigh: boolean): void {
    if (this.bank.isHigh(intid) === isHigh) return;
    this.bank.setLevel(intid, isHigh);
    this.#changed();
  }

  save(): RedistributorState {
    return { isAsleep: this.#isAsleep, bank: this.bank.save() };
  }

  restore({ isAsleep, bank }: RedistributorState): void {
    this.#isAsleep = isAsleep;
    this.bank.restore(bank);
  }
}
