// --stats: what a machine has done, counted.

import type { Board } from "../../machine/board/board";
import { stateHash } from "../../machine/cpu/stepping/state-hash";
import { TIMER_HZ } from "../../machine/sysregs/clock";
import type { Card } from "./computer";
import type { PartsObserver } from "./observed-parts";

/** Of the process that it runs in. */
export interface HostFigures {
  readonly seconds: number;
  /** How long of them the machine had nothing to do. */
  readonly asleepSeconds: number;
  /** The largest part of the host's memory that the process had at once. */
  readonly peakBytes: number;
}

const MIB = 2 ** 20;

export class Statistics {
  /** Goes into the machine's parts. */
  readonly observer: PartsObserver = {
    exception: ({ cause: { kind } }) => { this.#exceptions.set(kind, (this.#exceptions.get(kind) ?? 0) + 1); },
    psci: () => { this.#psciCalls++; },
    walk: () => { this.#walks++; },
  };
  readonly #exceptions = new Map<string, number>();
  readonly #accesses = new Map<string, number>();
  #psciCalls = 0;
  #walks = 0;
  #start = 0;

  attach(board: Board): void {
    const { bus } = board;
    this.#start = board.time;
    bus.listener = ({ mapping: { name } }) => { this.#accesses.set(name, (this.#accesses.get(name) ?? 0) + 1); };
  }

  lines(board: Board, cards: readonly Card[], host: HostFigures): readonly string[] {
    const { seconds, asleepSeconds, peakBytes } = host;
    const instructions = board.time - this.#start;
    const busy = Math.max(seconds - asleepSeconds, 1e-3);
    const rows: (readonly [name: string, value: string])[] = [
      ["instructions", grouped(instructions)],
      ...(board.cpus.length > 1 ? board.cpus.map((cpu, i) => [`  cpu${i}`, grouped(cpu.time)] as const) : []),
      ["seconds", `${seconds.toFixed(2)}, ${asleepSeconds.toFixed(2)} of them asleep`],
      ["instructions a second", grouped(Math.round(instructions / busy))],
      ["machine's time", `${(Number(board.clock.count) / TIMER_HZ).toFixed(3)} s${board.clock.isVirtual ? ", virtual" : ""}`],
      ["exceptions", grouped(sum(this.#exceptions))],
      ...rowsOf(this.#exceptions),
      ["translation-table walks", grouped(this.#walks)],
      ["PSCI calls", grouped(this.#psciCalls)],
      ["device accesses", grouped(sum(this.#accesses))],
      ...rowsOf(this.#accesses),
      ...cards.map(({ queue }, i) => [`network card ${i}`, this.#cardText(board, i, queue)] as const),
      ["peak memory", `${Math.ceil(peakBytes / MIB)} MiB, for ${board.physical.size / MIB} MiB of RAM`],
      ["state", stateHash(board)],
    ];
    return rows.map(figureLine);
  }

  #cardText(board: Board, card: number, { losses }: Card["queue"]): string {
    const { sent, received, dropped } = board.nics[card]!.counts;
    return `${grouped(sent)} frames sent, ${grouped(received)} received, ${grouped(dropped + losses.dropped + losses.malformed)} lost`;
  }
}

/** A line of figures. */
export const figureLine = ([name, value]: readonly [name: string, value: string]): string => `${name.padEnd(26)} ${value}`;

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** The most frequent first. */
const rowsOf = (counts: ReadonlyMap<string, number>): (readonly [string, string])[] =>
  [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => [`  ${name}`, grouped(count)]);

/** 1234567 as 1,234,567 */
export const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
