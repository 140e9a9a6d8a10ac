// A small machine on which recordings are played: a CPU, and one page of RAM. It is ours, and no code of the student's
// runs here.

import { bug } from "../../../../base/bug";
import { Cpu } from "../../../../machine/cpu/cpu";
import { causeText, GuestException } from "../../../../machine/cpu/exception";
import { Explain } from "../../../../machine/cpu/explain";
import type { Formula } from "../../../../machine/cpu/formula";
import { createMemory, NZCV, PAGE, SP } from "../../../../machine/cpu/layout";
import { PhysicalMemory } from "../../../../machine/cpu/physical-memory";
import { shift } from "../../../../machine/cpu/shift";
import { STANDARD_PARTS } from "../../../../machine/cpu/standard-parts";
import { address as hex } from "../notation";
import { Late } from "./late";
import { askedIn, play, Unplayable } from "./play";

/** "x3", "sp", "nzcv" (N in bit 3), "mem[0x8010]" (a doubleword): what is not there is 0. */
export type State = Readonly<Record<string, bigint>>;

/** When values are evaluated: as the meaning asks for them, or each where it is used (late.ts). */
export type Evaluation = "at once" | "late";

export type Outcome = {
  /** What has another value than before. */
  readonly changes: State;
  /** Why it went no further. */
  readonly fault: string | undefined;
  /** What rule 2 wants to have a name. Looked for if evaluation is late. */
  readonly unnamed: readonly string[];
};

/** Where RAM begins. */
export const RAM = 0x8000;

export class Stage {
  readonly #physical = new PhysicalMemory(createMemory(PAGE), RAM, PAGE);
  readonly #cpu: Cpu;
  readonly #ram: BigUint64Array;

  constructor() {
    this.#cpu = new Cpu({ physical: this.#physical, parts: { ...STANDARD_PARTS, shift: shiftWithin } });
    const { buffer, byteOffset } = this.#physical.bytes;
    this.#ram = new BigUint64Array(buffer, byteOffset, PAGE / 8);
  }

  /** What becomes of `before` if `recording`, which may be anything, is played. */
  outcome(recording: unknown, before: State, evaluation: Evaluation): Outcome {
    this.#set(before);
    let fault: string | undefined;
    let unnamed: readonly string[] = [];
    try {
      const m = this.#cpu.executor;
      if (evaluation === "late") {
        unnamed = unnamedIn(recording);
        play(recording, new Late(m));
      } else {
        play(recording, m);
      }
    } catch (thrown) {
      if (thrown instanceof GuestException) fault = causeText(thrown.cause);
      else if (thrown instanceof Unplayable) fault = thrown.message;
      else throw thrown;
    }
    return { changes: this.#changes(before), fault, unnamed };
  }

  #set(state: State): void {
    this.#cpu.state.x.fill(0n);
    this.#cpu.state.scalars[NZCV] = 0n;
    this.#ram.fill(0n);
    for (const [place, value] of Object.entries(state)) {
      const [array, index] = this.#place(place);
      array[index] = value;
    }
  }

  #changes(before: State): State {
    const places = new Set(["nzcv", ...Object.keys(before)]);
    this.#cpu.state.x.forEach((now, n) => { if (now !== 0n) places.add(n === SP ? "sp" : `x${n}`); });
    this.#ram.forEach((now, i) => { if (now !== 0n) places.add(memoryPlace(RAM + 8 * i)); });
    const now = [...places].map((place) => {
      const [array, index] = this.#place(place);
      return [place, array[index]!] as const;
    });
    return Object.fromEntries(now.filter(([place, value]) => value !== (before[place] ?? 0n)));
  }

  #place(place: string): readonly [BigUint64Array, number] {
    const [, register, at] = /^x(\d+)$|^mem\[(\w+)\]$/.exec(place) ?? [];
    if (register !== undefined) return [this.#cpu.state.x, Number(register)];
    if (at !== undefined) return [this.#ram, (Number(at) - RAM) / 8];
    if (place === "sp") return [this.#cpu.state.x, SP];
    return place === "nzcv" ? [this.#cpu.state.scalars, NZCV] : bug(`no place ${place}`);
  }
}

/** An amount that is too large is the student's mistake, and perhaps more than fits in memory. */
const shiftWithin: typeof shift = (type, size, x, amount) => {
  if (amount >= BigInt(size)) throw new Unplayable(`m.shift() was asked to shift ${size} bits by ${amount}`);
  return shift(type, size, x, amount);
};

/** The doubleword at `address`, as a place. */
export const memoryPlace = (address: number): string => `mem[${hex(address)}]`;

/** What the recording does, in the words of the explainer. */
export function explainRecording(recording: unknown): string {
  const m = new Explain();
  play(recording, m);
  return m.statements.join("; ") || "nothing";
}

/** What gives a value that is its own name. */
const NAMES: ReadonlySet<unknown> = new Set(["let", "constant", "readX", "readXOrSp", "readBase", "readNzcv"]);

/** Values that are computed and used more than once. */
function unnamedIn(recording: unknown): string[] {
  const formulas = play<Formula>(recording, new Explain());
  const asked = askedIn(recording);
  const uses = new Map<string, number>();
  const places = asked.flatMap((args) => args.filter((arg): arg is { at: number; of?: "value" | "nzcv" } => typeof arg === "object" && arg !== null));
  const textOf = (at: number, of: "value" | "nzcv" | undefined): string => {
    const given = formulas[at]!;
    return "text" in given ? given.text : given[of ?? "value"].text;
  };
  for (const { at, of } of places) {
    if (NAMES.has(asked[at]![0])) continue;
    const text = textOf(at, of);
    const key = `${at} ${of ?? ""} ${text}`;
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return [...uses].filter(([, count]) => count > 1).map(([key]) => key.split(" ").slice(2).join(" "));
}
