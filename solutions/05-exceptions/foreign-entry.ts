import type { ExceptionQuestions, ForeignCpu } from "../../src/course/exercises/05-exceptions/questions";

/** An exception of a Heron. */
interface Row {
  readonly level: number;
  readonly mask: number;
  readonly sets: number;
  readonly isCall: boolean;
}

const ROWS: Readonly<Record<number, Row>> = {
  8: { level: 1, mask: 0x100000, sets: 0x100000, isCall: false },
  13: { level: 1, mask: 0x0, sets: 0x100800, isCall: true },
  4: { level: 2, mask: 0x0, sets: 0x100800, isCall: false },
  0: { level: 1, mask: 0x40, sets: 0x40, isCall: false },
  11: { level: 1, mask: 0x800, sets: 0x100840, isCall: false },
  14: { level: 2, mask: 0x0, sets: 0x100000, isCall: false },
  6: { level: 2, mask: 0x0, sets: 0x840, isCall: false },
};
const WRONG_RETURN = 6;

/** Bits of the status register, by what becomes of them. */
const KEPT_AT_ENTRY = 0x13e840;
const SET_AT_ENTRY = 0x80;
const FROM_SAVED = 0x13e87c;
const KEPT_AT_RETURN = 0x80;
const LEVEL = 0x18;
const WRONG = 0x4;

const levelOf = (status: number): number => (status & LEVEL) >> 3;

export const foreignException: ExceptionQuestions["foreignException"] = (cpu, event) =>
  event.kind === "return" ? returned(cpu) : taken(cpu, event.number);

function taken(cpu: ForeignCpu, number: number): ForeignCpu | undefined {
  const row = ROWS[number];
  if (row === undefined) return undefined;
  const from = levelOf(cpu.status);
  const target = Math.max(from, row.level);
  if ((cpu.status & row.mask) !== 0) return undefined;
  const saved = [...cpu.saved];
  saved[target - 1] = { pc: row.isCall ? cpu.pc + 2 : cpu.pc, status: cpu.status };
  const group = from;
  return {
    pc: 0x70e87000 + 0xc00 * group + 0x60 * number,
    status: (cpu.status & KEPT_AT_ENTRY) | row.sets | SET_AT_ENTRY | (target << 3),
    cause: (number << 4) | (from << 13),
    saved,
  };
}

function returned(cpu: ForeignCpu): ForeignCpu | undefined {
  const from = levelOf(cpu.status);
  const pair = cpu.saved[from - 1];
  if (pair === undefined) return taken(cpu, WRONG_RETURN);
  const { pc, status } = pair;
  const isWrong = levelOf(status) > from || levelOf(status) >= 3;
  const behind = (status & FROM_SAVED) | (cpu.status & KEPT_AT_RETURN);
  return { ...cpu, pc, status: isWrong ? (behind & ~LEVEL) | (cpu.status & LEVEL) | WRONG : behind };
}
