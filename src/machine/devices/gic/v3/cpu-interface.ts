// A GICv3's CPU interface (Arm IHI 0069), in system registers: ICC_*. It has one for each of its
// CPU's groups of interrupts; what GICv2 has once and tells apart, by AckCtl and aliases, are two
// registers here.

import { INTID } from "../../../../formats/devices/gic";
import type { InterfaceRegister, InterruptInterface } from "../../../sysregs/interrupt-interface";
import { type ActivePriorities, NOTHING_ACTIVE } from "../active-priorities";
import type { Pins } from "../controller";
import type { GicParts } from "../parts";
import { type Candidate, IDLE } from "../priority";
import { packed, unpacked } from "./priority-bits";

const CTLR = { CBPR: 1 << 0, EOImode: 1 << 1 } as const;
/** A3V, 24 bits of INTID, 5 of priority. */
const CAPABILITIES = 1 << 15 | 1 << 11 | 4 << 8;
const PRIORITY_MASK = 0xf8;
/** With 5 bits of priority: of group 0, and of group 1, whose point is one more than it means. */
const LEAST_POINTS = [2, 3] as const;
const ENABLED_FOR_GOOD = 0b111;

type Group = 0 | 1;

/** What the interface asks of the rest of the controller. */
export interface InterfaceOptions {
  readonly parts: GicParts;
  /** What waits for this CPU. */
  readonly waiting: () => readonly Candidate[];
  readonly activate: (intid: number) => void;
  readonly deactivate: (intid: number) => void;
  /** A CPU sends the SGI that `value`, of ICC_SGI1R_EL1's form, says, if it is of the group. */
  readonly send: (value: bigint, group: Group) => void;
  /** What this CPU listens to is another, or an interrupt has become active or inactive. */
  readonly changed: () => void;
}

export interface InterfaceState {
  readonly mask: number;
  readonly control: number;
  readonly points: readonly [number, number];
  readonly enables: readonly [boolean, boolean];
  readonly active: readonly [ActivePriorities, ActivePriorities];
}

const RESET: InterfaceState = {
  mask: 0, control: 0, points: LEAST_POINTS, enables: [false, false],
  active: [NOTHING_ACTIVE, NOTHING_ACTIVE],
};

interface Does {
  readonly read?: (c: CpuInterface) => number;
  /** `whole` is all 64 bits of it. */
  readonly write?: (c: CpuInterface, value: number, whole: bigint) => void;
}

export class CpuInterface implements InterruptInterface {
  static readonly #registers: Readonly<Record<InterfaceRegister, Does>> = {
    ICC_PMR_EL1: {
      read: (c) => c.#mask,
      write: (c, value) => { c.#mask = value & PRIORITY_MASK; },
    },
    ICC_IAR0_EL1: { read: (c) => c.#acknowledge(0) },
    ICC_EOIR0_EL1: { write: (c, value) => { c.#end(0, value); } },
    ICC_HPPIR0_EL1: { read: (c) => c.#seenBy(0) },
    ICC_BPR0_EL1: {
      read: (c) => c.#points[0],
      write: (c, value) => { c.#points[0] = Math.max(value & 7, LEAST_POINTS[0]); },
    },
    ICC_AP0R0_EL1: {
      read: (c) => packed(c.#active[0]),
      write: (c, value) => { c.#active[0] = unpacked(value); },
    },
    ICC_AP1R0_EL1: {
      read: (c) => packed(c.#active[1]),
      write: (c, value) => { c.#active[1] = unpacked(value); },
    },
    ICC_DIR_EL1: { write: (c, value) => { c.#deactivate(value); } },
    ICC_RPR_EL1: { read: (c) => Math.min(c.#running, 0xff) },
    ICC_SGI1R_EL1: { write: (c, _, whole) => { c.#options.send(whole, 1); } },
    ICC_ASGI1R_EL1: { write: (c, _, whole) => { c.#options.send(whole, 0); } },
    ICC_SGI0R_EL1: { write: (c, _, whole) => { c.#options.send(whole, 0); } },
    ICC_IAR1_EL1: { read: (c) => c.#acknowledge(1) },
    ICC_EOIR1_EL1: { write: (c, value) => { c.#end(1, value); } },
    ICC_HPPIR1_EL1: { read: (c) => c.#seenBy(1) },
    ICC_BPR1_EL1: {
      read: (c) => c.#isCommon ? Math.min(c.#points[0] + 1, 7) : c.#points[1],
      write: (c, value) => {
        if (!c.#isCommon) c.#points[1] = Math.max(value & 7, LEAST_POINTS[1]);
      },
    },
    ICC_CTLR_EL1: {
      read: (c) => CAPABILITIES | c.#control,
      write: (c, value) => { c.#control = value & (CTLR.CBPR | CTLR.EOImode); },
    },
    ICC_SRE_EL1: { read: () => ENABLED_FOR_GOOD },
    ICC_IGRPEN0_EL1: {
      read: (c) => Number(c.#enables[0]),
      write: (c, value) => { c.#enables[0] = (value & 1) === 1; },
    },
    ICC_IGRPEN1_EL1: {
      read: (c) => Number(c.#enables[1]),
      write: (c, value) => { c.#enables[1] = (value & 1) === 1; },
    },
  };

  readonly pins: Pins & { IRQ: boolean; FIQ: boolean } = { IRQ: false, FIQ: false, SError: false };
  readonly #options: InterfaceOptions;
  #mask = 0;
  #control = 0;
  /** By group, as the next three. */
  #points: [number, number] = [...LEAST_POINTS];
  #enables: [boolean, boolean] = [false, false];
  #active: [ActivePriorities, ActivePriorities] = [NOTHING_ACTIVE, NOTHING_ACTIVE];
  /** What comes first, masked or not. */
  #pending: Candidate | undefined;

  constructor(options: InterfaceOptions) {
    this.#options = options;
  }

  reset(): void {
    this.restore(RESET);
  }

  readRegister(name: InterfaceRegister): bigint {
    return BigInt(CpuInterface.#registers[name].read?.(this) ?? 0) & 0xffff_ffffn;
  }

  writeRegister(name: InterfaceRegister, value: bigint): void {
    CpuInterface.#registers[name].write?.(this, Number(value & 0xffff_ffffn), value);
    this.#options.changed();
  }

  /** Looks again at what waits, and pulls at the CPU's pins: group 0's is FIQ. */
  update(): void {
    this.#pending = this.#options.parts.highestPending(this.#options.waiting());
    const group = this.#signalled?.group;
    this.pins.FIQ = group === 0;
    this.pins.IRQ = group === 1;
  }

  save(): InterfaceState {
    return {
      mask: this.#mask, control: this.#control, points: [this.#points[0], this.#points[1]],
      enables: [this.#enables[0], this.#enables[1]], active: [this.#active[0], this.#active[1]],
    };
  }

  restore({ mask, control, points, enables, active }: InterfaceState): void {
    this.#mask = mask;
    this.#control = control;
    this.#points = [...points];
    this.#enables = [...enables];
    this.#active = [...active];
  }

  /** One binary point for both groups. */
  get #isCommon(): boolean {
    return (this.#control & CTLR.CBPR) !== 0;
  }

  get #running(): number {
    return Math.min(...this.#active.map((active) => this.#options.parts.runningPriority(active)));
  }

  /** `priority`, as the binary point of `group` cuts it. */
  #cut(priority: number, group: Group): number {
    const point = group === 0 || this.#isCommon ? this.#points[0] : this.#points[1] - 1;
    return this.#options.parts.groupPriority(priority, point);
  }

  /** What is pending, if this CPU hears of its group. */
  get #heard(): Candidate | undefined {
    const pending = this.#pending;
    return pending !== undefined && this.#enables[pending.group] ? pending : undefined;
  }

  /** What is pending, if it may interrupt the CPU now. */
  get #signalled(): Candidate | undefined {
    const heard = this.#heard;
    if (heard === undefined) return undefined;
    const { priority, group } = heard;
    const running = this.#cut(this.#running, group);
    return this.#options.parts.isSufficient(priority, this.#mask, running) ? heard : undefined;
  }

  #seenBy(group: Group): number {
    const heard = this.#heard;
    return heard?.group === group ? heard.intid : INTID.SPURIOUS;
  }

  #acknowledge(group: Group): number {
    const signalled = this.#signalled;
    if (signalled?.group !== group) return INTID.SPURIOUS;
    const { parts, activate, changed } = this.#options;
    const groupPriority = this.#cut(signalled.priority, group);
    this.#active[group] = parts.raised(this.#active[group], groupPriority);
    activate(signalled.intid);
    changed();
    return signalled.intid;
  }

  /** The group whose interrupt the CPU is handling; of equals, group 0. */
  get #runningGroup(): Group | undefined {
    const running = this.#running;
    if (running === IDLE) return undefined;
    return this.#options.parts.runningPriority(this.#active[0]) === running ? 0 : 1;
  }

  #end(group: Group, intid: number): void {
    if (intid >= INTID.COUNT || this.#runningGroup !== group) return;
    this.#active[group] = this.#options.parts.dropped(this.#active[group]);
    if ((this.#control & CTLR.EOImode) === 0) this.#options.deactivate(intid);
  }

  #deactivate(intid: number): void {
    if (intid >= INTID.COUNT || (this.#control & CTLR.EOImode) === 0) return;
    this.#options.deactivate(intid);
  }
}
