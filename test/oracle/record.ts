// Records test/oracle/recorded/words.txt.gz: words with LLVM's text.
//
//   npx ts-node test/oracle/record.ts
//
// Needs llvm-objdump and llvm-objcopy of LLVM 14, and half a minute.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { LLVM_RELEASE, ORACLE_MATTR, llvmRelease, llvmTexts } from "./llvm";
import { RECORDING, writtenRecording } from "./recording";
import { sampleWords } from "./sample";

const COUNT = 100_000;
const SEED = 1;

function record(): void {
  if (llvmRelease() !== LLVM_RELEASE) throw new Error(`llvm-objdump of LLVM ${LLVM_RELEASE} is needed`);
  const words = sampleWords(COUNT, SEED);
  const texts = llvmTexts(words);
  const heading = [
    `${words.length} words, and what llvm-objdump of LLVM ${LLVM_RELEASE} calls them (Debian's llvm package).`,
    `Made by: npx ts-node test/oracle/record.ts (seed ${SEED})`,
    `llvm-objdump --disassemble --disassemble-zeroes --${ORACLE_MATTR}`,
  ];
  mkdirSync(dirname(RECORDING), { recursive: true });
  writeFileSync(RECORDING, gzipSync(writtenRecording({ words, texts }, heading), { level: 9 }));
  const mnemonics = new Set(texts.map((text) => text.replace(/\t.*/, "")));
  console.log(`${words.length} words, ${mnemonics.size} mnemonics`);
}

if (require.main === module) record();
