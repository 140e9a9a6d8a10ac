// The decoder's speed, on the text of Debian's libcrypto if the corpus is there (test/oracle/fetch-corpus.ts), else on
// the recorded words, which are harder: no two of a kind.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listElf } from "../../src/cli/listing/list-file";
import { sectionNamed } from "../../src/formats/elf/elf-file";
import { readElf } from "../../src/formats/elf/read-elf";
import { Decoder, standardDecoder } from "../../src/machine/decoder/decoder";
import { assembleLine } from "../../src/machine/decoder/assembler";
import { CORPUS_DIRECTORY } from "../oracle/corpus";
import { ORACLE_MATTR, llvmRelease } from "../oracle/llvm";
import { readRecording } from "../oracle/recording";
import { type Figure, rateOf } from "./stopwatch";

const LIBCRYPTO = join(CORPUS_DIRECTORY, "libcrypto.so.3");
const LISTING = { sections: [".text"], symbols: [], startAddress: 0n, stopAddress: 1n << 64n, rawBytes: true, zeroes: false };
/** Lines assembled: an assembler tries templates, so it is slower by far than the way back. */
const ASSEMBLED = 20_000;

export function benchDecoder(): Figure[] {
  const decoder = standardDecoder();
  const hasCorpus = existsSync(LIBCRYPTO);
  const words = hasCorpus ? textOf(LIBCRYPTO) : readRecording().words;
  const of = hasCorpus ? "libcrypto's .text" : "recorded words";
  const texts = Array.from(words.subarray(0, ASSEMBLED), (word) => decoder.disassemble(word)).filter((text) => text !== "<unknown>");
  return [
    { what: "build a decoder", unit: "decoders", rate: rateOf(1, () => void new Decoder()) },
    { what: `decode, ${of}`, unit: "words", target: 2_000_000, rate: rateOf(words.length, () => decodeAll(decoder, words)) },
    { what: `disassemble, ${of}`, unit: "lines", target: 300_000, rate: rateOf(words.length, () => disassembleAll(decoder, words)) },
    { what: `assemble, ${of}`, unit: "lines", rate: rateOf(texts.length, () => texts.forEach((text) => assembleLine(text))) },
    ...(hasCorpus ? listings(decoder) : []),
  ];
}

function decodeAll(decoder: Decoder, words: Uint32Array): void {
  for (const word of words) decoder.decode(word);
}

function disassembleAll(decoder: Decoder, words: Uint32Array): void {
  for (let i = 0; i < words.length; i++) decoder.disassemble(words[i]!, BigInt(4 * i));
}

/** Lines a second of a listing with its labels and bytes: ours, and the process of llvm-objdump beside it. */
function listings(decoder: Decoder): Figure[] {
  const file = readElf(readFileSync(LIBCRYPTO));
  let lines = 0;
  const count = (text: string): void => {
    for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines++;
  };
  listElf(file, "libcrypto", decoder, LISTING, count);
  const ours = rateOf(lines, () => listElf(file, "libcrypto", decoder, LISTING, () => undefined));
  const figures: Figure[] = [{ what: "list libcrypto's .text, labels and bytes", unit: "lines", rate: ours }];
  if (llvmRelease() === undefined) return figures;
  const theirs = rateOf(lines, () => execFileSync("llvm-objdump", ["-d", "-j", ".text", `--${ORACLE_MATTR}`, LIBCRYPTO], { stdio: "ignore" }));
  return [...figures, { what: "the same by llvm-objdump, from its start", unit: "lines", rate: theirs }];
}

function textOf(path: string): Uint32Array {
  const { contents } = sectionNamed(readElf(readFileSync(path)), ".text")!;
  const view = new DataView(contents.buffer, contents.byteOffset, contents.byteLength);
  return Uint32Array.from({ length: contents.length >>> 2 }, (_, i) => view.getUint32(4 * i, true));
}
