// What the oracle cannot ask QEMU: programming and erasing as the StrataFlash J3 datasheet has them.

import { expect } from "chai";
import { CfiFlash } from "../../../../src/machine/devices/cfi-flash/cfi-flash";

const BLOCK = 0x4_0000;
const both = (word: number): bigint => BigInt(word | (word << 16));
const [READY, NOT_A_COMMAND] = [0x0080_0080n, 0x00b0_00b0n];

/** A flash, and the words written to it: [offset, word in both chips]. */
function told(...words: readonly (readonly [number, number])[]) {
  const flash = new CfiFlash();
  for (const [offset, word] of words) flash.write(offset, 4, both(word));
  return flash;
}

const read = (flash: CfiFlash, offset: number): bigint => flash.read(offset, 4);

const ERASED = [[0, 0x20], [0, 0xd0]] as const;

describe("flash", () => {
  it("reads as it was given, then as zeros", () => {
    const flash = new CfiFlash({ contents: Uint8Array.of(1, 2, 3, 4, 5) });
    expect([flash.read(0, 8), flash.read(1, 1), flash.read(2, 2), flash.read(BLOCK, 4)]).to.deep.equal([0x05_0403_0201n, 2n, 0x403n, 0n]);
  });

  it("programs ones to zeros, and zeros to nothing", () => {
    const flash = told(...ERASED, [8, 0x40], [8, 0x1234], [8, 0x40], [8, 0xff00], [0, 0xff]);
    expect(read(flash, 8)).to.equal(both(0x1200));
  });

  it("erases when that is confirmed, and the block only", () => {
    const flash = told([BLOCK + 8, 0x20]);
    expect(read(flash, 0)).to.equal(READY);
    flash.write(BLOCK + 8, 4, both(0xd0));
    flash.write(0, 4, both(0xff));
    expect([read(flash, BLOCK - 4), read(flash, BLOCK), read(flash, 2 * BLOCK - 4), read(flash, 2 * BLOCK)])
      .to.deep.equal([0n, 0xffff_ffffn, 0xffff_ffffn, 0n]);
  });

  const refused = [
    ["an erase that is not confirmed",      [[0, 0x20], [0, 0x70]]],
    ["a lock that is neither",              [[0, 0x60], [0, 0x20]]],
    ["a buffer of too many words",          [[0, 0xe8], [0, 1024]]],
    ["a buffer that is not confirmed",      [[0, 0xe8], [0, 0], [0, 0], [0, 0x70]]],
    ["a buffer that leaves its block",      [[0, 0xe8], [0, 0], [BLOCK, 0], [0, 0xd0]]],
  ] as const;
  for (const [title, words] of refused) {
    it(`refuses ${title}: both error bits, until they are cleared`, () => {
      const flash = told(...ERASED, [BLOCK, 0x20], [BLOCK, 0xd0], ...words);
      expect(read(flash, 0)).to.equal(NOT_A_COMMAND);
      flash.write(0, 4, both(0x50));
      expect([read(flash, 0), read(flash, BLOCK)]).to.deep.equal([0xffff_ffffn, 0xffff_ffffn]);
      flash.write(0, 4, both(0x70));
      expect(read(flash, 0)).to.equal(READY);
    });
  }

  it("programs a buffer when that is confirmed", () => {
    const flash = told(...ERASED, [0, 0xe8], [0, 1], [16, 0x1111], [20, 0x2222]);
    expect(flash.save().sectors[0]!.bytes[16]).to.equal(0xff);
    flash.write(0, 4, both(0xd0));
    flash.write(0, 4, both(0xff));
    expect([read(flash, 16), read(flash, 20)]).to.deep.equal([both(0x1111), both(0x2222)]);
  });

  it("takes a buffer of 1024 words", () => {
    expect(read(told([0, 0xe8], [0, 1023]), 0)).to.equal(READY);
  });

  it("gives up what Read Array interrupts", () => {
    const flash = told([0, 0x20], [0, 0xff]);
    expect(read(flash, 0)).to.equal(0n);
  });

  it("takes the two halves of a wide write for two commands", () => {
    const flash = told();
    flash.write(0, 8, (both(0xd0) << 32n) | both(0x20));
    flash.write(0, 8, (both(0xff) << 32n) | both(0xff));
    expect(read(flash, 0)).to.equal(0xffff_ffffn);
  });

  describe("between commands", () => {
    it("is saved and restored", () => {
      const flash = told(...ERASED, [0, 0xe8], [0, 1], [16, 0x1111]);
      const other = new CfiFlash();
      other.restore(flash.save());
      for (const [offset, word] of [[20, 0x2222], [0, 0xd0], [0, 0xff]] as const) other.write(offset, 4, both(word));
      expect([read(other, 16), read(other, 20), read(other, 24)]).to.deep.equal([both(0x1111), both(0x2222), 0xffff_ffffn]);
    });

    it("has saved what does not change any more", () => {
      const flash = told(...ERASED);
      const saved = flash.save();
      for (const [offset, word] of [[0, 0x40], [0, 0], [0, 0xff]] as const) flash.write(offset, 4, both(word));
      expect([read(flash, 0), saved.sectors[0]!.bytes[0]]).to.deep.equal([0n, 0xff]);
    });
  });

  it("tells which blocks it has written", () => {
    const flash = told([2 * BLOCK, 0x20], [2 * BLOCK, 0xd0]);
    expect(flash.written.map(({ offset, bytes }) => [offset, bytes.length])).to.deep.equal([[2 * BLOCK, BLOCK]]);
  });
});
