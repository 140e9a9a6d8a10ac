// Levels and interrupts as DDI 0183 has them: "Interrupt FIFO level select register", "UARTRXINTR", "UARTTXINTR",
// "UARTRTINTR", "Overrun bit".

import { expect } from "chai";
import { arrive, put, receiveLevel, send, take, timeOut, transmitLevel } from "../../../../src/machine/devices/pl011/fifo";

const [OE, RT, TX, RX] = [1 << 10, 1 << 6, 1 << 5, 1 << 4];
const words = (count: number): number[] => Array.from({ length: count }, (_, i) => 0x41 + i);

describe("the FIFOs' levels", () => {
  const cases = [
    // UARTIFLS's field, words of 16
    [0b000, 2], [0b001, 4], [0b010, 8], [0b011, 12], [0b100, 14],
  ] as const;
  for (const [select, level] of cases) {
    it(`0b${select.toString(2).padStart(3, "0")} is ${level} words of 16`, () => {
      expect([receiveLevel(select, 16), transmitLevel(select, 16)]).to.deep.equal([level, level]);
    });
  }

  it("of a FIFO that is one word deep are a word that came, and none that waits", () => {
    expect([receiveLevel(2, 1), transmitLevel(2, 1)]).to.deep.equal([1, 0]);
  });
});

describe("the receive FIFO", () => {
  const arrivals = [
    // words before, depth, level, word, words after, raised
    ["an empty FIFO, below its level",       0,  16, 8,  0x5a, 1,  0],
    ["the word that reaches the level",      7,  16, 8,  0x5a, 8,  RX],
    ["a word beyond the level",              8,  16, 8,  0x5a, 9,  0],
    ["the one word there is room for",       0,  1,  1,  0x5a, 1,  RX],
    ["a full FIFO loses the word",           16, 16, 8,  0x5a, 16, OE],
    ["a full FIFO of one word loses it too", 1,  1,  1,  0x5a, 1,  OE],
    ["a break",                              0,  16, 8,  0x400, 1, 1 << 9],
    ["a word with a parity error",           0,  16, 8,  0x25a, 1, 1 << 8],
    ["a word with a framing error",          0,  16, 8,  0x15a, 1, 1 << 7],
  ] as const;
  for (const [title, before, depth, level, word, after, raised] of arrivals) {
    it(`arrival: ${title}`, () => {
      const arrived = arrive({ words: words(before), depth, level, overrun: false }, word);
      expect([arrived.words.length, arrived.raised, arrived.cleared]).to.deep.equal([after, raised, 0]);
    });
  }

  it("tells of an overrun with the next word that finds room", () => {
    const lost = arrive({ words: words(1), depth: 1, level: 1, overrun: false }, 0x62);
    expect(lost).to.include({ overrun: true });
    const next = arrive({ words: [], depth: 1, level: 1, overrun: lost.overrun }, 0x63);
    expect(next).to.deep.include({ overrun: false, words: [0x863] });
  });

  const reads = [
    // words before, level, word, cleared
    [9,  8, 0x41, 0],
    [8,  8, 0x41, RX],
    [2,  8, 0x41, RX],
    [1,  8, 0x41, RX | RT],
    [0,  8, 0,    RX | RT],
  ] as const;
  for (const [before, level, word, cleared] of reads) {
    it(`reading one of ${before} words, level ${level}`, () => {
      expect(take({ words: words(before), depth: 16, level, overrun: false })).to.deep.equal(
        { word, words: words(before).slice(1), raised: 0, cleared });
    });
  }

  it("times out only while it holds words", () => {
    const fifo = { depth: 16, level: 8, overrun: false };
    expect([timeOut({ ...fifo, words: [] }).raised, timeOut({ ...fifo, words: words(3) }).raised]).to.deep.equal([0, RT]);
  });
});

describe("the transmit FIFO", () => {
  const puts = [
    // words before, words after, cleared
    [0,  1,  0],
    [7,  8,  0],
    [8,  9,  TX],
    [16, 16, 0],
  ] as const;
  for (const [before, after, cleared] of puts) {
    it(`a word behind ${before}, level 8`, () => {
      const moved = put({ words: words(before), depth: 16, level: 8 }, 0x5a);
      expect([moved.words.length, moved.raised, moved.cleared]).to.deep.equal([after, 0, cleared]);
    });
  }

  const sends = [
    // words before, raised
    [1,  TX],
    [9,  TX],
    [10, 0],
  ] as const;
  for (const [before, raised] of sends) {
    it(`one of ${before} leaves, level 8`, () => {
      const sent = send({ words: words(before), depth: 16, level: 8 });
      expect(sent).to.deep.equal({ word: 0x41, words: words(before).slice(1), raised, cleared: 0 });
    });
  }
});
