// The PL031 real-time clock (Arm DDI 0224): the host's seconds, plus what the guest has set.
//
// It runs from the start: firmware has enabled it, and nothing but a reset could stop it.

import { PL031, PL031_ID } from "../../formats/devices/pl031";
import type { InterruptLine, Peripheral } from "./device";
import { RegisterMap } from "./register-map";

export interface Pl031Options {
  readonly line: InterruptLine;
  /** Seconds since 1970; a fraction is dropped. */
  readonly now: () => number;
  /** nextAlarm may be another than before. */
  readonly rescheduled?: () => void;
}

export interface Pl031State {
  /** What RTCDR is ahead of the host's clock, modulo 2^32. */
  readonly ahead: number;
  readonly RTCMR: number;
  readonly RTCLR: number;
  readonly RTCIMSC: number;
  readonly RTCRIS: number;
  /** The alarm is still to come. */
  readonly isArmed: boolean;
}

const AT_RESET: Pl031State = {
  ahead: 0, RTCMR: 0, RTCLR: 0, RTCIMSC: 0, RTCRIS: 0, isArmed: false,
};

export class Pl031 implements Peripheral<Pl031State> {
  readonly #options: Pl031Options;
  #state = AT_RESET;
  #isHigh = false;
  /** When the alarm comes, by the host's clock. */
  #alarm = Infinity;

  constructor(options: Pl031Options) {
    this.#options = options;
  }

  static readonly #registers = RegisterMap.of<Pl031, typeof PL031>(PL031, {
    RTCDR:   { read: (clock) => clock.#seconds() },
    RTCMR:   { read: (clock) => clock.#state.RTCMR,   write: (clock, v) => { clock.#arm(v); } },
    RTCLR:   { read: (clock) => clock.#state.RTCLR,   write: (clock, v) => { clock.#load(v); } },
    RTCCR:   { read: () => 1,                         write: () => undefined },
    RTCIMSC: { read: (clock) => clock.#state.RTCIMSC, write: (clock, v) => { clock.#unmask(v); } },
    RTCRIS:  { read: (clock) => clock.#state.RTCRIS },
    RTCMIS:  { read: (clock) => clock.#state.RTCRIS & clock.#state.RTCIMSC },
    RTCICR:  { write: (clock, v) => { clock.#clear(v); } },
    RTCPeriphID: { read: (_, index) => PL031_ID[index]! },
    RTCPCellID:  { read: (_, index) => PL031_ID[4 + index]! },
  });

  read(offset: number, bytes: number): bigint {
    this.update();
    return Pl031.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    this.update();
    Pl031.#registers.write(this, offset, bytes, value);
    return true;
  }

  /** When, in the host's seconds, the board must call update() next; Infinity: never. */
  get nextAlarm(): number {
    return this.#alarm;
  }

  /** The host's clock may have come to the alarm. */
  update(): void {
    if (this.#hostSeconds() < this.#alarm) return;
    this.#alarm = Infinity;
    this.#change({ RTCRIS: 1, isArmed: false });
  }

  /** The counter has a battery, and goes on. */
  reset(): void {
    this.restore({ ...AT_RESET, ahead: this.#state.ahead });
  }

  save(): Pl031State {
    return this.#state;
  }

  restore(state: Pl031State): void {
    this.#change(state);
    this.#schedule();
  }

  #hostSeconds(): number {
    return Math.floor(this.#options.now());
  }

  #seconds(): number {
    return (this.#hostSeconds() + this.#state.ahead) >>> 0;
  }

  #arm(seconds: number): void {
    this.#change({ RTCMR: seconds, isArmed: true });
    this.#schedule();
  }

  #load(seconds: number): void {
    const ahead = (seconds - this.#hostSeconds()) >>> 0;
    this.#change({ RTCLR: seconds, ahead, isArmed: true });
    this.#schedule();
  }

  /** The counter wraps around, so every alarm is yet to come, in 2^32 seconds at the latest. */
  #schedule(): void {
    const { isArmed, RTCMR } = this.#state;
    this.#alarm = isArmed ? this.#hostSeconds() + ((RTCMR - this.#seconds()) >>> 0) : Infinity;
    this.update();
    this.#options.rescheduled?.();
  }

  #unmask(value: number): void {
    this.#change({ RTCIMSC: value & 1 });
  }

  #clear(value: number): void {
    if ((value & 1) !== 0) this.#change({ RTCRIS: 0 });
  }

  #change(fields: Partial<Pl031State>): void {
    this.#state = { ...this.#state, ...fields };
    const isHigh = (this.#state.RTCRIS & this.#state.RTCIMSC) !== 0;
    if (isHigh === this.#isHigh) return;
    this.#isHigh = isHigh;
    this.#options.line(isHigh);
  }
}
