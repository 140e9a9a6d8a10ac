/** What the figure shows of a program: its lines with their meanings, and the sections of WebAssembly that come from them. Pure. */
import { assembleProgram, isFault, type Program, type ProgramFault, ramBase } from "../machine/program";
import { compileBlocks } from "./compile-block";
import { type Section, sectionsOf } from "./sections";

export interface MeaningRow {
  /** Of the program's text, from 1. */
  readonly line: number;
  readonly place: number;
  readonly text: string;
  readonly says: string;
  /** Whether it is in a block: it can be come to from the program's beginning. */
  readonly isCompiled: boolean;
}

export interface TriptychView {
  readonly rows: readonly MeaningRow[];
  readonly sections: readonly Section[];
  readonly blocks: number;
  readonly instructions: number;
  readonly codeBytes: number;
}

export const longest = 1024;

export function triptychView(source: string): TriptychView | ProgramFault {
  const program = assembleProgram(source);
  if (isFault(program)) return program;
  const places = placesOf(program);
  if (places.length === 0) return { line: 1, what: "there is no instruction" };
  if (program.bytes.length > 4 * longest) return { line: 1, what: `the figure compiles one page: ${longest} instructions` };
  if (places[0]!.place !== 0) return { line: 1, what: "the program begins with no instruction" };
  const compiled = compileBlocks(program);
  const reached = new Set(compiled.marks.map(({ place }) => place));
  return {
    rows: places.map((row) => ({ ...row, isCompiled: reached.has(row.place) })),
    sections: sectionsOf(compiled),
    blocks: compiled.blocks.length, instructions: compiled.marks.length, codeBytes: compiled.body.length,
  };
}

function placesOf({ lines }: Program): Omit<MeaningRow, "isCompiled">[] {
  return lines.flatMap(({ text, address, says }, i) => (address === undefined || says === undefined ? [] : [{
    line: i + 1, place: Number(address - BigInt(ramBase)), says,
    text: text.replace(/\/\/.*$/, "").replace(/^\s*[\w.$]+:/, "").trim().replace(/\s+/g, " "),
  }]));
}

/** The line of the program that a section comes from. */
export const lineAt = (view: TriptychView, place: number): number | undefined => view.rows.find((row) => row.place === place)?.line;
