import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["clears at the level",                      "left.length < level",               "left.length <= level"],
    ["asks before it takes",                     "left.length < level",               "words.length < level"],
    ["clears only while it passes the level",    "left.length < level",               "left.length === level - 1"],
    ["clears RX when nothing is left",           "left.length < level",               "left.length === 0"],
    ["clears RX at every word",                  "left.length < level",               "left.length < 16"],
    ["clears the timeout at every word",         "left.length === 0",                 "left.length >= 0"],
    ["clears the timeout one word late",         "left.length === 0",                 "words.length === 0"],
    ["never clears the timeout",                 "belowLevel | empty",                "belowLevel"],
    ["never clears RX",                          "belowLevel | empty",                "empty"],
    ["clears one of the two",                    "belowLevel | empty",                "empty || belowLevel"],
    ["raises what it should clear",              "raised: 0, cleared: belowLevel | empty", "raised: belowLevel | empty, cleared: 0"],
    ["raises RX while there is enough",          "raised: 0",                         "raised: left.length >= level ? RX : 0"],
    ["takes the errors away",                    "return { word,",                    "return { word: word & 0xff,"],
    ["leaves the word where it is",              "words: left",                       "words"],
    ["has all ones in an empty FIFO",            "word = 0",                          "word = 0xff"],
    ["leaves none of the same words",            "words: left",                       "words: left.filter((each) => each !== word)"],
    ["takes the latest",                         "const [word = 0, ...left] = words;", "const [word = 0, ...left] = [...words].reverse();"],
    ["clears nothing in an empty FIFO",          "cleared: belowLevel | empty",       "cleared: words.length === 0 ? 0 : belowLevel | empty"],
  ],
  right: {
    "by counting": `
      import type { Pl011Parts } from "../../src/machine/devices/pl011/parts";
      export const take: Pl011Parts["take"] = (fifo) => {
        const count = Math.max(fifo.words.length - 1, 0);
        let cleared = 0;
        if (count < fifo.level) cleared += 16;
        if (count === 0) cleared += 64;
        return { raised: 0, cleared, word: fifo.words.at(0) ?? 0, words: fifo.words.slice(1) };
      };`,
  },
};
