// A GICv3's distributor (Arm IHI 0069): the shared interrupts, each of which has one CPU that it is
// for.

import { ARM_JEP106, INTID, WORDS } from "../../../../formats/devices/gic";
import { GIC_V3_IDENTITY, GICD_V3, PIDR0 } from "../../../../formats/devices/gic-v3";
import type { Device } from "../../device";
import { RegisterMap } from "../../register-map";
import { BANK_REGISTERS, readConfiguration, writeConfiguration } from "../bank-registers";
import { type BankState, InterruptBank } from "../interrupt-bank";
import type { GicParts } from "../parts";
import type { Candidate } from "../priority";

/** GICD_CTLR.DS and ARE: as they always are. */
const ALWAYS = 0x50;
const BOTH_GROUPS = 0b11;
const SPIS = INTID.COUNT - INTID.FIRST_SPI;
/** No1N, A3V, and 16 bits of INTID. */
const TYPE = 1 << 25 | 1 << 24 | 15 << 19;
/** Of a routing register: the affinity, and the bit that asks for whichever CPU. */
const ROUTE = 0x80ff_ffff;

export interface DistributorState {
  readonly control: number;
  readonly shared: readonly BankState[];
  readonly routes: readonly number[];
}

type BankRegister = (typeof BANK_REGISTERS)[keyof typeof BANK_REGISTERS];

/** A register of a word for each bank; the first word, the redistributors', is reserved here. */
const words = (does: BankRegister) => ({
  read: (d: Distributor, n: number) => n === 0 ? 0 : does.read(d.bank(n)),
  write: (d: Distributor, value: number, n: number) => {
    if (n > 0) does.write(d.bank(n), value);
  },
});

export class Distributor implements Device {
  static readonly #registers = RegisterMap.of<Distributor, typeof GICD_V3>(GICD_V3, {
    GICD_CTLR: {
      read: (d) => ALWAYS | d.#control,
      write: (d, value) => { d.#control = value & BOTH_GROUPS; },
    },
    GICD_TYPER: { read: () => TYPE | (WORDS - 1) },
    GICD_IIDR: { read: () => ARM_JEP106 },
    GICD_IGROUPR: words(BANK_REGISTERS.group),
    GICD_ISENABLER: words(BANK_REGISTERS.setEnable),
    GICD_ICENABLER: words(BANK_REGISTERS.clearEnable),
    GICD_ISPENDR: words(BANK_REGISTERS.setPending),
    GICD_ICPENDR: words(BANK_REGISTERS.clearPending),
    GICD_ISACTIVER: words(BANK_REGISTERS.setActive),
    GICD_ICACTIVER: words(BANK_REGISTERS.clearActive),
    GICD_IPRIORITYR: {
      read: (d, intid) => intid < INTID.FIRST_SPI ? 0 : d.bank(intid >> 5).priorities[intid & 31]!,
      write: (d, value, intid) => {
        if (intid >= INTID.FIRST_SPI) d.bank(intid >> 5).priorities[intid & 31] = value;
      },
    },
    GICD_ICFGR: {
      read: (d, n) => n < 2 ? 0 : readConfiguration(d.bank(n >> 1), n & 1),
      write: (d, value, n) => { if (n >= 2) writeConfiguration(d.bank(n >> 1), n & 1, value); },
    },
    GICD_IROUTER: {
      read: (d, half) => d.#routes[half]!,
      write: (d, value, half) => { d.#routes[half] = value & ((half & 1) === 0 ? ROUTE : 0xff); },
    },
    GICD_PIDR: { read: (_, n) => n === 4 ? PIDR0.distributor : GIC_V3_IDENTITY[n]! },
  });

  readonly #changed: () => void;
  #control = 0;
  readonly #shared: readonly InterruptBank[];
  /** By SPI: Aff2 to Aff0, then Aff3. */
  readonly #routes = new Uint32Array(2 * SPIS);

  constructor(parts: GicParts, changed: () => void) {
    this.#changed = changed;
    this.#shared = Array.from({ length: WORDS - 1 }, (_, w) =>
      new InterruptBank(32 * (w + 1), parts));
  }

  reset(): void {
    this.#control = 0;
    for (const bank of this.#shared) bank.reset(0, 0);
    this.#routes.fill(0);
  }

  read(offset: number, bytes: number): bigint {
    return Distributor.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    Distributor.#registers.write(this, offset, bytes, value);
    this.#changed();
    return true;
  }

  bank(n: number): InterruptBank {
    return this.#shared[n - 1]!;
  }

  setLevel(intid: number, isHigh: boolean): void {
    const bank = this.bank(intid >> 5);
    if (bank.isHigh(intid & 31) === isHigh) return;
    bank.setLevel(intid & 31, isHigh);
    this.#changed();
  }

  isForwarded(group: 0 | 1): boolean {
    return ((this.#control >> group) & 1) === 1;
  }

  /** The shared ones that wait for the CPU whose Aff0 is `cpu`. */
  addWaiting(candidates: Candidate[], cpu: number): void {
    for (const bank of this.#shared) {
      bank.addWaiting(candidates, (bit) => {
        const spi = bank.first + bit - INTID.FIRST_SPI;
        return this.#routes[2 * spi] === cpu && this.#routes[2 * spi + 1] === 0;
      });
    }
  }

  save(): DistributorState {
    return {
      control: this.#control,
      shared: this.#shared.map((bank) => bank.save()),
      routes: [...this.#routes],
    };
  }

  restore({ control, shared, routes }: DistributorState): void {
    this.#control = control;
    this.#shared.forEach((bank, i) => { bank.restore(shared[i]!); });
    this.#routes.set(routes);
  }
}
