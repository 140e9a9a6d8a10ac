// A machine for timers and events under Node: a comparator, one device's line, and a CPU that takes interrupts where it is
// not masked. Time goes on only while the CPU sleeps, or when a test says so.

import { SimulatedMetal } from "../../../src/host/metal/simulated-metal";
import type { InterruptController } from "../../../src/unikernel/drivers/interrupt-controller";
import { startInterrupts, takeInterrupt } from "../../../src/unikernel/events/interrupts";
import { startTimers } from "../../../src/unikernel/events/timers";
import { hostMetal } from "../../../src/unikernel/metal/hosted";
import { useConsole } from "../../../src/unikernel/runtime/console";

export const TIMER = 27;
export const DEVICE = 40;
export const TICKS_A_MS = 1000n;
const MASKED = 0x80n;
const UART = 0x0900_0000n;

export class TimerMachine extends SimulatedMetal implements InterruptController {
  now = 0n;
  /** The device's line. */
  line = false;
  readonly completed: number[] = [];
  readonly #enabled = new Set<number>();
  readonly #registers = new Map<string, bigint>([["DAIF", 0x3c0n], ["CNTV_CTL_EL0", 0n], ["CNTFRQ_EL0", 1000n * TICKS_A_MS]]);

  constructor() {
    super(0x4000_0000n, 0x1000, 0x1000);
  }

  /** Kernel code runs on a new one, with interrupts and timers started. */
  static host(): TimerMachine {
    const machine = new TimerMachine();
    hostMetal(machine);
    useConsole(UART);
    startInterrupts(machine);
    startTimers(TIMER, "level");
    return machine;
  }

  get ms(): number {
    return Number(this.now / TICKS_A_MS);
  }

  /** When the comparator interrupts; undefined if it is off. */
  get alarm(): bigint | undefined {
    return this.#registers.get("CNTV_CTL_EL0") === 1n ? this.#registers.get("CNTV_CVAL_EL0")! : undefined;
  }

  set frequency(hz: bigint) {
    this.#registers.set("CNTFRQ_EL0", hz);
  }

  start(): void { this.#enabled.clear(); }
  configure(): void { /* Both lines are level-sensitive. */ }
  enable(id: number): void { this.#enabled.add(id); }
  disable(id: number): void { this.#enabled.delete(id); }
  acknowledge(): number { return this.#asking() ?? 1023; }
  complete(id: number): void { this.completed.push(id); }

  override readSystemRegister(name: string): bigint {
    return name === "CNTVCT_EL0" ? this.now : this.#registers.get(name)!;
  }

  override writeSystemRegister(name: string, value: bigint): void {
    this.#registers.set(name, value);
    while ((this.#registers.get("DAIF")! & MASKED) === 0n && this.#asking() !== undefined) takeInterrupt();
  }

  /** WFI: until the comparator is reached, unless something is pending already. */
  override instruction(text: string): void {
    if (text !== "wfi" || this.#asking() !== undefined) return;
    if (this.alarm === undefined) throw new Error("it sleeps for ever");
    this.now = this.alarm;
  }

  #asking(): number | undefined {
    if (this.alarm !== undefined && this.now >= this.alarm && this.#enabled.has(TIMER)) return TIMER;
    return this.line && this.#enabled.has(DEVICE) ? DEVICE : undefined;
  }
}
