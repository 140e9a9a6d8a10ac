// Our disassembler against LLVM's, on random and boundary words.
//
//   npx ts-node test/oracle/compare-words.ts [--count 100000] [--seed 1]
//     --row NAME | --class NAME | --group NAME   only words of these rows (an exact name, or a part of it)
//     --mask HEX --value HEX                     only words with (word & mask) === value
//     --words HEX,HEX                            exactly these words
//     --roundtrip                                also: assemble(disassemble(w)) === w
//     --limit N                                  groups of differences to print (40)
//
// Exit status: 0 if all agree, 1 if not, 2 for a bad option.

import { Command } from "commander";
import { UserFault } from "../../src/base/fault";
import { type Decoder, standardDecoder } from "../../src/machine/decoder/decoder";
import type { Row } from "../../src/machine/decoder/row";
import { Differences } from "./differences";
import { type KnownDifference, isKnown, knownDifferences } from "./known";
import { UNKNOWN, llvmTexts } from "./llvm";
import { type Cube, Random, drawWords, drawWordsOf } from "./words";

/** Words sent to one llvm-objdump: bounds the memory that its text takes. */
const BATCH = 200_000;

interface Options {
  readonly count: number;
  readonly seed: number;
  readonly row?: string;
  readonly class?: string;
  readonly group?: string;
  readonly mask: number;
  readonly value: number;
  readonly words?: readonly number[];
  readonly roundtrip: boolean;
  readonly limit: number;
}

export interface Tally {
  words: number;
  instructions: number;
  known: number;
}

/** Puts each word on which we and LLVM differ into `differences`. */
export function compareWords(
  decoder: Decoder, words: Uint32Array, theirs: readonly string[], known: readonly KnownDifference[],
  differences: Differences, tally: Tally,
): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const ours = decoder.disassemble(word, BigInt(4 * i));
    const expected = theirs[i]!;
    tally.words++;
    if (expected !== UNKNOWN) tally.instructions++;
    if (ours === expected) continue;
    if (isKnown(known, word, ours, expected)) tally.known++;
    else differences.add(rowName(decoder, word), word, 4 * i, ours, expected);
  }
}

/** What assembling again made of words that were disassembled. */
export interface RoundTrips {
  tried: number;
  /** By row: words that came back as another with the same text, the one that the assembler prefers. */
  readonly preferred: Map<string, number>;
}

/** Puts each word that assembles to one with another meaning, or not at all, into `differences`. */
export function compareRoundTrip(
  decoder: Decoder, assemble: Assemble, words: Uint32Array, differences: Differences, roundTrips: RoundTrips,
): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const pc = BigInt(4 * i);
    const decoded = decoder.decode(word);
    if (decoded.kind !== "instruction" || decoded.unpredictable) continue;
    roundTrips.tried++;
    const text = decoder.disassemble(word, pc);
    const back = assembled(assemble, text, pc);
    if (back === word) continue;
    const { name } = decoded.row;
    if (typeof back === "number" && decoder.disassemble(back, pc) === text) {
      roundTrips.preferred.set(name, (roundTrips.preferred.get(name) ?? 0) + 1);
    } else {
      differences.add(name, word, 4 * i, typeof back === "string" ? back : `.inst\t0x${hex(back)}`, text);
    }
  }
}

type Assemble = (text: string, pc: bigint) => number;

function assembled(assemble: Assemble, text: string, pc: bigint): number | string {
  try {
    return assemble(text, pc);
  } catch (error) {
    if (error instanceof UserFault) return error.message;
    throw error;
  }
}

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, "0");

function rowName(decoder: Decoder, word: number): string {
  const decoded = decoder.decode(word);
  return "row" in decoded ? decoded.row.name : decoded.kind;
}

function rowsFor(decoder: Decoder, options: Options): readonly Row[] {
  const asked = (["row", "class", "group"] as const).filter((what) => options[what] !== undefined);
  const selected = asked.reduce<readonly Row[]>((rows, what) => {
    const name = options[what]!.toLowerCase();
    const nameOf = (row: Row) => (what === "row" ? row.name : row[what]).toLowerCase();
    const exact = rows.filter((row) => nameOf(row) === name);
    return exact.length > 0 ? exact : rows.filter((row) => nameOf(row).includes(name));
  }, decoder.rows);
  if (selected.length === 0) throw new UserFault(`no row of the table has ${asked.map((a) => `${a} "${options[a]}"`).join(", ")}`);
  return selected;
}

async function run(options: Options): Promise<boolean> {
  const decoder = standardDecoder();
  // Loaded only when asked for: the rows can be compared before there is an assembler.
  const assemble = options.roundtrip ? (await import("../../src/machine/decoder/assembler")).assembleLine : undefined;
  const rows = rowsFor(decoder, options);
  const someRows = rows.length < decoder.rows.length;
  const random = new Random(options.seed);
  const cube: Cube = { mask: options.mask, value: (options.value & options.mask) >>> 0 };
  const known = knownDifferences();
  const texts = new Differences();
  const roundTrips = new Differences();
  const tally: Tally = { words: 0, instructions: 0, known: 0 };
  const back: RoundTrips = { tried: 0, preferred: new Map() };
  const total = options.words?.length ?? options.count;

  for (let done = 0; done < total; done += BATCH) {
    const count = Math.min(BATCH, total - done);
    const words = options.words !== undefined ? Uint32Array.from(options.words.slice(done, done + count))
      : someRows ? drawWordsOf(rows, count, random) : drawWords(count, random, cube, cube.mask === 0 ? rows : []);
    compareWords(decoder, words, llvmTexts(words), known, texts, tally);
    if (assemble !== undefined) compareRoundTrip(decoder, assemble, words, roundTrips, back);
  }

  console.log(`${tally.words} words, ${tally.instructions} of them instructions to LLVM: ` +
    `${texts.count} differences, ${tally.known} known ones`);
  console.log(texts.report(options.limit));
  if (options.roundtrip) {
    console.log(`${back.tried} words disassembled and assembled again: ${roundTrips.count} differences`);
    for (const [row, count] of back.preferred) console.log(`${count} x ${row}: another word of the same meaning`);
    console.log(roundTrips.report(options.limit));
  }
  return texts.count + roundTrips.count === 0;
}

const hexadecimal = (text: string): number => {
  if (!/^(0x)?[0-9a-f]{1,8}$/i.test(text)) throw new UserFault(`not a hexadecimal word: ${text}`);
  return Number.parseInt(text, 16);
};

const decimal = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new UserFault(`not a number: ${text}`);
  return Number(text);
};

async function main(): Promise<void> {
  const program = new Command("compare-words")
    .option("--count <n>", "words to try", decimal, 100_000)
    .option("--seed <n>", "where the drawing starts", decimal, 1)
    .option("--row <name>", "only words of this row")
    .option("--class <name>", "only words of this class")
    .option("--group <name>", "only words of this group")
    .option("--mask <hex>", "bits that are fixed", hexadecimal, 0)
    .option("--value <hex>", "what they are fixed to", hexadecimal, 0)
    .option("--words <hex,...>", "exactly these words", (list) => list.split(",").map(hexadecimal))
    .option("--roundtrip", "also assemble what was disassembled", false)
    .option("--limit <n>", "groups of differences to print", decimal, 40);
  try {
    process.exitCode = await run(program.parse().opts<Options>()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`compare-words: ${error.message}`);
    process.exitCode = 2;
  }
}

if (require.main === module) void main();
