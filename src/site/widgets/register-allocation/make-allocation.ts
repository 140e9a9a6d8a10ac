/**
 * Has the back end's own parts allocate registers for a function, with fewer of them than there are, and notes what each
 * step of each round does. As in the back end, what a round leaves in the frame is loaded and stored by the code of the
 * next; the functions here have no handlers.
 */
import { CALLEE_SAVED, CALLER_SAVED, scan } from "../../../compiler/back/allocate";
import { hintsOf } from "../../../compiler/back/hints";
import { livenessOf } from "../../../compiler/back/liveness";
import type { MachineBlock, MachineFunction, Register } from "../../../compiler/back/machine";
import { takenIn } from "../../../compiler/back/registers";
import { select } from "../../../compiler/back/select";
import { type Homes, rewrite } from "../../../compiler/back/spill";
import type { IrFunction } from "../../../compiler/ir/function";
import { standardDecoder } from "../../../machine/decoder/decoder";
import type { AliveInterval, CodeLine, ScanRound, ScanRun, ScanStep, Where } from "./allocation-data";
import { exitText, instructionText } from "./machine-text";

/** How many registers the scan may be given. With two, an instruction that reads three values could not be written. */
export const REGISTER_COUNTS = [3, 4, 6, 8] as const;

/** A run for each count of registers. */
export const allocationOf = (ir: IrFunction): readonly ScanRun[] => REGISTER_COUNTS.map((count) => new Allocating(select(ir), count).run());

class Allocating {
  readonly #machine: MachineFunction;
  readonly #registers: readonly Register[];
  /** From here on, what a round has added: alive for a moment, and not to be sent away again. */
  readonly #firstFresh: Register;
  readonly #homes: Homes = new Map();
  readonly #names = new Map<Register, string>();

  /** Half of the registers are such as a call loses, and half such as it keeps. */
  constructor(machine: MachineFunction, count: number) {
    this.#machine = machine;
    this.#firstFresh = machine.registers;
    const lost = Math.ceil(count / 2);
    this.#registers = [...CALLER_SAVED.toSorted((a, b) => a - b).slice(0, lost), ...CALLEE_SAVED.slice(0, count - lost)];
  }

  run(): ScanRun {
    const rounds: ScanRound[] = [];
    for (;;) {
      const { round, spilled } = this.#round();
      rounds.push(round);
      if (spilled.size === 0) return { registers: this.#registers, rounds };
      rewrite(this.#machine, spilled, this.#homes, (of) => this.#fresh(of));
    }
  }

  /** Called like what it holds for a moment. */
  #fresh(of: Register): Register {
    const register = this.#machine.registers++;
    this.#names.set(register, `${this.#nameOf(of)}′`);
    return register;
  }

  readonly #nameOf = (register: Register): string => this.#names.get(register) ?? `x${register}`;

  #round(): { readonly round: ScanRound; readonly spilled: ReadonlySet<Register> } {
    const machine = this.#machine;
    const { intervals, starts } = livenessOf(machine);
    const rest = intervals.filter(({ register }) => !this.#homes.has(register));
    if (this.#names.size === 0) rest.forEach(({ register }, i) => this.#names.set(register, `v${i + 1}`));
    const code = codeOf(machine, this.#nameOf);
    const everywhere = { from: 0, to: 2 * code.length };
    const others = [...CALLER_SAVED, ...CALLEE_SAVED].filter((register) => !this.#registers.includes(register));
    const taken = [...others.map((register) => ({ register, range: everywhere })), ...takenIn(machine, starts)];
    const behind = (count: number): ReturnType<typeof scan> => scan(rest.slice(0, count), taken, hintsOf(machine), (register) => register >= this.#firstFresh);
    const remade = remadeIn(machine);
    const placed = rest.map((_, i) => {
      const { assigned, spilled } = behind(i + 1);
      const away = (register: Register): Where => (remade.has(register) ? "anew" : "frame");
      return rest.map(({ register }) => (spilled.has(register) ? away(register) : assigned.get(register)));
    });
    return {
      round: {
        code, steps: stepsOf(placed),
        intervals: rest.map(({ register, ranges, weight }): AliveInterval => ({ name: this.#nameOf(register), ranges, weight })),
        calls: machine.blocks.flatMap((block) => block.instructions.flatMap(({ op }, i) => (op === "call" ? [starts.get(block)! + i] : []))),
      },
      spilled: behind(rest.length).spilled,
    };
  }
}

/** From where everybody is behind each step: who has moved in it. */
function stepsOf(placed: readonly (readonly (Where | undefined)[])[]): ScanStep[] {
  return placed.map((now, step) => now.flatMap((where, i) => (where === undefined || where === placed[step - 1]?.[i] ? [] : [[i, where] as const])));
}

/** What holds a constant or an address. */
function remadeIn({ blocks }: MachineFunction): ReadonlySet<Register> {
  return new Set(blocks.flatMap(({ instructions }) => instructions.flatMap((each) => (each.op === "constant" || each.op === "address" ? [each.to] : []))));
}

/** A line an instruction, as they are counted: the exit of a block has a number too. */
function codeOf({ blocks }: MachineFunction, nameOf: (register: Register) => string): CodeLine[] {
  const decoder = standardDecoder();
  const blockNames = new Map(blocks.map((block, i) => [block, `b${i}`]));
  const blockName = (block: MachineBlock): string => blockNames.get(block) ?? "";
  return blocks.flatMap((block) => {
    const { instructions, exit } = block;
    const lines = [...instructions.map((each) => ({ text: instructionText(each, nameOf, decoder), line: each.at.line })), { text: exitText(exit, nameOf, blockName, decoder), line: exit.at.line }];
    return lines.map((each, i) => (i === 0 ? { ...each, block: blockName(block) } : each));
  });
}
