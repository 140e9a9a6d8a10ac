import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["interrupts for as long as it is above the level", "all.length === level",         "all.length >= level"],
    ["interrupts one word late",                        "all.length === level",         "words.length === level"],
    ["interrupts at every word",                        "all.length === level",         "all.length > 0"],
    ["interrupts when it is full",                      "all.length === level",         "all.length === depth"],
    ["never interrupts",                                "reached | errors",             "errors"],
    ["interrupts for an error or for the level",        "reached | errors",             "errors || reached"],
    ["has UARTDR's errors in UARTRIS",                  "(word & WORD_ERRORS) >> 1",    "word & WORD_ERRORS"],
    ["forgets the errors",                              "(word & WORD_ERRORS) >> 1",    "0"],
    ["forgets breaks",                                  "0x700",                        "0x300"],
    ["strips the errors from the word",                 "overrun ? word | WORD_OE : word", "(overrun ? word | WORD_OE : word) & ~WORD_ERRORS"],
    ["makes room by losing the oldest",                 "return { words, overrun: true",   "return { words: [...words.slice(1), word], overrun: true"],
    ["takes a word more than there is room for",        "words.length >= depth",        "words.length > depth"],
    ["always has sixteen places",                       "words.length >= depth",        "words.length >= 16"],
    ["loses words without a word",                      "overrun: true, raised: OE",    "overrun: true, raised: 0"],
    ["does not remember that one was lost",             "overrun: true",                "overrun: false"],
    ["tells of a loss for ever",                        "overrun: false",               "overrun"],
    ["never tells of a loss",                           "overrun ? word | WORD_OE : word", "word"],
    ["tells of a loss in the word before",              "[...words, overrun ? word | WORD_OE : word]",
      "[...words.slice(0, -1), ...words.slice(-1).map((last) => overrun ? last | WORD_OE : last), word]"],
    ["raises OE when it tells of it",                   "reached | errors",             "reached | errors | (overrun ? OE : 0)"],
    ["raises RX when it is full",                       "raised: OE",                   "raised: OE | RX"],
    ["tells of the errors of what is lost",             "raised: OE",                   "raised: OE | (word & WORD_ERRORS) >> 1"],
    ["puts the word in front",                          "[...words, overrun ? word | WORD_OE : word]", "[overrun ? word | WORD_OE : word, ...words]"],
    ["clears the timeout",                              "raised: reached | errors, cleared: 0", "raised: reached | errors, cleared: 1 << 6"],
  ],
  right: {
    "step by step, with more than was asked for": `
      import type { Pl011Parts } from "../../src/machine/devices/pl011/parts";
      export const arrive: Pl011Parts["arrive"] = (fifo, word) => {
        const after = { ...fifo, raised: 0, cleared: 0 };
        if (fifo.words.length === fifo.depth) return { ...after, overrun: true, raised: 1024 };
        for (const bit of [8, 9, 10]) {
          if (((word >> bit) & 1) === 1) after.raised += 1 << (bit - 1);
        }
        if (fifo.words.length === fifo.level - 1) after.raised += 16;
        return { ...after, words: fifo.words.concat(word + (fifo.overrun ? 2048 : 0)), overrun: false };
      };`,
  },
};
