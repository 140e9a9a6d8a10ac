// o2p asm: assembly text to words, to a flat file, or to a listing.

import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { UserFault } from "../../base/fault";
import type { Assembly } from "../../machine/decoder/assembler";
import { readInput, STANDARD_INPUT, withReasons } from "../input";
import { addressText, bytesText } from "../listing/line";
import { addressOption } from "../number";
import { Output } from "../output";

interface Options {
  readonly output?: string;
  readonly listing: boolean;
  readonly base: bigint;
}

const WORD_BYTES = 4;
const SOURCE_COLUMN = 24;

export function register(program: Command): void {
  program
    .command("asm")
    .summary("assemble a file")
    .description(
      "Assembles FILE, or standard input for `-`. Prints words in hexadecimal, one a line; a last one that the data\n" +
      "do not fill is filled up with zeroes.")
    .argument("<file|->", "assembly text")
    .option("-o, --output <file>", "write the bytes to this file instead")
    .option("--listing", "print each line beside the bytes it makes", false)
    .addOption(addressOption("--base <address>", "where the first byte will be", 0n))
    .action(async (input: string, options: Options) => {
      const source = Buffer.from(readInput(input)).toString("utf8");
      const assembly = await assemble(source, input === "-" ? STANDARD_INPUT : input, options.base);
      const { output: file } = options;
      if (file !== undefined) withReasons(file, () => writeFileSync(file, assembly.bytes));
      const output = new Output("utf8");
      if (options.listing) for (const line of listing(assembly, source, options.base)) output.write(`${line}\n`);
      else if (file === undefined) for (const word of words(assembly.bytes)) output.write(`${word}\n`);
      output.flush();
    });
}

async function assemble(source: string, name: string, base: bigint): Promise<Assembly> {
  const { Assembler, AssemblyError } = await import("../../machine/decoder/assembler");
  const { standardDecoder } = await import("../../machine/decoder/decoder");
  try {
    return new Assembler(standardDecoder()).assemble(source, base);
  } catch (error) {
    if (error instanceof AssemblyError) throw new UserFault(`${name}:${error.message}`);
    throw error;
  }
}

/** Little-endian words, as eight digits each. */
function words(bytes: Uint8Array): string[] {
  const count = Math.ceil(bytes.length / WORD_BYTES);
  return Array.from({ length: count }, (_, i) => {
    const word = bytes.subarray(WORD_BYTES * i, WORD_BYTES * (i + 1));
    return Array.from(word, (byte) => byte.toString(16).padStart(2, "0")).reverse().join("").padStart(2 * WORD_BYTES, "0");
  });
}

/** Each source line, behind the address and bytes of what it made; more than four bytes take more lines. */
function listing({ bytes, lines }: Assembly, source: string, base: bigint): string[] {
  return source.replace(/\n$/, "").split("\n").flatMap((text, i) => {
    const rows = lines.filter(({ line }) => line === i + 1).flatMap(({ offset, length }) => {
      const starts = Array.from({ length: Math.ceil(length / WORD_BYTES) }, (_, n) => offset + WORD_BYTES * n);
      return starts.map((start) => {
        const end = Math.min(start + WORD_BYTES, offset + length);
        return `${addressText(base + BigInt(start))} ${bytesText(bytes, start, end)}`;
      });
    });
    const [first = "", ...rest] = rows;
    return [`${first.padEnd(SOURCE_COLUMN)}${text}`.trimEnd(), ...rest];
  });
}
