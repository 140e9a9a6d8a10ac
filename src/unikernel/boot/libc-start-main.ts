// __libc_start_main(kernel_main, argc, argv): what a C program finds above its first stack frame
// (System V ABI, "Process Initialization"; Linux has it the same way on AArch64), laid out in memory,
// before kernel_main is called with it.
//
//   argv + 0      the arguments' addresses, a word each, and 0
//                 the environment's, and 0
//                 the auxiliary vector: pairs of a type and a value; AT_NULL is the last
//                 sixteen random bytes; the texts, each with a zero byte behind it
//
// 1. The block is one object of the heap. Its address is kept, since nothing of the heap moves.

import { load64, store64, store8 } from "../metal/memory";
import { minus, plus } from "../metal/word";
import { PROGRAM_HEADER_SIZE } from "../../formats/elf/structures";
import { broken } from "../runtime/broken";
import { dataAddress } from "../runtime/data-address";
import { random } from "../random/generator";
import { commandLineWords, isForEnvironment } from "./command-line";
import { kernelBinary } from "./init-elf-parser";

/** Types of the auxiliary vector (System V ABI). */
export const AT = {
  NULL: 0, PHDR: 3, PHENT: 4, PHNUM: 5, PAGESZ: 6, ENTRY: 9, UID: 11, EUID: 12, GID: 13, EGID: 14,
  SECURE: 23, RANDOM: 25, EXECFN: 31,
} as const;

const AUXILIARY_PAIRS = 13;
const RANDOM_BYTES = 16;
const PAGE_BYTES = 4096n;

/** What argv[0] is: nobody has called us by a name. */
const OWN_NAME = "kernel";

let block: Uint8Array | null = null;

/** Calls main(argc, argv), and returns when it does. */
export function __libc_start_main(main: (argc: number, argv: bigint) => void): void {
  const words = commandLineWords();
  const args = [OWN_NAME].concat(words.filter((word) => !isForEnvironment(word)));
  const environment = words.filter((word) => isForEnvironment(word));
  const argv = layOut(args, environment);
  main(args.length, argv);
}

function layOut(args: readonly string[], environment: readonly string[]): bigint {
  const texts = args.concat(environment);
  const wordBytes = 8 * (texts.length + 2 + 2 * AUXILIARY_PAIRS);
  const textBytes = texts.reduce((sum, text) => sum + text.length + 1, 0);
  const bytes = new Uint8Array(wordBytes + RANDOM_BYTES + textBytes);
  block = bytes;
  const argv = dataAddress(bytes);
  const wordsEnd = plus(argv, BigInt(wordBytes));
  const writer = new BlockWriter(argv, wordsEnd, plus(wordsEnd, BigInt(RANDOM_BYTES)));
  for (const text of args) writer.text(text);
  writer.word(0n);
  for (const text of environment) writer.text(text);
  writer.word(0n);
  writeRandom(wordsEnd);
  writeAuxiliary(writer, wordsEnd, load64(argv));
  return argv;
}

function writeRandom(at: bigint): void {
  const bytes = new Uint8Array(RANDOM_BYTES);
  random().fill(bytes);
  for (let i = 0; i < RANDOM_BYTES; i++) store8(plus(at, BigInt(i)), bytes[i]!);
}

function writeAuxiliary(writer: BlockWriter, sixteen: bigint, name: bigint): void {
  const kernel = kernelBinary();
  writer.pair(AT.PHDR, kernel === null ? 0n : kernel.programHeaders);
  writer.pair(AT.PHENT, BigInt(PROGRAM_HEADER_SIZE));
  writer.pair(AT.PHNUM, kernel === null ? 0n : BigInt(kernel.segmentCount));
  writer.pair(AT.PAGESZ, PAGE_BYTES);
  writer.pair(AT.ENTRY, kernel === null ? 0n : kernel.entry);
  writer.pair(AT.UID, 0n);
  writer.pair(AT.EUID, 0n);
  writer.pair(AT.GID, 0n);
  writer.pair(AT.EGID, 0n);
  writer.pair(AT.SECURE, 0n);
  writer.pair(AT.RANDOM, sixteen);
  writer.pair(AT.EXECFN, name);
  writer.pair(AT.NULL, 0n);
}

/** Words from the block's begin on, texts behind them. */
class BlockWriter {
  #word: bigint;
  readonly #wordsEnd: bigint;
  #text: bigint;

  constructor(words: bigint, wordsEnd: bigint, texts: bigint) {
    this.#word = words;
    this.#wordsEnd = wordsEnd;
    this.#text = texts;
  }

  word(value: bigint): void {
    if (this.#word >= this.#wordsEnd) broken("there are more words than were counted");
    store64(this.#word, value);
    this.#word = plus(this.#word, 8n);
  }

  pair(type: number, value: bigint): void {
    this.word(BigInt(type));
    this.word(value);
  }

  /** Its address as a word, and the text, with a zero byte behind it. */
  text(text: string): void {
    this.word(this.#text);
    for (let i = 0; i < text.length; i++) {
      store8(plus(this.#text, BigInt(i)), text.charCodeAt(i));
    }
    this.#text = plus(this.#text, BigInt(text.length + 1));
  }
}

/** Whether the address is in what was laid out. */
export function isInStartBlock(address: bigint): boolean {
  if (block === null) return false;
  const begin = dataAddress(block);
  return minus(address, begin) < BigInt(block.length);
}
