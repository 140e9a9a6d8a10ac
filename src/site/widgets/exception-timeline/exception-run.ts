/**
 * A program on a whole processor, with what each moment of its run did: an instruction, an exception taken, a
 * return. The run is there as a whole; what the device does at some moment makes another one from there.
 */
import { bug } from "../../../base/bug";
import type { VirtAddr } from "../../../base/word";
import type { Cause } from "../../../machine/cpu/exception";
import { createMemory, NZCV, SP, SP_BANK } from "../../../machine/cpu/layout";
import { type Bus, PhysicalMemory } from "../../../machine/cpu/physical-memory";
import { History } from "../../../machine/cpu/stepping/history";
import { machineOf, type Stateful } from "../../../machine/cpu/stepping/machine";
import { NO_INTERRUPTS } from "../../../machine/exceptions/interrupts";
import type { ExceptionParts } from "../../../machine/exceptions/parts";
import { createProcessor, type Processor } from "../../../machine/exceptions/processor";
import { STANDARD_EXCEPTION_PARTS } from "../../../machine/exceptions/standard-parts";
import { type Level, levelOf, type Pstate, stackPointerOf } from "../../../machine/sysregs/pstate";
import { assembleProgram, isFault, type Program, ramBase, ramBytes } from "../machine/program";
import type { TimedProgram } from "./programs";

/** The processor at a moment. */
export interface State {
  readonly pc: VirtAddr;
  readonly level: Level;
  /** Whose stack pointer is SP, and both of them. */
  readonly stack: Level;
  readonly SP_EL0: bigint;
  readonly SP_EL1: bigint;
  /** In SPSR_EL1's format, without flags. */
  readonly pstate: Pstate;
  /** N in bit 3. */
  readonly nzcv: number;
  readonly ELR_EL1: bigint;
  readonly SPSR_EL1: bigint;
  readonly ESR_EL1: bigint;
  readonly FAR_EL1: bigint;
  readonly x: readonly bigint[];
  /** The device's line. */
  readonly IRQ: boolean;
  /** Exceptions that have not been returned from. The processor does not count them; we do. */
  readonly depth: number;
}

/** What happened between a moment and the next. */
export type Step =
  | { readonly kind: "instruction" | "return" }
  /** `isDone`: the instruction was completed first, as SVC is. */
  | { readonly kind: "exception"; readonly cause: Cause; readonly isDone: boolean };

export type End = "asleep" | "goes on";

const mostSteps = 100;
const DEVICE = 0x0900_0000;

export class ExceptionRun {
  readonly program: Program;
  readonly #processor: Processor;
  readonly #history: History;
  readonly #device = new Device();
  #heard: Step | undefined;
  #states: State[];
  #steps: Step[] = [];
  #end: End = "goes on";

  constructor({ name, source, asks = [] }: TimedProgram) {
    const program = assembled(name, source);
    this.program = program;
    const physical = new PhysicalMemory(createMemory(ramBytes), ramBase, ramBytes, this.#device);
    physical.write(ramBase, program.bytes);
    this.#processor = createProcessor({ physical, lines: () => ({ ...NO_INTERRUPTS, IRQ: this.#device.asks }), parts: { exceptions: this.#listening() } });
    this.#processor.cpu.pc = BigInt(ramBase);
    this.#history = new History(machineOf(this.#processor.cpu, [this.#processor.mmu, this.#device]));
    this.#states = [this.#state(0)];
    this.#runOn();
    for (const time of asks) this.setLine(time, true);
  }

  /** Element t: behind t steps. */
  get states(): readonly State[] {
    return this.#states;
  }

  /** Element t leads from state t to the next. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Why there is no more. */
  get end(): End {
    return this.#end;
  }

  /** The device asserts or deasserts its line behind `time` steps; what it did later is forgotten. */
  setLine(time: number, asks: boolean): void {
    this.#history.goTo(time);
    this.#history.record(() => { this.#device.asks = asks; }, () => "change");
    this.#states = [...this.#states.slice(0, time), this.#state(this.#states[time]!.depth)];
    this.#steps = this.#steps.slice(0, time);
    this.#runOn();
  }

  #runOn(): void {
    this.#end = "goes on";
    while (this.#steps.length < mostSteps && this.#end === "goes on") {
      this.#heard = undefined;
      const { retired } = this.#processor.cpu;
      const stop = this.#history.advance(1);
      const step = this.#stepHeard(this.#processor.cpu.retired > retired);
      const { depth } = this.#states.at(-1)!;
      this.#steps.push(step);
      this.#states.push(this.#state(step.kind === "exception" ? depth + 1 : step.kind === "return" ? Math.max(0, depth - 1) : depth));
      if (stop.kind === "waiting") this.#end = "asleep";
    }
  }

  #stepHeard(isDone: boolean): Step {
    const heard = this.#heard ?? { kind: "instruction" };
    return heard.kind === "exception" ? { ...heard, isDone } : heard;
  }

  /** Our parts, which say what they are asked. */
  #listening(): ExceptionParts {
    const { syndromeOf, exceptionReturn } = STANDARD_EXCEPTION_PARTS;
    return {
      ...STANDARD_EXCEPTION_PARTS,
      syndromeOf: (cause, level) => {
        this.#heard = { kind: "exception", cause, isDone: false };
        return syndromeOf(cause, level);
      },
      exceptionReturn: (spsr, pstate, ss) => {
        this.#heard = { kind: "return" };
        return exceptionReturn(spsr, pstate, ss);
      },
    };
  }

  #state(depth: number): State {
    const { cpu, system } = this.#processor;
    const { x, levels, scalars } = cpu.state;
    const { pstate } = system;
    const stack = stackPointerOf(pstate);
    const stackOf = (level: Level): bigint => (stack === level ? x[SP]! : levels[SP_BANK + level]!);
    return {
      pc: cpu.pc, level: levelOf(pstate), stack, SP_EL0: stackOf(0), SP_EL1: stackOf(1), pstate, nzcv: Number(scalars[NZCV]),
      ELR_EL1: system.stored("ELR_EL1"), SPSR_EL1: system.stored("SPSR_EL1"), ESR_EL1: system.stored("ESR_EL1"), FAR_EL1: system.stored("FAR_EL1"),
      x: [...x.slice(0, SP)], IRQ: this.#device.asks, depth,
    };
  }
}

function assembled(name: string, source: string): Program {
  const program = assembleProgram(source);
  return isFault(program) ? bug(`${name}, line ${program.line}: ${program.what}`) : program;
}

/** It asks for the processor until somebody stores to its only register. */
class Device implements Bus, Stateful<boolean> {
  asks = false;

  read(address: number): bigint | undefined {
    return address === DEVICE ? 0n : undefined;
  }

  write(address: number): boolean {
    if (address !== DEVICE) return false;
    this.asks = false;
    return true;
  }

  save(): boolean {
    return this.asks;
  }

  restore(asks: boolean): void {
    this.asks = asks;
  }
}
