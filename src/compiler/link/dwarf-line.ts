// .debug_line: which address comes from which line, so that a debugger stops where you point (DWARF
// 4, section 6.2). The table is the output of a small machine with registers for address, file,
// line and column; the section is its program.

import type { PlacedFunction } from "./linked";
import { type ByteWriter, counted } from "./byte-writer";

const MINIMUM_INSTRUCTION_LENGTH = 4;
const OPCODE_BASE = 13;
/** How many operands each standard opcode takes, from 1 on. */
const STANDARD_OPCODE_LENGTHS = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1] as const;

const DW_LNS_copy = 1;
const DW_LNS_advance_pc = 2;
const DW_LNS_advance_line = 3;
const DW_LNS_set_file = 4;
const DW_LNS_set_column = 5;
const DW_LNS_set_prologue_end = 10;
const DW_LNE_end_sequence = 1;
const DW_LNE_set_address = 2;

/**
 * Every file that a function is in or has lines of, in the order of their numbers, which start at
 * 1.
 */
export function lineFiles(functions: readonly PlacedFunction[]): string[] {
  const places = functions.flatMap(({ compiled }) => [compiled, ...compiled.lines]);
  return [...new Set(places.map(({ at }) => at.file))];
}

export function debugLine(
  functions: readonly PlacedFunction[], files: readonly string[],
): Uint8Array {
  const numbers = new Map(files.map((file, i) => [file, i + 1]));
  return counted((to) => {
    to.u16(4);
    const header = counted((head) => { writeHeader(head, files); });
    to.bytes(header);
    for (const each of functions) writeSequence(to, each, numbers);
  });
}

function writeHeader(to: ByteWriter, files: readonly string[]): void {
  const maximumOperations = 1;
  const isStatement = 1;
  const lineBase = 1;
  const lineRange = 1;
  to.u8(MINIMUM_INSTRUCTION_LENGTH).u8(maximumOperations).u8(isStatement)
    .u8(lineBase).u8(lineRange);
  to.u8(OPCODE_BASE).bytes(STANDARD_OPCODE_LENGTHS);
  to.u8(0); // No directories: names are from the compilation's.
  for (const file of files) to.text(file).uleb(0).uleb(0).uleb(0);
  to.u8(0);
}

/** A function's lines, with registers that start anew. */
function writeSequence(
  to: ByteWriter, { address, compiled }: PlacedFunction, numbers: ReadonlyMap<string, number>,
): void {
  to.u8(0).uleb(9).u8(DW_LNE_set_address).u64(address);
  let [file, line, column, offset] = [1, 1, 0, 0];
  let isPrologueSaid = false;
  const advance = (to_: number): void => {
    if (to_ !== offset) to.u8(DW_LNS_advance_pc).uleb((to_ - offset) / MINIMUM_INSTRUCTION_LENGTH);
    offset = to_;
  };
  for (const { offset: start, at } of withPrologue(compiled)) {
    advance(start);
    const number = numbers.get(at.file)!;
    if (number !== file) to.u8(DW_LNS_set_file).uleb(number);
    if (at.column !== column) to.u8(DW_LNS_set_column).uleb(at.column);
    if (at.line !== line) to.u8(DW_LNS_advance_line).sleb(at.line - line);
    if (!isPrologueSaid && start >= compiled.prologueBytes) {
      to.u8(DW_LNS_set_prologue_end);
      isPrologueSaid = true;
    }
    to.u8(DW_LNS_copy);
    [file, line, column] = [number, at.line, at.column];
  }
  advance(4 * compiled.words.length);
  to.u8(0).uleb(1).u8(DW_LNE_end_sequence);
}

/** The lines, with one that starts where the prologue ends. */
function withPrologue(
  { lines, prologueBytes }: PlacedFunction["compiled"],
): PlacedFunction["compiled"]["lines"] {
  const behind = lines.findLast(({ offset }) => offset <= prologueBytes);
  if (behind === undefined || behind.offset === prologueBytes) return lines;
  const before = lines.filter(({ offset }) => offset < prologueBytes);
  const after = lines.filter(({ offset }) => offset > prologueBytes);
  return [...before, { offset: prologueBytes, at: behind.at }, ...after];
}
