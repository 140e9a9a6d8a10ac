// The board: CPUs, RAM and devices, put together where QEMU's `virt` has them. It gives the CPUs
// their turns, has the timers' lines follow the clock, plays the firmware, and can be saved.
//
// 1. What happens inside depends on nothing but what is inside, except for the host's clock if it
//    is asked for. What the outside does, type() and the cards' receive(), is done between two
//    calls of run(), and a debugger records it (History.record).
// 2. run(10) five times is run(50): a turn, a timer's due time and a sleep end where they end,
//    however run() is called. Who sleeps is looked at where a turn ends.

import { bug } from "../../base/bug";
import type { PhysAddr, VirtAddr } from "../../base/word";
import { CodeCache } from "../cpu/code-cache";
import type { Cpu, Stop } from "../cpu/cpu";
import type { MachineEngine } from "../cpu/engine";
import { createMemory, PAGE } from "../cpu/layout";
import { PhysicalMemory } from "../cpu/physical-memory";
import { registersOf } from "../cpu/stepping/events";
import type { Machine, Stateful } from "../cpu/stepping/machine";
import { type Decoder, standardDecoder } from "../decoder/decoder";
import { DeviceBus } from "../devices/bus";
import type { VirtioConsole } from "../devices/virtio/console";
import type { VirtioNet } from "../devices/virtio/net";
import { createProcessor, type Processor, type ProcessorParts } from "../exceptions/processor";
import { InnerShareable } from "../mmu/inner-shareable";
import { TIMER_HZ } from "../sysregs/clock";
import { NEVER } from "../sysregs/registers/timer";
import { BoardClock, LAST_COUNT, nanosecondsOf } from "./clock";
import type { BoardDescription } from "./description";
import { type BoardDevices, createDevices, type DeviceParts } from "./devices";
import { RAM_BASE } from "./memory-map";
import type { Outside } from "./outside";
import type { BoardRules } from "./parts";
import type { PsciEffect } from "./psci";
import { SeededRandom } from "./seeded-random";
import { SerialInput } from "./serial-input";
import { STANDARD_BOARD_RULES } from "./standard-parts";
import { least, Timers } from "./timers";
import { type CpuActivity, Turns } from "./turns";

/** What can be put in the place of ours. */
export interface BoardParts extends Partial<Readonly<BoardRules>> {
  readonly processor?: ProcessorParts;
  readonly devices?: DeviceParts;
}

export interface BoardOptions {
  readonly description: Pick<BoardDescription, "ramBytes" | "cpus" | "gic">;
  readonly outside: Outside;
  /** What the first bank of flash holds. */
  readonly firmware?: Uint8Array;
  readonly parts?: BoardParts;
  readonly decoder?: Decoder;
  /** What executes, in the interpreter's place. It knows no CPU's parts but ours. */
  readonly engine?: MachineEngine;
}

/** What is in RAM when the first CPU begins, behind each reset. */
export interface Boot {
  readonly segments: readonly { readonly address: PhysAddr; readonly bytes: Uint8Array }[];
  readonly entry: VirtAddr;
  /** X0: where the device tree is. */
  readonly x0: bigint;
}

/** The date of a machine that is told none: 2024-01-01, in seconds since 1970. */
const NEW_YEAR = 1_704_067_200;
/** Of a machine whose entropy must be the same each time. */
const SEED = 2024;

/** All that a machine is, to be kept in a file (snapshot-file.ts). */
export interface BoardState {
  readonly description: BoardOptions["description"];
  /** Of the CPUs, as they lie in the machine's memory. */
  readonly registers: BigUint64Array;
  /** Live, since there is much of it: to be written away before the machine runs again. */
  readonly ram: Uint8Array;
  readonly parts: readonly unknown[];
  /** For the next reset. */
  readonly boot: Boot | undefined;
}

/** Ticks for which the power button is held: as long as QEMU holds it. */
const PRESSED = BigInt(TIMER_HZ / 10);

/** Instructions from one look at the host's clock to the next. */
const BETWEEN_LOOKS = 50_000;

type Power = "on" | "off" | "reset";

export class Board implements Machine {
  readonly physical: PhysicalMemory;
  readonly bus = new DeviceBus();
  readonly processors: readonly Processor[];
  readonly cpus: readonly Cpu[];
  readonly devices: BoardDevices;
  readonly clock: BoardClock;
  readonly parts: readonly Stateful[];
  readonly #description: BoardOptions["description"];
  readonly #turns: Turns;
  readonly #timers: Timers;
  readonly #psci: BoardRules["psci"];
  readonly #input: SerialInput;
  #boot: Boot | undefined;
  #power: Power = "on";
  /** The count at which the power button is let go. */
  #released = NEVER;

  constructor(options: BoardOptions) {
    const { description, outside, firmware, parts = {}, decoder = standardDecoder() } = options;
    const engine = parts.processor?.cpu === undefined ? options.engine : undefined;
    const { ramBytes, cpus, gic } = description;
    this.#description = { ramBytes, cpus, gic };
    const { timeAt, timerDue, nextTurn, psci } = { ...STANDARD_BOARD_RULES, ...parts };
    this.#turns = new Turns(cpus, nextTurn);
    this.#psci = psci;
    const memory = createMemory(ramBytes, engine?.bytesFor(cpus));
    this.physical = new PhysicalMemory(memory, RAM_BASE, ramBytes, this.bus);
    const random = new SeededRandom(SEED);
    const clocked: Cpu[] = [];
    this.clock = new BoardClock(clocked, outside.date?.() ?? NEW_YEAR, outside.clock, timeAt);
    this.devices = createDevices({
      physical: this.physical, outside, gic, cpus, date: () => this.clock.date,
      current: () => this.#turns.current,
      random: outside.random ?? ((bytes) => { random.fill(bytes); }),
      uartHasRoom: () => { this.#input.feed(); },
      alarmChanged: () => { this.current.yield(); },
      ...(firmware && { firmware }),
      ...(parts.devices && { parts: parts.devices }),
    });
    this.bus.connect(this.devices.mappings);
    const { uart, gic: controller } = this.devices;
    this.#input = new SerialInput(uart);

    const code = new CodeCache(this.physical);
    const installed = engine?.install({ physical: this.physical, code, cpus });
    const innerShareable = new InnerShareable();
    this.processors = Array.from({ length: cpus }, (_, index) => {
      const pins = controller.pins(index);
      const registers = controller.interruptInterface(index);
      const processor = createProcessor({
        physical: this.physical, index, code, decoder, innerShareable, clock: this.clock,
        lines: () => pins,
        conduit: () => this.#answer(index),
        sendEvent: () => { this.#sendEvent(); },
        ...(registers && { interruptInterface: registers }),
        ...(installed && { engine: installed(index) }),
        ...(parts.processor && { parts: parts.processor }),
      });
      clocked.push(processor.cpu);
      return processor;
    });
    this.cpus = clocked;
    this.#timers = new Timers(this.clock, this.processors.map((processor, cpu) => ({
      processor, line: (intid) => controller.privateLine(cpu, intid),
    })), timerDue);
    this.processors.forEach(({ system, cpu }, index) => {
      system.onWrite((dependant) => {
        if (dependant !== "timer") return;
        this.#timers.updateLines(index);
        cpu.yield(); // It may be due before the end of this turn.
      });
    });
    this.parts = [
      this.clock, // Before the devices: restored, they ask what time it is.
      ...this.processors.map(({ mmu }) => mmu), ...this.devices.peripherals,
      this.#turns, this.#timers, this.#input, random, this.#powerPart(),
    ];
  }

  get current(): Cpu {
    return this.cpus[this.#turns.current]!;
  }

  /** Instructions completed, by all CPUs together. */
  get time(): number {
    return this.cpus.reduce((time, cpu) => time + cpu.time, 0);
  }

  /** It has been switched off. */
  get isOff(): boolean {
    return this.#power === "off";
  }

  /** What each CPU does. */
  get activities(): readonly CpuActivity[] {
    return this.#turns.save().activities;
  }

  /** With the host's clock, while every CPU sleeps: nanoseconds until a timer wakes one. */
  get wakesIn(): number | undefined {
    const due = this.#due(true);
    return due === NEVER ? undefined : Math.max(0, nanosecondsOf(due - this.clock.count));
  }

  /** Puts `boot` into RAM and the first CPU at its entry; a reset does it again. */
  start(boot: Boot): void {
    this.#boot = boot;
    this.#begin();
  }

  get nics(): readonly VirtioNet[] {
    return this.devices.cards.networks;
  }

  /** The virtio console, if it has one. */
  get console(): VirtioConsole | undefined {
    return this.devices.cards.console;
  }

  /** A finger on the power button, for a tenth of a second. */
  pressPowerButton(): void {
    this.devices.gpio.press();
    this.#released = this.clock.count + PRESSED;
  }

  /** The terminal sends bytes to the PL011. */
  type(bytes: Uint8Array): void {
    this.#input.type(bytes);
  }

  /** Runs up to `limit` instructions, of all CPUs together. */
  run(limit: number): Stop {
    const end = this.time + limit;
    for (let { time } = this; time < end; { time } = this) {
      if (this.#power === "reset") this.#reset();
      if (this.isOff) return { kind: "waiting", hint: "WFI" };
      this.#keepTime();
      if (!this.#turns.isUnderWay) this.#wake();
      if (!this.#turns.next()) {
        if (this.#sleep()) continue;
        return { kind: "waiting", hint: "WFI" };
      }
      const stop = this.#turn(end - time);
      if (stop.kind === "halted" || stop.kind === "exception") return stop;
    }
    return { kind: "limit" };
  }

  restored(): void {
    for (const cpu of this.cpus) cpu.restored();
  }

  save(): BoardState {
    return {
      description: this.#description, boot: this.#boot,
      registers: registersOf(this).slice(), ram: this.physical.bytes,
      parts: this.parts.map((part) => part.save()),
    };
  }

  /** Goes on from what a board of the same description, firmware and cards was. */
  restore({ description, registers, ram, parts, boot }: BoardState): void {
    const { ramBytes, cpus, gic } = this.#description;
    const isSame = description.ramBytes === ramBytes && description.cpus === cpus
      && description.gic === gic && parts.length === this.parts.length;
    if (!isSame) bug("the state is another board's");
    this.#boot = boot;
    this.#restoreRam(ram);
    registersOf(this).set(registers);
    this.parts.forEach((part, i) => { part.restore(parts[i]); });
    this.restored();
  }

  /** Only what differs: pages that nobody has touched take no memory of the host's. */
  #restoreRam(ram: Uint8Array): void {
    const [now, then] = [wordsIn(this.physical.bytes), wordsIn(ram)];
    const words = PAGE / 4;
    for (let first = 0; first < then.length; first += words) {
      let at = first;
      while (at < first + words && now[at] === then[at]) at++;
      if (at === first + words) continue;
      this.physical.write(RAM_BASE + 4 * first, ram.subarray(4 * first, 4 * first + PAGE));
    }
  }

  /** Has the current CPU execute until its turn ends, or time does something. */
  #turn(limit: number): Stop {
    const turns = this.#turns;
    const index = turns.current;
    const cpu = this.cpus[index]!;
    const before = cpu.time;
    const stop = cpu.run(Math.min(limit, turns.left, this.#untilDue()));
    turns.spend(cpu.time - before);
    if (stop.kind === "waiting" && turns.activity(index) === "runs") this.#wait(index, stop.hint);
    return stop;
  }

  /** Has everything that follows the clock be as it says now. */
  #keepTime(): void {
    this.#timers.update();
    const { rtc, gpio } = this.devices;
    rtc.update();
    if (this.clock.count < this.#released) return;
    this.#released = NEVER;
    gpio.release();
  }

  /** The count at which that may next change; NEVER if nothing is set. */
  #due(allSleep: boolean): bigint {
    const alarm = this.clock.countAt(this.devices.rtc.nextAlarm);
    return least(this.#timers.due(allSleep), alarm, this.#released);
  }

  /** Instructions until then. */
  #untilDue(): number {
    if (!this.clock.isVirtual) return BETWEEN_LOOKS;
    return Math.max(1, Number(this.clock.cyclesUntil(this.#due(false))));
  }

  #wait(index: number, hint: "WFI" | "WFE"): void {
    this.#turns.set(index, hint);
    this.#timers.listen(index, hint === "WFE");
  }

  /** Whoever waits and has something to do runs again. */
  #wake(): void {
    this.processors.forEach(({ exceptions }, index) => {
      const activity = this.#turns.activity(index);
      if (activity === "runs" || activity === "off") return;
      if (exceptions.wouldWait(activity)) return;
      this.#turns.set(index, "runs");
      this.#timers.listen(index, false);
    });
  }

  /** Nobody runs: virtual time goes on to where a timer fires. False: none will. */
  #sleep(): boolean {
    const due = this.#due(true);
    if (due > LAST_COUNT || !this.clock.isVirtual) return false;
    const cycles = this.clock.cyclesUntil(due);
    this.clock.sleep(cycles > 0n ? cycles : 1n);
    return true;
  }

  /** HVC, from a CPU: the firmware answers. */
  #answer(index: number): boolean {
    const { x } = this.cpus[index]!.state;
    const isOn = this.cpus.map((_, cpu) => this.#turns.activity(cpu) !== "off");
    const { result, effect } = this.#psci([x[0]!, x[1]!, x[2]!, x[3]!], isOn);
    x[0] = result;
    if (effect !== undefined) this.#do(effect, index);
    return true;
  }

  #do(effect: PsciEffect, caller: number): void {
    this.cpus[caller]!.yield();
    switch (effect.kind) {
      case "CPU on": return this.#switchOn(effect.cpu, effect.entry, effect.context);
      case "CPU off": return this.#turns.set(caller, "off");
      case "suspend": return this.#wait(caller, "WFI");
      case "system off": this.#power = "off"; return;
      case "system reset": this.#power = "reset"; return;
    }
  }

  #switchOn(index: number, entry: VirtAddr, context: bigint): void {
    const { cpu, reset } = this.processors[index]!;
    reset();
    cpu.pc = entry;
    cpu.state.x[0] = context;
    this.#turns.set(index, "runs");
  }

  /** SEV: every CPU's event register is set. */
  #sendEvent(): void {
    for (const { exceptions } of this.processors) exceptions.signalEvent();
  }

  #reset(): void {
    this.#power = "on";
    for (const device of this.devices.peripherals) device.reset();
    for (const { reset } of this.processors) reset();
    this.#turns.reset();
    this.#timers.reset();
    this.#input.feed();
    this.#begin();
  }

  #begin(): void {
    const { segments, entry, x0 } = this.#boot ?? bug("nothing has been loaded");
    for (const { address, bytes } of segments) this.physical.write(address, bytes);
    this.cpus[0]!.pc = entry;
    this.cpus[0]!.state.x[0] = x0;
  }

  #powerPart(): Stateful<readonly [power: Power, released: bigint]> {
    return {
      save: () => [this.#power, this.#released],
      restore: (state) => { [this.#power, this.#released] = state; },
    };
  }
}

/** Of whole pages, which begin at a multiple of 4. */
const wordsIn = ({ buffer, byteOffset, length }: Uint8Array): Int32Array =>
  new Int32Array(buffer, byteOffset, length / 4);
