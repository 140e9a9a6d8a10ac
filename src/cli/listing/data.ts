// Data within text, as llvm-objdump prints it: .word where a mapping symbol ($d) says so, a dump where a
// symbol is an object.

import type { Section } from "../../formats/elf/elf-file";
import { addressText, bytesText } from "./line";
import type { Label } from "./labels";

/** From here on, code ("x") or data ("d"). */
interface Mapping {
  readonly address: bigint;
  readonly kind: "x" | "d";
}

/** What mapping symbols say of a section's bytes ("ELF for the Arm 64-bit Architecture", Mapping symbols). */
export class MappingSymbols {
  readonly #mappings: readonly Mapping[];

  constructor(labels: readonly Label[]) {
    this.#mappings = labels
      .filter(({ name }) => name.startsWith("$d") || name.startsWith("$x"))
      .map(({ address, name }): Mapping => ({ address, kind: name[1] as "x" | "d" }))
      // At one address code comes last, and the last one counts.
      .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : a.kind < b.kind ? -1 : 1));
  }

  isData(address: bigint): boolean {
    let low = 0;
    let high = this.#mappings.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#mappings[middle]!.address <= address) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#mappings[low - 1]!.kind === "d";
  }
}

/** One line of data at `index` of the section, and how many bytes it shows. */
export function dataLine({ contents, sh_addr }: Section, index: number, end: number): { line: string; size: number } {
  const size = index + 4 <= end ? 4 : index + 2 <= end ? 2 : 1;
  const left = `${addressText(sh_addr + BigInt(index))}\t${bytesText(contents, index, index + size)}`;
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = value * 256 + contents[index + i]!;
  const hex = `0x${value.toString(16).padStart(2 * size, "0")}`;
  switch (size) {
    case 4: return { line: `${left}\t.word\t${hex}`, size };
    case 2: return { line: `${left}\t\t.short\t${hex}`, size };
    // LLVM 14 shows the section's first byte as the value of every .byte; the raw bytes are right.
    case 1: return { line: `${left}\t\t.byte\t0x${bytesText(contents, 0, 1)}`, size };
  }
}

const DUMP_BYTES = 8;

/** Bytes in hexadecimal and ASCII, eight a line. */
export function* dumpLines({ contents, sh_addr }: Section, start: number, end: number): Generator<string> {
  for (let index = start; index < end; index += DUMP_BYTES) {
    const to = Math.min(index + DUMP_BYTES, end);
    const ascii = Array.from(contents.subarray(index, to), (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "."));
    const hex = bytesText(contents, index, to).padEnd(3 * DUMP_BYTES - 1, " ");
    yield `${addressText(sh_addr + BigInt(index))} ${hex}         ${ascii.join("")}`;
  }
}
