/**
 * A program as a figure has it: its text, assembled, and what is known of each of its lines. Pure: a figure
 * draws it, a test reads it.
 */
import { explain } from "../../../machine/cpu/explain";
import { meaningOf } from "../../../machine/cpu/meanings";
import { Assembler, AssemblyError } from "../../../machine/decoder/assembler";
import { standardDecoder } from "../../../machine/decoder/decoder";

/** Where the figures' machines have their RAM, and how much: the program is at its start, the stack at its end. */
export const ramBase = 0x1_0000;
export const ramBytes = 0x1_0000;
export const stackTop = BigInt(ramBase + ramBytes);

export interface ProgramLine {
  readonly text: string;
  /** Where its first instruction or datum is. */
  readonly address?: bigint;
  /** What its first instruction does; undefined for data, labels and comments. */
  readonly says?: string;
}

export interface Program {
  readonly source: string;
  readonly bytes: Uint8Array;
  readonly symbols: ReadonlyMap<string, bigint>;
  readonly lines: readonly ProgramLine[];
  /** Where the first datum is, if there is any. */
  readonly dataAt: bigint | undefined;
}

/** A mistake in a program's text; lines count from 1. */
export interface ProgramFault {
  readonly line: number;
  readonly what: string;
}

export function assembleProgram(source: string): Program | ProgramFault {
  try {
    const { bytes, symbols, lines } = new Assembler(standardDecoder()).assemble(source, BigInt(ramBase));
    if (bytes.length > ramBytes) return { line: 1, what: `the program has ${bytes.length} bytes, the machine ${ramBytes}` };
    const at = (offset: number): bigint => BigInt(ramBase + offset);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const described = source.split("\n").map((text, index): ProgramLine => {
      const first = lines.find(({ line }) => line === index + 1);
      if (first === undefined) return { text };
      const address = at(first.offset);
      if (first.kind === "data") return { text, address };
      return { text, address, says: wordSays(view.getUint32(first.offset, true), address, symbols) };
    });
    const data = lines.find(({ kind }) => kind === "data");
    return { source, bytes, symbols, lines: described, dataAt: data && at(data.offset) };
  } catch (fault) {
    if (fault instanceof AssemblyError) return { line: fault.line, what: `${fault.what} (column ${fault.column})` };
    throw fault;
  }
}

export const isFault = (program: Program | ProgramFault): program is ProgramFault => "what" in program;

/** What the word at `address` does, with addresses of the program called by their labels. */
export function wordSays(word: number, address?: bigint, symbols: ReadonlyMap<string, bigint> = new Map()): string {
  const meaning = meaningOf(standardDecoder(), word);
  if (meaning === undefined) return "Undefined instruction exception";
  return explain(meaning, address)
    .replace(/(?<== )(0x[0-9a-f]+) \+ (0x[0-9a-f]+|[0-9])(?=;|$)/g, (_, base: string, offset: string) => `0x${(BigInt(base) + BigInt(offset)).toString(16)}`)
    .replace(/0x[0-9a-f]+/g, (numeral) => labelOf(BigInt(numeral), symbols) ?? numeral);
}

function labelOf(address: bigint, symbols: ReadonlyMap<string, bigint>): string | undefined {
  return [...symbols].find(([, value]) => value === address && value >= BigInt(ramBase))?.[0];
}

/** "numbers + 8": where an address lies, said by the nearest label before it in the program. */
export function placeOf(address: bigint, { symbols, bytes }: Program): string | undefined {
  if (address < BigInt(ramBase) || address > BigInt(ramBase + bytes.length)) return undefined;
  const before = [...symbols].filter(([, value]) => value <= address && value >= BigInt(ramBase)).sort((a, b) => Number(a[1] - b[1])).at(-1);
  if (before === undefined) return undefined;
  const [name, value] = before;
  return value === address ? name : `${name} + ${address - value}`;
}
