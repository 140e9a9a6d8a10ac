import { expect } from "chai";
import { pieces } from "../../../src/machine/cpu/pieces";

describe("An access is cut where a page begins", () => {
  const cases = [
    // address                   bytes  pieces: address, bytes, done
    [0x1ff8n,                    8,     [[0x1ff8n, 8, 0]]],
    [0x2000n,                    8,     [[0x2000n, 8, 0]]],
    [0x1ffcn,                    8,     [[0x1ffcn, 4, 0], [0x2000n, 4, 4]]],
    [0x1fffn,                    16,    [[0x1fffn, 1, 0], [0x2000n, 15, 1]]],
    [0xffff_ffff_ffff_fffen,     4,     [[0xffff_ffff_ffff_fffen, 2, 0], [0n, 2, 2]]],
    [0xfffn,                     4098,  [[0xfffn, 1, 0], [0x1000n, 4096, 1], [0x2000n, 1, 4097]]],
  ] as const;
  for (const [address, bytes, cut] of cases) {
    it(`${bytes} bytes at 0x${address.toString(16)}`, () => {
      expect(pieces(address, bytes)).to.deep.equal(cut.map(([at, length, done]) => ({ address: at, bytes: length, done })));
    });
  }
});
