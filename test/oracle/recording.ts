// Words with LLVM's text, recorded, for machines without LLVM. Lines of "word<tab>text" behind lines that begin
// with "#" and say where they come from, compressed. The word of line i (from 0) stands at address 4 * i.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export const RECORDING = join(__dirname, "recorded", "words.txt.gz");

export interface Recording {
  readonly words: Uint32Array;
  readonly texts: readonly string[];
}

export function readRecording(): Recording {
  const lines = gunzipSync(readFileSync(RECORDING)).toString("latin1").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return {
    words: Uint32Array.from(lines, (line) => Number.parseInt(line.slice(0, 8), 16)),
    texts: lines.map((line) => line.slice(9)),
  };
}

export function writtenRecording({ words, texts }: Recording, heading: readonly string[]): string {
  const lines = texts.map((text, i) => `${words[i]!.toString(16).padStart(8, "0")}\t${text}`);
  return `${[...heading.map((line) => `# ${line}`), ...lines].join("\n")}\n`;
}
