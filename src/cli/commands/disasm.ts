// o2p disasm: an ELF file, a flat file, or words, as LLVM prints them.

import type { Command } from "commander";
import { UserFault } from "../../base/fault";
import type { Decoder } from "../../machine/decoder/decoder";
import { blaming, isFile, readInput, STANDARD_INPUT } from "../input";
import type { ListingOptions } from "../listing/list-section";
import { addressOption, hexWord, looksLikeWord } from "../number";
import { Output } from "../output";

interface Options {
  readonly section: readonly string[];
  readonly symbol: readonly string[];
  readonly startAddress: bigint;
  readonly stopAddress: bigint;
  readonly showRawInsn: boolean;
  readonly disassembleZeroes: boolean;
  readonly raw: boolean;
  readonly base: bigint;
  readonly mine: boolean;
}

const append = (value: string, before: readonly string[]) => [...before, value];

export function register(program: Command): void {
  program
    .command("disasm")
    .summary("disassemble an ELF file, a flat file, or words")
    .description(
      "Disassembles as `llvm-objdump -d` does: each FILE by section and symbol, each WORD (0x91000420, or all\n" +
      "eight digits) as one line. `-` reads words from standard input, one a line, and answers each with a line.")
    .argument("<input...>", "a file, a word in hexadecimal, or -")
    .option("-j, --section <name>", "list this section (more than once for more)", append, [])
    .option("--symbol <name>", "list only what stands under this symbol (more than once for more)", append, [])
    .addOption(addressOption("--start-address <address>", "begin here", 0n))
    .addOption(addressOption("--stop-address <address>", "end before here", 1n << 64n))
    .option("--no-show-raw-insn", "leave out the bytes")
    .option("-z, --disassemble-zeroes", "show runs of zero bytes", false)
    .option("--raw", "the files are flat: nothing but instructions", false)
    .addOption(addressOption("--base <address>", "where a flat file's first byte is", 0n))
    .option("--mine", "with the parts that you wrote in work/ in place of ours", false)
    .action(async (inputs: readonly string[], options: Options) => {
      const { standardDecoder } = await import("../../machine/decoder/decoder");
      if (options.mine) await (await import("../mine")).withMyParts((decoder) => disassemble(inputs, options, decoder));
      else await disassemble(inputs, options, standardDecoder());
    });
}

export async function disassemble(inputs: readonly string[], options: Options, decoder: Decoder): Promise<void> {
  const output = new Output("latin1");
  try {
    for (const input of inputs) {
      if (input === "-" && !options.raw) await answerWords(decoder, output);
      else if (!options.raw && looksLikeWord(input) && !isFile(input)) output.write(`${decoder.disassemble(hexWord(input)!)}\n`);
      else await listFile(input, options, decoder, output);
    }
  } finally {
    output.flush(); // What came before a fault is right.
  }
}

async function listFile(input: string, options: Options, decoder: Decoder, output: Output): Promise<void> {
  const { listElf, listFlat } = await import("../listing/list-file");
  const { readElf } = await import("../../formats/elf/read-elf");
  const bytes = readInput(input);
  const name = input === "-" ? STANDARD_INPUT : input;
  const listing: ListingOptions = {
    sections: options.section, symbols: options.symbol, startAddress: options.startAddress, stopAddress: options.stopAddress,
    rawBytes: options.showRawInsn, zeroes: options.disassembleZeroes,
  };
  blaming(name, () => {
    if (options.raw) listFlat(bytes, options.base, name, decoder, listing, output.write);
    else listElf(readElf(bytes), name, decoder, listing, output.write);
  });
}

/** One line for each word on standard input, as soon as it is read. */
async function answerWords(decoder: Decoder, output: Output): Promise<void> {
  let number = 0;
  const answer = (line: string): void => {
    number++;
    const text = line.trim();
    if (text === "") return;
    const word = hexWord(text);
    if (word === undefined) throw new UserFault(`${STANDARD_INPUT}:${number}: not a word in hexadecimal: ${JSON.stringify(text.slice(0, 40))}`);
    output.write(`${decoder.disassemble(word)}\n`);
  };

  let unfinished = "";
  process.stdin.setEncoding("latin1");
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    const lines = (unfinished + chunk).split("\n");
    unfinished = lines.pop()!;
    for (const line of lines) answer(line);
    output.flush();
  }
  if (unfinished !== "") answer(unfinished);
}
