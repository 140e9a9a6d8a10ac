import { expect } from "chai";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeLogicalImmediate, encodeLogicalImmediate } from "../../../src/machine/decoder/logical-immediate";

// One line for each N:immr:imms, as LLVM reads it (recorded/record.sh).
const recorded = readFileSync(join(__dirname, "recorded/logical-immediates.txt"), "utf8").trim().split("\n").slice(1)
  .map((line) => line.split(" ").map((text) => (text === "-" ? undefined : BigInt(text))));

const split = (n: number): [number, number, number] => [n >> 12, (n >> 6) & 63, n & 63];

describe("logical immediates", () => {
  for (const [column, width] of [[0, 64], [1, 32]] as const) {
    it(`all 8192 of ${width} bits decode as LLVM decodes them`, () => {
      expect(recorded).to.have.length(8192);
      for (const [n, masks] of recorded.entries()) {
        const [N, immr, imms] = split(n);
        expect(decodeLogicalImmediate(N, immr, imms, width), `N:immr:imms = ${n}`).to.equal(masks[column]);
      }
    });

    it(`every mask of ${width} bits encodes to its first encoding with no idle bits set`, () => {
      const preferred = new Map<bigint, number>();
      for (const [n, masks] of recorded.entries()) {
        const mask = masks[column];
        if (mask !== undefined && !preferred.has(mask)) preferred.set(mask, n);
      }
      expect(preferred.size).to.equal(width === 64 ? 5334 : 1302);
      for (const [mask, n] of preferred) {
        const [N, immr, imms] = split(n);
        expect(encodeLogicalImmediate(mask, width), `0x${mask.toString(16)}`).to.deep.equal({ N, immr, imms });
      }
    });
  }

  it("nothing else encodes", () => {
    const masks = new Set(recorded.map(([mask]) => mask));
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (value) => {
      expect(encodeLogicalImmediate(value, 64) !== undefined).to.equal(masks.has(value));
    }));
    for (const value of [0n, 2n ** 64n - 1n, -1n, 2n ** 64n]) expect(encodeLogicalImmediate(value, 64)).to.equal(undefined);
    for (const value of [0n, 2n ** 32n - 1n, 0xff_0000_0000n]) expect(encodeLogicalImmediate(value, 32)).to.equal(undefined);
  });
});
