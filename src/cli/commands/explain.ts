// o2p explain: what an instruction does, in the words of the manual's pseudocode.

import type { Command } from "commander";
import { addressArgument, hexWord, looksLikeWord } from "../number";
import { Output } from "../output";

export function register(program: Command): void {
  program
    .command("explain")
    .summary("say what an instruction does")
    .description("Says what each WORD in hexadecimal does, or an instruction (o2p explain add x0, x1, #1): to registers, flags and memory.")
    .argument("<word-or-assembly...>", "0x91000420 and more of them, or an instruction")
    .option("--at <address>", "where it stands, so that labels are addresses", addressArgument)
    .action(async (inputs: readonly string[], { at }: { readonly at?: bigint }) => {
      const { standardDecoder } = await import("../../machine/decoder/decoder");
      const { assembleLine } = await import("../../machine/decoder/assembler");
      const { explained } = await import("../explanation");
      const words = inputs.every(looksLikeWord) ? inputs.map((input) => hexWord(input)!) : [assembleLine(inputs.join(" "), at)];
      const output = new Output("utf8");
      const decoder = standardDecoder();
      const texts = words.map((word, i) => explained(decoder, word, at === undefined ? undefined : at + BigInt(4 * i)));
      output.write(`${texts.map((lines) => lines.join("\n")).join("\n\n")}\n`);
      output.flush();
    });
}
