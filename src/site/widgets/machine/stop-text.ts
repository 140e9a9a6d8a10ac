/** Why the machine stands where it stands, said to a reader. */
import { causeText } from "../../../machine/cpu/exception";
import { type Register, REGISTERS } from "../../../machine/cpu/stepping/registers";
import type { Bench } from "./bench";
import { counted, withCommas } from "./numbers";
import { offsetText } from "./program-listing";

export function stopText(bench: Bench): string {
  const { stop, pc, time } = bench;
  switch (stop.kind) {
    case "exception": return stop.cause.kind === "BRK" ? `Finished, behind ${withCommas(time)} instructions: it asked for a debugger.` : `Stopped: ${causeText(stop.cause)}.`;
    case "breakpoint": return `At the breakpoint at ${offsetText(pc)}, which is next.`;
    case "start": return "Back where it began.";
    case "waiting": return "It waits for an event, and nobody sends one.";
    case "watch": case "exited": case "limit": return time === bench.earliest && time === 0 ? "Nothing is executed yet." : "";
  }
}

/** What the last move changed: "x0 was 0x3 and is 0x4." */
export function moveText(bench: Bench): string {
  const registers = REGISTERS.filter((register) => register.name !== "pc" && bench.valueBefore(register) !== undefined);
  const memory = bench.changedBytes === 0 ? [] : [`${counted(bench.changedBytes, "byte")} of memory`];
  if (registers.length === 1 && memory.length === 0) return changeText(bench, registers[0]!);
  const changed = [...(registers.length > 4 ? [counted(registers.length, "register")] : registers.map(({ name }) => nameOf(name))), ...memory];
  return changed.length === 0 ? "Nothing but the program counter changed." : `Changed: ${changed.join(", ")}.`;
}

function changeText(bench: Bench, register: Register): string {
  if (register.name === "nzcv") return "Only flags changed.";
  return `${register.name} was 0x${bench.valueBefore(register)!.toString(16)} and is 0x${bench.valueOf(register).toString(16)}.`;
}

const nameOf = (name: string): string => (name === "nzcv" ? "flags" : name);
