// Words of a row, executed twice from the same state: as Run does it, and as LazyExecutor does. Everything the guest
// could see is compared: registers, memory, how it ended, and which accesses were made in which order.

import { hex, hex32 } from "../../../src/base/word";
import { Cpu, type Stop } from "../../../src/machine/cpu/cpu";
import { causeText, GuestException } from "../../../src/machine/cpu/exception";
import { createMemory, FPCR, FPSR, NZCV, PAGE } from "../../../src/machine/cpu/layout";
import { meaningOf } from "../../../src/machine/cpu/meanings";
import type { Operations } from "../../../src/machine/cpu/operations";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import type { Purpose, Translation } from "../../../src/machine/cpu/translation";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { operandsOf, type Row } from "../../../src/machine/decoder/row";
import { accessOf } from "../../oracle/cpu/addressing";
import { WINDOW, WINDOW_SIZE } from "../../oracle/cpu/place";
import * as record from "../../oracle/cpu/state";
import { anyState, stateFor } from "../../oracle/cpu/states";
import { oneIn } from "../../oracle/cpu/values";
import { seedOf, window } from "../../oracle/cpu/vectors";
import { drawWordsOf, Random } from "../../oracle/words";
import { LazyExecutor } from "./lazy-executor";

/** Behind the window's two pages in RAM; virtually where nothing else is. */
const CODE = 0x2000_0000;
const RAM = WINDOW_SIZE + PAGE;

const PLACES: Translation = {
  translate(address: bigint, purpose: Purpose) {
    const page = Number(address & ~0xfffn);
    if (page >= WINDOW && page < WINDOW + WINDOW_SIZE) return { page: page - WINDOW, device: false };
    if (page === CODE) return { page: WINDOW_SIZE, device: false };
    const fault = { kind: "translation", level: 3 } as const;
    throw new GuestException(purpose === "fetch"
      ? { kind: "instruction abort", address, fault }
      : { kind: "data abort", address, write: purpose === "write", fault });
  },
};

/** A machine of one page of code; `adapt` may have its instructions executed otherwise. */
class Side {
  readonly #physical = new PhysicalMemory(createMemory(RAM), 0, RAM);
  readonly cpu = new Cpu({ physical: this.#physical, translation: PLACES });
  readonly accesses: string[] = [];
  /** All that there is: registers, and RAM behind them. */
  readonly bytes = new Uint8Array(this.#physical.memory.buffer);

  constructor() {
    const pages = new Set(Array.from({ length: WINDOW_SIZE / PAGE }, (_, i) => BigInt(WINDOW / PAGE + i)));
    this.cpu.memory.watch(pages, (address, bytes, write) => {
      this.accesses.push(`${write ? "store" : "load"} ${bytes} at ${hex(address)}`);
    });
  }

  run(trial: Trial): Stop {
    const { scalars, x, v, monitor } = this.cpu.state;
    const { dwords } = trial.state;
    this.#physical.write(0, WINDOW_BYTES);
    this.#physical.write(WINDOW_SIZE, new Uint8Array(Uint32Array.of(trial.word).buffer));
    this.accesses.length = 0;
    scalars.fill(0n);
    x.set(dwords.subarray(0, record.SP + 1));
    v.set(dwords.subarray(record.V, record.DWORDS));
    scalars[NZCV] = trial.state.get(record.NZCV) >> 28n;
    scalars[FPCR] = trial.state.get(record.FPCR);
    scalars[FPSR] = trial.state.get(record.FPSR);
    monitor.set(trial.watched);
    this.cpu.memory.checksAlignment = trial.isStrict;
    this.cpu.executor.checksSpAlignment = trial.isStrict;
    this.cpu.pc = BigInt(CODE);
    return this.cpu.run(1);
  }
}

interface Trial {
  readonly word: number;
  readonly state: record.State;
  /** The exclusive monitor: where in RAM, how many bytes. */
  readonly watched: readonly [bigint, bigint];
  /** Whether accesses, and SP, must be aligned. */
  readonly isStrict: boolean;
}

const WINDOW_BYTES = window();

export interface Finding {
  readonly row: string;
  readonly what: string;
}

/** Executes `count` words of each row, and says what was not as it should be, once for each row and kind. */
export function compareExecutors(rows: readonly Row[], count: number, seed: number): { trials: number; findings: Finding[] } {
  const run = new Side();
  const lazy = new Side();
  let complaints: string[] = [];
  lazy.cpu.code.instrument((instruction) => {
    const meaning = meaningOf(standardDecoder(), instruction.word);
    if (meaning === undefined) return instruction;
    const execute = (m: Operations<bigint>): void => {
      const executor = new LazyExecutor(m);
      complaints = executor.complaints;
      meaning.execute(executor, meaning.operands);
      complaints.push(...executor.usedTwice.map((text) => `used twice: ${text}`));
    };
    return { ...instruction, execute };
  });
  const findings = new Map<string, Finding>();
  let trials = 0;
  for (const row of rows) {
    for (const trial of trialsOf(row, count, new Random(seedOf(row.name) + seed))) {
      trials++;
      complaints = [];
      const [stopped, stoppedLate] = [run.run(trial), lazy.run(trial)].map(textOf);
      const differences = [...complaints];
      if (stopped !== stoppedLate) differences.push(`ends: ${stopped}, late: ${stoppedLate}`);
      if (run.accesses.join() !== lazy.accesses.join()) {
        differences.push(`accesses: ${run.accesses.join()}; late: ${lazy.accesses.join()}`);
      }
      const at = firstDifference(run.bytes, lazy.bytes);
      if (at !== undefined) differences.push(`byte ${hex(at)} of the machine differs`);
      for (const what of differences) {
        const kind = `${row.name}: ${what.replace(/0x[0-9a-f]+|\d+/g, "#")}`;
        const text = standardDecoder().disassemble(trial.word).replace("\t", " ");
        if (!findings.has(kind)) findings.set(kind, { row: row.name, what: `${hex32(trial.word)} ${text}: ${what}` });
      }
    }
  }
  return { trials, findings: [...findings.values()] };
}

/** CONSTRAINED UNPREDICTABLE words too: whatever is chosen, all executors choose it. */
function* trialsOf(row: Row, count: number, random: Random): Iterable<Trial> {
  const decoder = standardDecoder();
  const background = anyState(random);
  const data = new DataView(WINDOW_BYTES.buffer);
  for (const word of drawWordsOf([row], count, random)) {
    const decoded = decoder.decode(word);
    if (decoded.kind !== "instruction" || decoded.row !== row) continue;
    const state = stateFor(row, word, background, data, random);
    yield { word, state, watched: watchedBy(row, word, state, random), isStrict: oneIn(random, 4) };
  }
}

/** Mostly what a store exclusive stores to. */
function watchedBy(row: Row, word: number, state: record.State, random: Random): readonly [bigint, bigint] {
  const { Rn } = operandsOf(row, word);
  if (!/exclusive/.test(row.class) || Rn === undefined || oneIn(random, 4)) return [0n, 0n];
  return [BigInt.asUintN(64, state.get(Rn) - BigInt(WINDOW)), BigInt(accessOf(row, word).alignment)];
}

const textOf = (stop: Stop): string => (stop.kind === "exception" ? causeText(stop.cause) : stop.kind);

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  if (Buffer.compare(a, b) === 0) return undefined;
  return a.findIndex((byte, i) => byte !== b[i]);
}
