// The debugger's screen: registers, instructions with what they do, memory, and what was said last. What
// the last move changed is marked.

import { hex, type VirtAddr } from "../../base/word";
import { SP } from "../../machine/cpu/layout";
import { type Register, REGISTERS } from "../../machine/cpu/stepping/registers";
import { markOf } from "./commands";
import { instructionLines, instructionsFrom } from "./instruction-lines";
import type { Session } from "./session";
import { memoryLines, registerText } from "./state-lines";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How text is set off. */
export interface Style {
  readonly title: (text: string) => string;
  readonly next: (text: string) => string;
  readonly changed: (text: string) => string;
}

const sgr = (code: string) => (text: string): string => `\x1b[${code}m${text}\x1b[0m`;

export const COLOURS: Style = { title: sgr("2"), next: sgr("7"), changed: sgr("1;33") };
/** For those who set NO_COLOR. */
export const MONOCHROME: Style = { ...COLOURS, changed: sgr("1") };

const CELL = 25;
const NAME = 5;
/** Of memory, where there is room. */
const MEMORY_LINES = { few: 2, many: 4 };
const ROOMY = 30;
/** What a word of zeroes is. */
const NO_CODE = "udf #0";
const FEWEST_INSTRUCTIONS = 4;

/** The lines of the screen, without the prompt's: at most `rows` - 1. */
export function screenLines(session: Session, said: readonly string[], size: Size, style: Style): string[] {
  const registers = registerLines(session, size.columns, style);
  const memory = memoryPanel(session, size.rows < ROOMY ? MEMORY_LINES.few : MEMORY_LINES.many, style);
  const fixed = registers.length + memory.length + said.length + 4;
  const instructions = instructionPanel(session, Math.max(FEWEST_INSTRUCTIONS, size.rows - 1 - fixed), size.columns, style);
  return [
    style.title(ruled(`${session.program.name}, ${session.stepping.time} instructions executed`, size.columns)),
    ...registers,
    style.title(ruled("what comes next", size.columns)),
    ...instructions,
    style.title(ruled("memory", size.columns)),
    ...memory,
    style.title(ruled("", size.columns)),
    ...said.map((line) => line.slice(0, size.columns)),
  ];
}

const ruled = (title: string, columns: number): string =>
  (title === "" ? "" : `-- ${title} `).padEnd(columns, "-").slice(0, columns);

/** The general-purpose registers, and of the others those that are not zero. */
function registerLines({ stepping }: Session, columns: number, style: Style): string[] {
  const { state } = stepping.cpu;
  const changed = new Set(stepping.before.registers().map(({ register }) => register));
  const shown = REGISTERS.filter((each) => /^(?:x\d+|sp|nzcv)$/.test(each.name) || (each.name !== "pc" && each.read(state) !== 0n));
  const narrow = shown.filter(({ bits }) => bits <= 64);
  const cell = (register: Register): string => {
    const plain = `${register.name.padEnd(NAME)}${registerText(register, register.read(state))}`;
    return (changed.has(register) ? style.changed(plain) : plain) + " ".repeat(Math.max(0, CELL - plain.length));
  };
  const perLine = Math.max(1, Math.floor(columns / CELL));
  const inColumns = Math.ceil(narrow.length / perLine);
  const lines = Array.from({ length: inColumns }, (_, row) =>
    narrow.filter((_register, i) => i % inColumns === row).map(cell).join("").trimEnd());
  return [...lines, ...shown.filter(({ bits }) => bits > 64).map((register) => cell(register).trimEnd())];
}

/** Around PC: a third of the lines before it. */
function instructionPanel(session: Session, count: number, columns: number, style: Style): string[] {
  const { stepping, program } = session;
  const { pc } = stepping.cpu;
  const before = Array.from({ length: Math.floor(count / 3) }, (_, i) => pc - BigInt(4 * (i + 1)));
  const outside = before.findIndex((address) => address < 0n || stepping.peek(address, 1)[0] === undefined);
  const first = pc - BigInt(4 * (outside < 0 ? before.length : outside));
  const lines = instructionsFrom(stepping.cpu, program.symbols, first, count);
  const last = lines.findLastIndex(({ address, assembly }) => address === pc || assembly !== NO_CODE);
  const texts = instructionLines(lines, ({ address }) => markOf(session, address)).map((line) => line.slice(0, columns));
  return texts.map((text, i) => {
    if (i > last) return ""; // Zeroes behind the program.
    return lines[i]!.address === pc ? style.next(text) : text;
  });
}

function memoryPanel({ stepping, window }: Session, lines: number, style: Style): string[] {
  const changes = stepping.before.memory();
  const changed = new Set(changes.slice(0, 256).flatMap(({ address, after }) => Array.from(after, (_, i) => BigInt(address + i))));
  const [first] = changes;
  const sp = stepping.cpu.state.x[SP]!;
  // At the end of RAM, the stack is what lies before.
  const stack = stepping.peek(sp, 1)[0] === undefined ? BigInt.asUintN(64, sp - BigInt(16 * lines)) : sp;
  const start: VirtAddr = window ?? (first === undefined ? stack : BigInt(first.address)) & ~15n;
  const bytes = stepping.peek(start, 16 * lines);
  if (bytes.every((byte) => byte === undefined)) return [`there is no memory at ${hex(start)}; \`x ADDR\` looks elsewhere`];
  return memoryLines(start, bytes, (text, at) => (changed.has(at) ? style.changed(text) : text));
}
