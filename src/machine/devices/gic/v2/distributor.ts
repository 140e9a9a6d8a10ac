// A GICv2's distributor (Arm IHI 0048B): it knows every interrupt's state, and finds for each CPU
// the one that comes first.
//
// 1. An SGI is pending at a CPU as long as another, or the CPU itself, has sent one that it has not
//    acknowledged: its latch is set exactly if `sources` has a bit.

import { ARM_JEP106, INTID, WORDS } from "../../../../formats/devices/gic";
import { GICD, GICD_IDENTITY } from "../../../../formats/devices/gic-distributor";
import type { Device } from "../../device";
import { RegisterMap } from "../../register-map";
import { lowestBit } from "../active-priorities";
import { BANK_REGISTERS, readConfiguration, sgisOf, writeConfiguration } from "../bank-registers";
import { type BankState, InterruptBank } from "../interrupt-bank";
import type { GicParts } from "../parts";
import type { Candidate } from "../priority";

const SGIS = 16;
const BOTH_GROUPS = 0b11;

export interface DistributorOptions {
  readonly cpus: number;
  readonly current: () => number;
  readonly parts: GicParts;
  /** Something is not as it was: what each CPU should hear of may be another interrupt. */
  readonly changed: () => void;
}

export interface DistributorState {
  readonly control: number;
  readonly shared: readonly BankState[];
  readonly private: readonly BankState[];
  readonly targets: Uint8Array;
  readonly sources: Uint8Array;
}

type BankRegister = (typeof BANK_REGISTERS)[keyof typeof BANK_REGISTERS];

/** A register of a word for each bank. `fixed` are the bits that writing does not change. */
const words = (does: BankRegister, fixed = (_bank: InterruptBank): number => 0) => ({
  read: (d: Distributor, n: number) => does.read(d.bank(n)),
  write: (d: Distributor, value: number, n: number) => {
    const bank = d.bank(n);
    does.write(bank, value & ~fixed(bank));
  },
});

export class Distributor implements Device {
  static readonly #registers = RegisterMap.of<Distributor, typeof GICD>(GICD, {
    GICD_CTLR: {
      read: (d) => d.#control,
      write: (d, value) => { d.#control = value & BOTH_GROUPS; },
    },
    GICD_TYPER: { read: (d) => (d.#cpus - 1) << 5 | (WORDS - 1) },
    GICD_IIDR: { read: () => ARM_JEP106 },
    GICD_IGROUPR: words(BANK_REGISTERS.group),
    GICD_ISENABLER: words(BANK_REGISTERS.setEnable),
    GICD_ICENABLER: words(BANK_REGISTERS.clearEnable, sgisOf),
    GICD_ISPENDR: words(BANK_REGISTERS.setPending, sgisOf),
    GICD_ICPENDR: words(BANK_REGISTERS.clearPending, sgisOf),
    GICD_ISACTIVER: words(BANK_REGISTERS.setActive),
    GICD_ICACTIVER: words(BANK_REGISTERS.clearActive),
    GICD_IPRIORITYR: {
      read: (d, intid) => d.bank(intid >> 5).priorities[intid & 31]!,
      write: (d, value, intid) => { d.bank(intid >> 5).priorities[intid & 31] = value; },
    },
    GICD_ITARGETSR: {
      read: (d, intid) => d.#readTargets(intid),
      write: (d, value, intid) => { d.#writeTargets(intid, value); },
    },
    GICD_ICFGR: {
      read: (d, n) => readConfiguration(d.bank(n >> 1), n & 1),
      write: (d, value, n) => { writeConfiguration(d.bank(n >> 1), n & 1, value); },
    },
    GICD_SGIR: { write: (d, value) => { d.#send(value); } },
    GICD_CPENDSGIR: {
      read: (d, sgi) => d.#sourcesOf(d.#current())[sgi]!,
      write: (d, value, sgi) => { d.#setSources(d.#current(), sgi, (held) => held & ~value); },
    },
    GICD_SPENDSGIR: {
      read: (d, sgi) => d.#sourcesOf(d.#current())[sgi]!,
      write: (d, value, sgi) => { d.#setSources(d.#current(), sgi, (held) => held | value); },
    },
    GICD_PIDR: { read: (_, n) => GICD_IDENTITY[n]! },
  });

  readonly #cpus: number;
  readonly #current: () => number;
  readonly #changed: () => void;
  #control = 0;
  /** SPIs. */
  readonly #shared: readonly InterruptBank[];
  /** SGIs and PPIs: by CPU. */
  readonly #private: readonly InterruptBank[];
  /** By INTID: a bit for each CPU that may be interrupted. */
  readonly #targets = new Uint8Array(INTID.COUNT);
  /** By CPU and SGI: a bit for each CPU that has sent it. */
  readonly #sources: Uint8Array;

  constructor({ cpus, current, parts, changed }: DistributorOptions) {
    this.#cpus = cpus;
    this.#current = current;
    this.#changed = changed;
    this.#private = Array.from({ length: cpus }, () => new InterruptBank(0, parts));
    this.#shared = Array.from({ length: WORDS - 1 }, (_, w) =>
      new InterruptBank(32 * (w + 1), parts));
    this.#sources = new Uint8Array(SGIS * cpus);
    this.reset();
  }

  reset(): void {
    this.#control = 0;
    for (const bank of this.#private) bank.reset(sgisOf(bank), sgisOf(bank));
    for (const bank of this.#shared) bank.reset(0, 0);
    this.#targets.fill(this.#cpus === 1 ? 1 : 0); // One CPU alone is every interrupt's target.
    this.#sources.fill(0);
  }

  read(offset: number, bytes: number): bigint {
    return Distributor.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    Distributor.#registers.write(this, offset, bytes, value);
    this.#changed();
    return true;
  }

  /** The bank of word `n`, as the CPU that asks, or `cpu`, finds it. */
  bank(n: number, cpu = this.#current()): InterruptBank {
    return n === 0 ? this.#private[cpu]! : this.#shared[n - 1]!;
  }

  setLevel(intid: number, isHigh: boolean, cpu = 0): void {
    const bank = this.bank(intid >> 5, cpu);
    if (bank.isHigh(intid & 31) === isHigh) return;
    bank.setLevel(intid & 31, isHigh);
    this.#changed();
  }

  isForwarded(group: 0 | 1): boolean {
    return ((this.#control >> group) & 1) === 1;
  }

  /** Whatever waits for `cpu`. */
  waitingFor(cpu: number): readonly Candidate[] {
    const candidates: Candidate[] = [];
    this.#private[cpu]!.addWaiting(candidates, () => true);
    for (const bank of this.#shared) {
      bank.addWaiting(candidates, (bit) => (this.#targets[bank.first + bit]! >> cpu & 1) === 1);
    }
    return candidates;
  }

  /** What GICC_IAR calls it: of an SGI, the CPU that sent it is in bits 12:10. */
  nameOf(cpu: number, intid: number): number {
    return intid < SGIS ? intid | lowestBit(this.#sourcesOf(cpu)[intid]!) << 10 : intid;
  }

  /** `cpu` acknowledges: the interrupt is active. Of an SGI that two CPUs sent, one is left. */
  activate(cpu: number, intid: number): void {
    this.bank(intid >> 5, cpu).activate(intid & 31);
    if (intid < SGIS) this.#setSources(cpu, intid, (held) => held & (held - 1));
  }

  deactivate(cpu: number, intid: number): void {
    this.bank(intid >> 5, cpu).deactivate(intid & 31);
  }

  groupOf(cpu: number, intid: number): 0 | 1 {
    return this.bank(intid >> 5, cpu).groupOf(intid & 31);
  }

  save(): DistributorState {
    return {
      control: this.#control,
      shared: this.#shared.map((bank) => bank.save()),
      private: this.#private.map((bank) => bank.save()),
      targets: this.#targets.slice(),
      sources: this.#sources.slice(),
    };
  }

  restore(state: DistributorState): void {
    this.#control = state.control;
    this.#shared.forEach((bank, i) => { bank.restore(state.shared[i]!); });
    this.#private.forEach((bank, i) => { bank.restore(state.private[i]!); });
    this.#targets.set(state.targets);
    this.#sources.set(state.sources);
  }

  get #everyCpu(): number {
    return (1 << this.#cpus) - 1;
  }

  /** Who has one CPU sees no targets. A private interrupt's is whoever reads. */
  #readTargets(intid: number): number {
    if (this.#cpus === 1) return 0;
    return intid < INTID.FIRST_SPI ? 1 << this.#current() : this.#targets[intid]!;
  }

  #writeTargets(intid: number, targets: number): void {
    if (this.#cpus > 1) this.#targets[intid] = targets & this.#everyCpu;
  }

  /** GICD_SGIR: a CPU sends an SGI to those of a list, to all others, or to itself. */
  #send(value: number): void {
    const from = 1 << this.#current();
    const filter = value >>> 24 & 3;
    const to =
      filter === 0 ? value >>> 16 & 0xff
      : filter === 1 ? ~from
      : filter === 2 ? from
      : this.#everyCpu; // Reserved; QEMU's choice.
    for (let cpu = 0; cpu < this.#cpus; cpu++) {
      if ((to >> cpu & 1) === 1) this.#setSources(cpu, value & 0xf, (held) => held | from);
    }
  }

  #sourcesOf(cpu: number): Uint8Array {
    return this.#sources.subarray(SGIS * cpu, SGIS * (cpu + 1));
  }

  #setSources(cpu: number, sgi: number, next: (held: number) => number): void {
    const sources = this.#sourcesOf(cpu);
    sources[sgi] = next(sources[sgi]!);
    if (sources[sgi] === 0) this.#private[cpu]!.unlatch(1 << sgi);
    else this.#private[cpu]!.latch(1 << sgi);
  }
}
