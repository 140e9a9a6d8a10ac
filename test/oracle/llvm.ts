// LLVM 14, the authority that the decoder is held to, as a function from words to text.
//
// 1. A word at index i is disassembled at address 4 * i, so an instruction that names an address does so
//    the same way in every run.
// 2. The text is llvm-objdump's less what is no part of the instruction: the label after an address
//    ("<.text+0x14>") and a comment ("// =4096").

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bug } from "../../src/base/bug";

/** The release whose texts ours are: a later one prints some instructions otherwise. */
export const LLVM_RELEASE = 14;

/** Every feature of LLVM 14 that adds an instruction or a system register, SVE and SME apart. */
export const ORACLE_FEATURES: readonly string[] = [
  "v8a", "v8.1a", "v8.2a", "v8.3a", "v8.4a", "v8.5a", "v8.6a", "v8.7a", "v8.8a", "v8r",
  "v9a", "v9.1a", "v9.2a", "v9.3a",
  "fp-armv8", "neon", "fullfp16", "fp16fml", "bf16", "i8mm", "dotprod", "rdm", "complxnum", "jsconv", "fptoint",
  "aes", "sha2", "sha3", "sm4", "crypto", "crc", "lse", "lse2", "ls64", "lor", "rcpc", "rcpc-immo",
  "pauth", "bti", "mte", "tme", "mops", "hbc", "wfxt", "xs", "flagm", "altnzcv", "rand", "sb", "ssbs", "specrestrict",
  "predres", "ccpp", "ccdp", "ccidx", "dit", "pan", "pan-rwv", "uaops", "ras", "rme", "perfmon", "spe", "spe-eef",
  "brbe", "trbe", "ete", "tracev8.4", "mpam", "am", "amvs", "ecv", "fgt", "hcx", "nv", "vh", "el2vmsa", "el3", "sel2",
  "tlb-rmi",
  // SVE comes with v9a, and with it whatever is built on it: take them out again.
  "-sve", "-sve2", "-f32mm", "-f64mm", "-streaming-sve", "-sme",
];

/** The --mattr= or -mattr= option that selects them. */
export const ORACLE_MATTR = `mattr=${ORACLE_FEATURES.map((name) => (name.startsWith("-") ? name : `+${name}`)).join(",")}`;

/** What llvm-objdump says of a word that is no instruction. */
export const UNKNOWN = "<unknown>";

/** The release of the llvm-objdump on PATH, or undefined where there is none. */
export function llvmRelease(): number | undefined {
  try {
    const version = /LLVM version (\d+)/.exec(execFileSync("llvm-objdump", ["--version"], { encoding: "utf8" }));
    return version === null ? undefined : Number(version[1]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** `disassemble` at 4 * i of each word i: "add\tx0, x1, #1", or UNKNOWN. */
export function llvmTexts(words: Uint32Array): string[] {
  const directory = mkdtempSync(join(tmpdir(), "o2p-oracle-"));
  try {
    const elf = join(directory, "words.elf");
    writeWordsAsElf(words, directory, elf);
    return textsOf(elf, words.length);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A relocatable file without symbols, whose .text at address 0 is `words`. */
export function writeWordsAsElf(words: Uint32Array, directory: string, elf: string): void {
  const flat = join(directory, "words.bin");
  const bytes = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => bytes.setUint32(4 * i, word, true));
  writeFileSync(flat, bytes);
  wrapAsElf(flat, elf);
}

/** The flat file `flat` as the .text of a relocatable file, at address 0. */
export function wrapAsElf(flat: string, elf: string): void {
  execFileSync("llvm-objcopy", [
    "-I", "binary", "-O", "elf64-littleaarch64", "--rename-section", ".data=.text,code", "--strip-all", flat, elf,
  ]);
}

function textsOf(elf: string, count: number): string[] {
  const listing = join(elf, "..", "listing.txt");
  // Through a file: a million lines are more than a pipe's buffer should be asked to hold.
  execFileSync("sh", ["-c", 'exec llvm-objdump "$@" > "$0"', listing,
    "--disassemble", "--disassemble-zeroes", "--no-show-raw-insn", "--no-leading-addr", `--${ORACLE_MATTR}`, elf]);
  const lines = readFileSync(listing, "latin1").split("\n");
  const texts = lines.slice(lines.indexOf("<.text>:") + 1, -1).map(instructionOf);
  if (texts.length !== count) bug(`llvm-objdump printed ${texts.length} lines for ${count} words`);
  return texts;
}

/** The instruction in one line of llvm-objdump's. */
export function instructionOf(line: string): string {
  const comment = line.indexOf("// ");
  let end = comment < 0 ? line.length : comment;
  const label = line.indexOf(" <", line.indexOf("\t"));
  if (label >= 0) end = Math.min(end, label);
  return line.slice(line.indexOf("\t") + 1, end).trimEnd();
}
