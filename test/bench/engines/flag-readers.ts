// How often code writes the flags, and how often it reads them: of the instructions in a program's .text, by the executor
// that says what an instruction touches. Nothing is run: each word counts once.
//
//   npx ts-node test/bench/engines/flag-readers.ts [FILE]     an ELF file; else Debian's C library, as fetch-programs.ts leaves it

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { sectionNamed } from "../../../src/formats/elf/elf-file";
import { readElf } from "../../../src/formats/elf/read-elf";
import { meaningOf } from "../../../src/machine/cpu/meanings";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import { footprintOf } from "../../../src/machine/jit/footprint";
import { directSystemAt } from "../../../src/machine/jit/system-cells";
import { ROOT } from "../../host/user/programs";

const LIBC = join(ROOT, "lib/aarch64-linux-gnu/libc.so.6");
const FETCH = "npx ts-node test/host/user/fetch-programs.ts";

export interface FlagCounts {
  readonly instructions: number;
  readonly writers: number;
  readonly readers: number;
  /** Of the readers, those with a writer right before them, and those with one two before. */
  readonly behind: number;
  readonly twoBehind: number;
}

/** Data between functions counts as what it decodes to, if that is anything. */
export function countFlags(words: Uint32Array): FlagCounts {
  const decoder = standardDecoder();
  const direct = directSystemAt(0);
  let [instructions, writers, readers, behind, twoBehind] = [0, 0, 0, 0, 0];
  let lastWriter = -Infinity;
  words.forEach((word, at) => {
    const meaning = meaningOf(decoder, word);
    if (meaning === undefined) return;
    instructions++;
    const { readsFlags, writesFlags } = footprintOf({ word, ...meaning }, direct);
    if (readsFlags) {
      readers++;
      if (at - lastWriter === 1) behind++;
      if (at - lastWriter === 2) twoBehind++;
    }
    if (!writesFlags) return;
    writers++;
    lastWriter = at;
  });
  return { instructions, writers, readers, behind, twoBehind };
}

function textOf(path: string): Uint32Array {
  if (!existsSync(path)) throw new UserFault(`${path}: is not there${path === LIBC ? `; ${FETCH} brings it` : ""}`);
  const section = sectionNamed(readElf(readFileSync(path)), ".text");
  if (section === undefined) throw new UserFault(`${path}: has no .text`);
  const { contents } = section;
  const view = new DataView(contents.buffer, contents.byteOffset, contents.byteLength);
  return Uint32Array.from({ length: contents.length >>> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function main([path = LIBC]: readonly string[]): void {
  const { instructions, writers, readers, behind, twoBehind } = countFlags(textOf(path));
  const rows: readonly (readonly [what: string, count: number, of: number])[] = [
    ["instructions",             instructions, instructions],
    ["write the flags",          writers,      instructions],
    ["read the flags",           readers,      instructions],
    ["  written right before",   behind,       readers],
    ["  written two before",     twoBehind,    readers],
  ];
  for (const [what, count, of] of rows) {
    console.log(`${what.padEnd(24)} ${count.toLocaleString("en").padStart(9)}  ${((100 * count) / of).toFixed(1).padStart(5)} %`);
  }
}

if (require.main === module) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`flag-readers: ${error.message}`);
    process.exitCode = 2;
  }
}
