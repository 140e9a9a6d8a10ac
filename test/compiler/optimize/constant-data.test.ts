// What is known of an image's data is put in: variables that are constant, fields that nobody assigns. Nothing else is.

import { expect } from "chai";
import type { ClassInfo, Datum } from "../../../src/compiler/ir/program";
import { printFunction } from "../../../src/compiler/ir/print";
import { verify } from "../../../src/compiler/ir/verify";
import { ConstantData } from "../../../src/compiler/optimize/constant-data";
import { readIr } from "../ir/read-ir";

const words = (...values: bigint[]): Uint8Array => new Uint8Array(BigUint64Array.from(values).buffer);
const to = (offset: number, symbol: string): Datum["relocations"][number] => ({ offset, symbol, addend: 0 });
const data: readonly Datum[] = [
  { symbol: "constant", section: ".rodata", alignment: 8, bytes: words(7n), relocations: [] },
  { symbol: "variable", section: ".data", alignment: 8, bytes: words(8n), relocations: [] },
  { symbol: "one", section: ".rodata", alignment: 8, bytes: words(0n), relocations: [to(0, "object")] },
  // Of class 1: header, a field that nobody assigns, one that somebody does, and a reference.
  { symbol: "object", section: ".data", alignment: 8, bytes: words(1n, 41n, 42n, 0n), relocations: [to(24, "text")] },
  { symbol: "text", section: ".rodata", alignment: 8, bytes: words(5n << 32n, 0x6f6c6c6568n), relocations: [] },
  { symbol: "closure", section: ".rodata", alignment: 8, bytes: words(2n, 0n), relocations: [to(8, "code")] },
];
const own: ClassInfo = { name: "Own", shape: "instance", size: 32, lastHeir: 1, references: [false, false, false, true], fixed: [true, true, false, true] };
const classes = [{ ...own, name: "string", fixed: [] }, own];

const cases: readonly (readonly [what: string, body: string, becomes: RegExp])[] = [
  ["a constant variable is its value", "v1: raw = symbol constant\nv2: number = load u64 [v1]\nreturn v2", /number = constant 7\n/],
  ["a variable is read", "v1: raw = symbol variable\nv2: number = load u64 [v1]\nreturn v2", /load u64/],
  ["a constant reference is an address", "v1: raw = symbol one\nv2: ref = load u64 [v1]\nreturn v2", /ref = symbol object/],
  ["a field that nobody assigns is its value", "v1: ref = symbol object\nv2: number = load u64 [v1 + 8]\nreturn v2", /number = constant 41\n/],
  ["a field that somebody assigns is read", "v1: ref = symbol object\nv2: number = load u64 [v1 + 16]\nreturn v2", /load u64/],
  ["the one may follow from the other", "v1: raw = symbol one\nv2: ref = load u64 [v1]\nv3: ref = load u64 [v2 + 24]\nreturn v3", /ref = symbol text/],
  ["half of an address is not known", "v1: ref = symbol object\nv2: raw = load u32 [v1 + 24] invariant\nreturn v2", /load u32/],
  ["a text's length is known", "v1: ref = symbol text\nv2: number = load u32 [v1 + 4] invariant\nreturn v2", /number = constant 5\n/],
  ["behind the data, nothing is", "v1: ref = symbol text\nv2: raw = load u64 [v1 + 16] invariant\nreturn v2", /load u64/],
  ["a closure that is known is called by its code", "v1: ref = symbol closure\nv2: raw = load u64 [v1 + 8] invariant\nv3: raw = call [v2](v1)\nreturn v3", /call code\(/],
];

describe("what the image's data hold", () => {
  for (const [what, body, becomes] of cases) {
    it(what, () => {
      const ir = readIr(`function a.ts#f(v0: raw)\nb9:\n${body}`);
      new ConstantData(data, classes).use(ir);
      expect(printFunction(verify(ir))).to.match(becomes);
    });
  }
});
