// Random programs, under Node and on our board: many in one image. As a program of its own it compares as many as one
// likes, and makes those that differ small: ts-node test/compiler/random/compare.ts --first 0 --count 10000 [--shrink]

import { Command } from "commander";
import { UserFault } from "../../../src/base/fault";
import { CompileFault } from "../../../src/compiler/front/fault";
import type { Sources } from "../../../src/compiler/hosted/run";
import { Batch, endsBadly } from "../batch";
import { REPOSITORY } from "../hosted";
import { onBoard, onNode } from "../three-ways";
import type { Statement } from "./generators/generator";
import { randomProgram, smaller, textOf } from "./program";

/** The runtime and the modules that all import are a smaller part of a larger image. */
const IN_AN_IMAGE = 100;
const FOLDER = "test/compiler/random/programs";
/** Where Node has room for a recursion, the board must have it too. */
const STACK_BYTES = 8 << 20;

export interface Difference {
  readonly seed: number;
  readonly node: string;
  readonly board: string;
}

export interface Comparison {
  readonly programs: number;
  /** In their texts, without what they import. */
  readonly lines: number;
  readonly trapped: number;
  /** Ended by an exception that nobody caught. */
  readonly threw: number;
  readonly differences: readonly Difference[];
}

export const pathOf = (seed: number): string => `${FOLDER}/program-${seed}.ts`;

/** The repository, with programs at paths where it has no file. */
export function sourcesOf(texts: ReadonlyMap<string, string>): Sources {
  return { read: (path) => texts.get(path) ?? REPOSITORY.read(path) };
}

/** Compares the programs of the seeds, a batch at a time, and says each time how far it has come. */
export function compare(seeds: readonly number[], progress: (sum: Comparison) => void = () => undefined): Comparison {
  let sum: Comparison = { programs: 0, lines: 0, trapped: 0, threw: 0, differences: [] };
  for (let i = 0; i < seeds.length; i += IN_AN_IMAGE) {
    const next = compareBatch(seeds.slice(i, i + IN_AN_IMAGE));
    sum = {
      programs: sum.programs + next.programs, lines: sum.lines + next.lines, trapped: sum.trapped + next.trapped,
      threw: sum.threw + next.threw, differences: [...sum.differences, ...next.differences],
    };
    progress(sum);
  }
  return sum;
}

function compareBatch(seeds: readonly number[]): Comparison {
  const texts = new Map(seeds.map((seed) => [pathOf(seed), textOf(randomProgram(seed))]));
  const sources = sourcesOf(texts);
  const node = seeds.map((seed) => onNode(pathOf(seed), sources));
  const board = onBoards(sources, seeds, node);
  return {
    programs: seeds.length,
    lines: [...texts.values()].reduce((sum, text) => sum + text.split("\n").length, 0),
    trapped: node.filter((printed) => endsBadly(printed) && TRAP.test(printed)).length,
    threw: node.filter((printed) => endsBadly(printed) && !TRAP.test(printed)).length,
    differences: seeds.flatMap((seed, i) => (node[i] === board[i] ? [] : [{ seed, node: node[i]!, board: board[i]! }])),
  };
}

const TRAP = /(^|\n)trap: [^\n]*\n( {4}at [^\n]*\n)?$/;

/** What the board prints for each; one that the compiler refuses is found by halves, with the refusal in place of it. */
function onBoards(sources: Sources, seeds: readonly number[], node: readonly string[]): string[] {
  try {
    const programs = seeds.map((seed, i) => ({ path: pathOf(seed), isAlone: endsBadly(node[i]!) }));
    return new Batch(sources, programs, { stackBytes: STACK_BYTES }).run(onBoard);
  } catch (error) {
    if (!(error instanceof CompileFault)) throw error;
    if (seeds.length === 1) return [`refused: ${error.message}\n`];
    const half = seeds.length >> 1;
    return [...onBoards(sources, seeds.slice(0, half), node.slice(0, half)), ...onBoards(sources, seeds.slice(half), node.slice(half))];
  }
}

/** Whether a program, alone in its image, still differs; one that the compiler refuses does not. */
function differs(program: Statement): boolean {
  const path = pathOf(0);
  const sources = sourcesOf(new Map([[path, textOf(program)]]));
  try {
    const node = onNode(path, sources);
    return new Batch(sources, [{ path, isAlone: endsBadly(node) }]).run(onBoard)[0] !== node;
  } catch (error) {
    if (error instanceof UserFault || error instanceof TypeError || error instanceof ReferenceError) return false;
    throw error;
  }
}

/** The program with every statement gone that need not be there for it to differ. */
export function shrunk(program: Statement): Statement {
  const less = smaller(program).find(differs);
  return less === undefined ? program : shrunk(less);
}

const wholeNumber = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

const summary = ({ programs, lines, trapped, threw, differences }: Comparison): string =>
  `${programs} random programs of ${Math.round(lines / programs)} lines each: ${trapped} trapped, ${threw} threw, ${differences.length} differ`;

function main(): void {
  const { first, count, shrink } = new Command("compare")
    .option("--first <seed>", "the first program's seed", wholeNumber, 0)
    .option("--count <n>", "how many programs", wholeNumber, 200)
    .option("--shrink", "make the first program that differs small")
    .parse().opts<{ first: number; count: number; shrink?: boolean }>();
  let shown = 0;
  const result = compare(Array.from({ length: count }, (_, i) => first + i), (sum) => {
    for (const { seed, node, board } of sum.differences.slice(shown)) console.log(`program ${seed}\n--- Node\n${node}--- board\n${board}`);
    shown = sum.differences.length;
    if (sum.programs % 1000 === 0) console.log(summary(sum));
  });
  console.log(summary(result));
  const [different] = result.differences;
  if (shrink && different !== undefined) console.log(textOf(shrunk(randomProgram(different.seed))));
  process.exitCode = different === undefined ? 0 : 1;
}

if (require.main === module) main();
