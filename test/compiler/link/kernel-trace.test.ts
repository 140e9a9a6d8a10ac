// A kernel's tables for stack traces stand in pieces in the image file, where nothing else does: what is left of the
// last page of code and of constants, and behind the variables. Put together as the kernel does it, they are whole: zlib's
// CRC-32 says so, and that of code and constants is in the image too.

import { expect } from "chai";
import { crc32 } from "node:zlib";
import type { CompiledFunction } from "../../../src/compiler/back/compiled";
import type { Datum } from "../../../src/compiler/ir/program";
import { flatImage } from "../../../src/compiler/link/flat-image";
import { link } from "../../../src/compiler/link/link";
import type { Linked } from "../../../src/compiler/link/linked";
import { assembleLine } from "../../../src/machine/decoder/assembler";

const PAGE = 4096;
const BASE = 0x4020_0000n;
const HEADER = 64;

/** A function of so many words, whose name is as long as names are. */
function ofWords(name: string, words: number): CompiledFunction {
  const at = { file: "a.ts", line: 1, column: 1 };
  const ret = assembleLine("ret");
  return {
    symbol: `a.ts#${name}`, title: name, at, words: new Uint32Array(words).fill(ret), lines: [{ offset: 0, at }],
    relocations: [], frameBytes: 0, prologueBytes: 0, saved: [], handlers: [],
  };
}

const datum = (symbol: string, section: Datum["section"], bytes: number): Datum =>
  ({ symbol, section, alignment: 16, bytes: new Uint8Array(bytes).fill(0xaa), relocations: [] });

/** Code, constants and variables of about so many bytes, and functions with long names. */
function kernel(code: number, constants: number, variables: number, names: number): Linked {
  const functions = Array.from({ length: names }, (_, i) => ofWords(`f${(i * 7919).toString(36)}_${"xyz".repeat(i % 9)}`, 1));
  return link({
    base: BASE, functions: [ofWords("long", code / 4), ...functions],
    assembly: [{ symbol: "_start", title: "_start", at: { file: "a.ts", line: 1, column: 1 }, uses: {}, text: "b ." }],
    data: [datum("constants", ".rodata", constants), datum("variables", ".data", variables), datum("zeros", ".bss", 64)],
    classes: [], regions: [{ name: "stack", bytes: PAGE }], movesTrace: true,
  });
}

class Image {
  readonly linked: Linked;
  readonly bytes: Uint8Array;

  constructor(linked: Linked) {
    this.linked = linked;
    this.bytes = flatImage(linked);
  }

  offset(name: string): number {
    return Number(this.linked.symbols.find((each) => each.name === name)!.address - BASE);
  }

  between(begin: number, end: number): Uint8Array {
    return this.bytes.subarray(begin, Math.max(begin, end));
  }

  /** As src/unikernel/boot/move-symbols.ts does it. */
  trace(): { readonly whole: Uint8Array; readonly pieces: readonly number[] } {
    const up = (value: number): number => Math.ceil(value / 16) * 16;
    let left = this.offset("link/trace-end") - this.offset("link/trace");
    const gaps = [[this.offset("link/text-end"), this.offset("link/rodata")], [this.offset("link/rodata-end"), this.offset("link/data")], [this.offset("link/trace-load"), Infinity]] as const;
    const pieces = gaps.map(([begin, end]) => {
      const piece = this.between(up(begin), up(begin) + Math.max(0, Math.min(end - up(begin), left)));
      left -= piece.length;
      return piece;
    });
    return { whole: Buffer.concat(pieces), pieces: pieces.map(({ length }) => length) };
  }
}

const cases: readonly (readonly [what: string, linked: () => Linked, pieces: (lengths: readonly number[]) => boolean])[] = [
  ["all of it behind the code", () => kernel(128, 128, 128, 9), ([a = 0, b, c]) => a > 0 && b === 0 && c === 0],
  ["in three pieces", () => kernel(2900, 3400, 128, 150), (pieces) => pieces.every((each) => each > 0)],
  ["no room behind the code", () => kernel(PAGE - HEADER - 4 * 150, 3600, 128, 149), ([a, b = 0, c = 0]) => a === 0 && b > 0 && c > 0],
];

describe("a kernel's tables for stack traces", () => {
  for (const [what, linked, isSo] of cases) {
    it(`${what}: the pieces are the whole`, () => {
      const image = new Image(linked());
      const { whole, pieces } = image.trace();
      expect(isSo(pieces), pieces.join()).to.equal(true);
      const checksums = new DataView(image.between(image.offset("link/checksums"), Infinity).slice().buffer);
      expect(Buffer.from(whole.subarray(0, 4)).toString("latin1")).to.equal("trac");
      expect(whole.length).to.equal(image.offset("link/trace-end") - image.offset("link/trace"));
      expect(checksums.getUint32(0, true), "code").to.equal(crc32(image.between(HEADER, image.offset("link/text-end"))));
      expect(checksums.getUint32(4, true), "constants").to.equal(crc32(image.between(image.offset("link/rodata"), image.offset("link/rodata-end"))));
      expect(checksums.getUint32(8, true), "trace").to.equal(crc32(whole));
    });

    it(`${what}: the file ends with what must be in it, and memory has room for the tables above everything`, () => {
      const image = new Image(linked());
      const third = image.trace().pieces[2]!;
      expect(image.bytes.length).to.equal(third > 0 ? image.offset("link/trace-load") + third : image.offset("link/data-end"));
      expect(image.offset("link/trace")).to.be.at.least(image.offset("link/stack-end"));
      expect(image.offset("link/stack")).to.be.at.least(image.bytes.length);
      expect(Number(image.linked.end - BASE)).to.equal(image.offset("link/trace-end"));
    });
  }
});
