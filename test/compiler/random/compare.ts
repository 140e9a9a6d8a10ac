// Random programs, under Node and on our board: many in one image. As a program of its own it compares as many as one
// likes, and makes those that differ small: ts-node test/compiler/random/compare.ts --first 0 --count 10000 [--shrink]

import { Command } from "commander";
import { UserFault } from "../../../src/base/fault";
import { Batch, endsBadly } from "../batch";
import { REPOSITORY } from "../hosted";
import type { Sources } from "../../../src/compiler/hosted/run";
import { onBoard, onNode } from "../three-ways";
import { randomProgram, smaller, textOf } from "./program";
import type { Statement } from "./statements";

const IN_AN_IMAGE = 25;
const FOLDER = "test/compiler/random/programs";

export interface Difference {
  readonly seed: number;
  readonly node: string;
  readonly board: string;
}

const pathOf = (seed: number): string => `${FOLDER}/program-${seed}.ts`;

function sourcesOf(texts: ReadonlyMap<string, string>): Sources {
  return { read: (path) => texts.get(path) ?? REPOSITORY.read(path) };
}

/** Of programs by their seeds, those that print on the board what they do not print under Node. */
export function differences(seeds: readonly number[]): Difference[] {
  const found: Difference[] = [];
  for (let i = 0; i < seeds.length; i += IN_AN_IMAGE) found.push(...compare(seeds.slice(i, i + IN_AN_IMAGE)));
  return found;
}

function compare(seeds: readonly number[]): Difference[] {
  const sources = sourcesOf(new Map(seeds.map((seed) => [pathOf(seed), textOf(randomProgram(seed))])));
  const node = seeds.map((seed) => onNode(pathOf(seed), sources));
  const batch = new Batch(sources, seeds.map((seed, i) => ({ path: pathOf(seed), isAlone: endsBadly(node[i]!) })));
  const board = batch.run(onBoard);
  return seeds.flatMap((seed, i) => (node[i] === board[i] ? [] : [{ seed, node: node[i]!, board: board[i]! }]));
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

function main(): void {
  const { first, count, shrink } = new Command("compare")
    .option("--first <seed>", "the first program's seed", wholeNumber, 0)
    .option("--count <n>", "how many programs", wholeNumber, 200)
    .option("--shrink", "make the first program that differs small")
    .parse().opts<{ first: number; count: number; shrink?: boolean }>();
  const found = differences(Array.from({ length: count }, (_, i) => first + i));
  for (const { seed, node, board } of found) console.log(`program ${seed}\n--- Node\n${node}--- board\n${board}`);
  console.log(`${count} random programs, ${found.length} differ`);
  if (shrink && found[0] !== undefined) console.log(textOf(shrunk(randomProgram(found[0].seed))));
  process.exitCode = found.length === 0 ? 0 : 1;
}

if (require.main === module) main();
