// ChaCha20 against RFC 8439: 2.1.1 (a quarter round), 2.3.2 and A.1 (blocks).

import { expect } from "chai";
import { chacha20Block, quarterRound } from "../../../src/unikernel/random/chacha20";

describe("ChaCha20", () => {
  it("a quarter round is RFC 8439's (2.1.1)", () => {
    const x = Uint32Array.of(0x1111_1111, 0x0102_0304, 0x9b8d_6f43, 0x0123_4567);
    quarterRound(x, 0, 1, 2, 3);
    expect([...x]).to.deep.equal([0xea2a_92f4, 0xcb1c_f8ce, 0x4581_472e, 0x5881_c4bb]);
  });

  it("a block is RFC 8439's (2.3.2)", () => {
    const key = new Uint32Array(Uint8Array.from({ length: 32 }, (_, i) => i).buffer);
    const out = new Uint32Array(16);
    chacha20Block(key, 1, Uint32Array.of(0x0900_0000, 0x4a00_0000, 0), out);
    expect([...out]).to.deep.equal([
      0xe4e7_f110, 0x1559_3bd1, 0x1fdd_0f50, 0xc471_20a3, 0xc7f4_d1c7, 0x0368_c033, 0x9aaa_2204, 0x4e6c_d4c3,
      0x4664_82d2, 0x09aa_9f07, 0x05d7_c214, 0xa202_8bd9, 0xd19c_12b5, 0xb94e_16de, 0xe883_d0cb, 0x4e3c_50a2,
    ]);
  });

  // RFC 8439, A.1: key, nonce, counter, and the block as bytes.
  const ZERO = "00".repeat(32);
  const BLOCKS: readonly (readonly [key: string, nonce: string, counter: number, block: string])[] = [
    [ZERO, "00".repeat(12), 0,
      "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586"],
    [ZERO, "00".repeat(12), 1,
      "9f07e7be5551387a98ba977c732d080dcb0f29a048e3656912c6533e32ee7aed29b721769ce64e43d57133b074d839d531ed1f28510afb45ace10a1f4b794d6f"],
    [`${"00".repeat(31)}01`, "00".repeat(12), 1,
      "3aeb5224ecf849929b9d828db1ced4dd832025e8018b8160b82284f3c949aa5a8eca00bbb4a73bdad192b5c42f73f2fd4e273644c8b36125a64addeb006c13a0"],
    [`00ff${"00".repeat(30)}`, "00".repeat(12), 2,
      "72d54dfbf12ec44b362692df94137f328fea8da73990265ec1bbbea1ae9af0ca13b25aa26cb4a648cb9b9d1be65b2c0924a66c54d545ec1b7374f4872e99f096"],
    [ZERO, `${"00".repeat(11)}02`, 0,
      "c2c64d378cd536374ae204b9ef933fcd1a8b2288b3dfa49672ab765b54ee27c78a970e0e955c14f3a88e741b97c286f75f8fc299e8148362fa198a39531bed6d"],
  ];
  const wordsOf = (hex: string): Uint32Array => new Uint32Array(Uint8Array.from(Buffer.from(hex, "hex")).buffer);
  BLOCKS.forEach(([key, nonce, counter, block], n) => {
    it(`test vector ${n + 1} of RFC 8439, A.1`, () => {
      const out = new Uint32Array(16);
      chacha20Block(wordsOf(key), counter, wordsOf(nonce), out);
      expect(Buffer.from(out.buffer).toString("hex")).to.equal(block);
    });
  });
});
