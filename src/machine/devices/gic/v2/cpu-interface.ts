// A GICv2's CPU interface (Arm IHI 0048B): it decides whether what the distributor has found is
// urgent enough to interrupt its CPU, hands it over, and remembers what is being handled.

import { ARM_JEP106, INTID } from "../../../../formats/devices/gic";
import { GICC } from "../../../../formats/devices/gic-cpu-interface";
import type { Device } from "../../device";
import { RegisterMap } from "../../register-map";
import { type ActivePriorities, NOTHING_ACTIVE } from "../active-priorities";
import type { Pins } from "../controller";
import type { GicParts } from "../parts";
import { type Candidate, IDLE } from "../priority";
import type { Distributor } from "./distributor";

const CTLR = {
  EnableGrp0: 1 << 0, AckCtl: 1 << 2, FIQEn: 1 << 3, CBPR: 1 << 4, EOImode: 1 << 9,
} as const;
const CTLR_MASK = 0x21f;
const VERSION_2 = 2 << 16;

export interface CpuInterfaceState {
  readonly control: number;
  readonly mask: number;
  readonly points: readonly [number, number];
  readonly active: readonly [ActivePriorities, ActivePriorities];
}

export interface CpuInterfaceOptions {
  readonly cpu: number;
  readonly distributor: Distributor;
  readonly parts: GicParts;
  /** An interrupt has become active or inactive, or what this CPU listens to is another. */
  readonly changed: () => void;
}

/** Through which of the two doors it is asked: GICC_IAR or GICC_AIAR, and so on. */
type Door = "own" | "alias";

export class CpuInterface implements Device {
  static readonly #registers = RegisterMap.of<CpuInterface, typeof GICC>(GICC, {
    GICC_CTLR: {
      read: (c) => c.#control,
      write: (c, value) => { c.#control = value & CTLR_MASK; },
    },
    GICC_PMR: {
      read: (c) => c.#mask,
      write: (c, value) => { c.#mask = value & 0xff; },
    },
    GICC_BPR: {
      read: (c) => c.#points[0],
      write: (c, value) => { c.#points[0] = value & 7; },
    },
    GICC_IAR: { read: (c) => c.#acknowledge("own") },
    GICC_EOIR: { write: (c, value) => { c.#end(value & 0x3ff); } },
    GICC_RPR: { read: (c) => Math.min(c.#running, 0xff) },
    GICC_HPPIR: { read: (c) => c.#seenThrough("own") },
    GICC_ABPR: {
      read: (c) => c.#points[1],
      write: (c, value) => { c.#points[1] = Math.max(value & 7, 1); },
    },
    GICC_AIAR: { read: (c) => c.#acknowledge("alias") },
    GICC_AEOIR: { write: (c, value) => { c.#end(value & 0x3ff); } },
    GICC_AHPPIR: { read: (c) => c.#seenThrough("alias") },
    GICC_APR: {
      read: (c, n) => c.#active[0][n]!,
      write: (c, value, n) => { c.#active[0] = c.#active[0].with(n, value); },
    },
    GICC_NSAPR: {
      read: (c, n) => c.#active[1][n]!,
      write: (c, value, n) => { c.#active[1] = c.#active[1].with(n, value); },
    },
    GICC_IIDR: { read: () => VERSION_2 | ARM_JEP106 },
    GICC_DIR: { write: (c, value) => { c.#deactivate(value & 0x3ff); } },
  });

  readonly pins: Pins & { IRQ: boolean; FIQ: boolean } = { IRQ: false, FIQ: false, SError: false };
  readonly #cpu: number;
  readonly #distributor: Distributor;
  readonly #parts: GicParts;
  readonly #changed: () => void;
  #control = 0;
  #mask = 0;
  /** By group; group 1's is one more than it means. */
  #points: [number, number] = [0, 1];
  /** By group. */
  #active: [ActivePriorities, ActivePriorities] = [NOTHING_ACTIVE, NOTHING_ACTIVE];
  /** What comes first, if the mask lets it through. */
  #pending: Candidate | undefined;

  constructor({ cpu, distributor, parts, changed }: CpuInterfaceOptions) {
    this.#cpu = cpu;
    this.#distributor = distributor;
    this.#parts = parts;
    this.#changed = changed;
  }

  reset(): void {
    this.restore({ control: 0, mask: 0, points: [0, 1], active: [NOTHING_ACTIVE, NOTHING_ACTIVE] });
  }

  read(offset: number, bytes: number): bigint {
    return CpuInterface.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    CpuInterface.#registers.write(this, offset, bytes, value);
    this.#changed();
    return true;
  }

  /** Looks again at what waits, and pulls at the CPU's pins. */
  update(): void {
    const { pins } = this;
    this.#pending = this.#firstPending();
    const signalled = this.#signalled;
    pins.FIQ = signalled?.group === 0 && (this.#control & CTLR.FIQEn) !== 0;
    pins.IRQ = signalled !== undefined && !pins.FIQ;
  }

  save(): CpuInterfaceState {
    return {
      control: this.#control, mask: this.#mask,
      points: [this.#points[0], this.#points[1]], active: [this.#active[0], this.#active[1]],
    };
  }

  restore({ control, mask, points, active }: CpuInterfaceState): void {
    this.#control = control;
    this.#mask = mask;
    this.#points = [...points];
    this.#active = [...active];
  }

  #firstPending(): Candidate | undefined {
    const hearsAny = this.#hears(0) || this.#hears(1);
    const sendsAny = this.#distributor.isForwarded(0) || this.#distributor.isForwarded(1);
    if (!hearsAny || !sendsAny) return undefined;
    const first = this.#parts.highestPending(this.#distributor.waitingFor(this.#cpu));
    return first && this.#parts.isSufficient(first.priority, this.#mask, IDLE) ? first : undefined;
  }

  #hears(group: 0 | 1): boolean {
    return (this.#control & (CTLR.EnableGrp0 << group)) !== 0;
  }

  get #running(): number {
    return Math.min(...this.#active.map((active) => this.#parts.runningPriority(active)));
  }

  /** What is pending, if it may interrupt the CPU now. */
  get #signalled(): Candidate | undefined {
    const pending = this.#pending;
    if (pending === undefined) return undefined;
    const { priority, group } = pending;
    const mayPreempt = this.#parts.isSufficient(priority, this.#mask, this.#running);
    const isOn = this.#hears(group) && this.#distributor.isForwarded(group);
    return mayPreempt && isOn ? pending : undefined;
  }

  /** What is pending, if a door is for its group: its name, 1022, or 1023. */
  #seenThrough(door: Door): number {
    const pending = this.#pending;
    if (pending === undefined) return INTID.SPURIOUS;
    if (door === "alias" && pending.group === 0) return INTID.SPURIOUS;
    const isHidden = door === "own" && pending.group === 1 && (this.#control & CTLR.AckCtl) === 0;
    return isHidden ? INTID.OTHER_GROUP : this.#distributor.nameOf(this.#cpu, pending.intid);
  }

  /** Reading GICC_IAR: what is pending becomes active, and its priority the CPU's. */
  #acknowledge(door: Door): number {
    const name = this.#seenThrough(door);
    if (name === INTID.OTHER_GROUP) return name;
    const signalled = this.#signalled;
    if (name === INTID.SPURIOUS || signalled === undefined) return INTID.SPURIOUS;
    const { intid, priority, group } = signalled;
    const groupPriority = this.#parts.groupPriority(priority, this.#pointOf(group));
    this.#active[group] = this.#parts.raised(this.#active[group], groupPriority);
    this.#distributor.activate(this.#cpu, intid);
    this.#changed();
    return name;
  }

  #pointOf(group: 0 | 1): number {
    const isOwn = group === 1 && (this.#control & CTLR.CBPR) === 0;
    return isOwn ? this.#points[1] - 1 : this.#points[0];
  }

  /** Writing GICC_EOIR: its priority is over; so is the interrupt, unless GICC_DIR is to say so. */
  #end(intid: number): void {
    if (intid >= INTID.COUNT || this.#running === IDLE) return;
    const group = this.#distributor.groupOf(this.#cpu, intid);
    this.#active[group] = this.#parts.dropped(this.#active[group]);
    if ((this.#control & CTLR.EOImode) === 0) this.#distributor.deactivate(this.#cpu, intid);
  }

  #deactivate(intid: number): void {
    if (intid >= INTID.COUNT || (this.#control & CTLR.EOImode) === 0) return;
    this.#distributor.deactivate(this.#cpu, intid);
  }
}
