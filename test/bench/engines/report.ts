// The bench's figures, and the lines that tell them beside what the course promises.

import type { DebianTimes, ShellTime } from "./debian";
import type { Engine, MachineName } from "./machines";
import type { ColdTimes, Times } from "./measure";
import type { Program } from "./programs";
import { type Column, geometricMean, heads, msText, ratioOf, ratioText, tableRow } from "./table";

export interface Figures {
  readonly engine: Engine;
  readonly programs: readonly { readonly name: string; readonly kind: string; readonly times: Times }[];
  readonly cold: readonly ColdTimes[];
  readonly debian?: DebianTimes;
}

/** Whom our engine is compared with, and what part of their time it may take. */
const RIVALS = [
  { rival: "qemu", title: "QEMU", target: "target 1.5, then 1.0" },
  { rival: "v86",  title: "v86",  target: "target 0.2" },
] as const;

/** A warm round's time of each machine, and the ratios of ours to the rivals'. */
export class Report {
  readonly #engine: Engine;
  readonly #machines: readonly MachineName[];
  readonly #columns: readonly Column[];

  constructor(engine: Engine, machines: readonly MachineName[]) {
    this.#engine = engine;
    this.#machines = machines;
    this.#columns = [
      { title: "a round of", width: 10, isText: true }, { title: "kind", width: 21, isText: true },
      ...machines.map((title) => ({ title, width: 11 })),
      ...this.#rivals.map(({ title }) => ({ title: `to ${title}'s`, width: 9 })),
    ];
  }

  get heads(): string {
    return heads(this.#columns);
  }

  row({ name, kind }: Program, times: Times): string {
    return tableRow(this.#columns, [
      name, kind,
      ...this.#machines.map((machine) => msText(times[machine])),
      ...this.#rivals.map(({ rival }) => ratioText(ratioOf(times[this.#engine], times[rival]))),
    ]);
  }

  get #rivals(): readonly (typeof RIVALS)[number][] {
    return RIVALS.filter(({ rival }) => this.#machines.includes(rival));
  }
}

/** None of a rival that has not run. */
export function meanLines(engine: Engine, programs: readonly Times[]): string[] {
  return RIVALS.flatMap(({ rival, title, target }) => {
    const mean = geometricMean(programs.map((times) => ratioOf(times[engine], times[rival])));
    return mean === undefined ? [] : [`geometric mean: ${engine} takes ${ratioText(mean)} times ${title}'s time  ${target}`];
  });
}

const COLD_COLUMNS: readonly Column[] = [
  { title: "cold code, on", width: 13, isText: true }, { title: "rounds", width: 6 },
  { title: "first pass", width: 11 }, { title: "warm pass", width: 11 }, { title: "first to warm", width: 13 },
];

/** How much longer the first pass takes, which goes round each loop so often, than the same again. */
export function coldLines(cold: readonly ColdTimes[]): string[] {
  if (cold.length === 0) return [];
  return [heads(COLD_COLUMNS), ...cold.map(({ machine, rounds, first, warm }) => {
    const row = [machine, rounds.toLocaleString("en"), msText(first), msText(warm), ratioText(first / warm)];
    return `${tableRow(COLD_COLUMNS, row)}${machine === "jit" ? "  target 3" : ""}`;
  })];
}

export function debianLine(engine: Engine, times: DebianTimes): string {
  const told = ({ seconds, cpuSeconds }: ShellTime): string => `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of work)`;
  return `Debian's Linux to its shell: ${engine} ${told(times.ours)}, QEMU ${told(times.qemu)}  target 10 s, then 4 s`;
}
