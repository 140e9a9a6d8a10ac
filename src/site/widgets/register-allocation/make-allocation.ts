/** Has the back end's own scan go over a function, with fewer registers than there are, and notes what each step does. */
import { CALLEE_SAVED, CALLER_SAVED, scan } from "../../../compiler/back/allocate";
import { hintsOf } from "../../../compiler/back/hints";
import { livenessOf } from "../../../compiler/back/liveness";
import type { MachineBlock, MachineFunction, Register } from "../../../compiler/back/machine";
import { takenIn } from "../../../compiler/back/registers";
import { select } from "../../../compiler/back/select";
import type { IrFunction } from "../../../compiler/ir/function";
import { standardDecoder } from "../../../machine/decoder/decoder";
import type { AllocationData, AliveInterval, CodeLine, ScanRun, Where } from "./allocation-data";
import { exitText, instructionText } from "./machine-text";

/** How many registers the scan may be given: half of them such as a call loses, half such as it keeps. */
export const REGISTER_COUNTS = [2, 4, 6, 8] as const;

type Made = Pick<AllocationData, "code" | "intervals" | "calls" | "runs">;

export function allocationOf(ir: IrFunction): Made {
  const machine = select(ir);
  const { intervals, starts } = livenessOf(machine);
  const names = new Map(intervals.map(({ register }, i) => [register, `v${i + 1}`]));
  const nameOf = (register: Register): string => names.get(register) ?? `x${register}`;
  const taken = takenIn(machine, starts);
  const code = codeOf(machine, nameOf);
  const calls = machine.blocks.flatMap((block) => block.instructions.flatMap(({ op }, i) => (op === "call" ? [starts.get(block)! + i] : [])));
  const run = (count: number): ScanRun => {
    const registers = [...CALLER_SAVED.toSorted((a, b) => a - b).slice(0, count / 2), ...CALLEE_SAVED.slice(0, count / 2)];
    const others = [...CALLER_SAVED, ...CALLEE_SAVED].filter((register) => !registers.includes(register));
    const everywhere = { from: 0, to: 2 * code.length };
    const all = [...others.map((register) => ({ register, range: everywhere })), ...taken];
    const behind = (count: number): ReadonlyMap<Register, Where> => {
      const { assigned, spilled } = scan(intervals.slice(0, count), all, hintsOf(machine), () => false);
      return new Map<Register, Where>([...assigned, ...[...spilled].map((register) => [register, "frame"] as const)]);
    };
    let before = behind(0);
    const steps = intervals.map((_, i) => {
      const now = behind(i + 1);
      const changes = intervals.flatMap(({ register }, n) => {
        const where = now.get(register);
        return where === undefined || where === before.get(register) ? [] : [[n, where] as const];
      });
      before = now;
      return changes;
    });
    return { registers, steps };
  };
  return {
    code, calls, runs: REGISTER_COUNTS.map(run),
    intervals: intervals.map(({ register, ranges, weight }): AliveInterval => ({ name: nameOf(register), ranges, weight })),
  };
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
