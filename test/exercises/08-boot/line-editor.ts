import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["puts letters at the end",            "[before + String.fromCharCode(key) + behind, cursor + 1]", "[text + String.fromCharCode(key), cursor + 1]"],
    ["stays in front of the letter",       "String.fromCharCode(key) + behind, cursor + 1]", "String.fromCharCode(key) + behind, cursor]"],
    ["writes over",                        "String.fromCharCode(key) + behind,",    "String.fromCharCode(key) + behind.slice(1),"],
    ["has no spaces",                      "key >= SPACE",                          "key > SPACE"],
    ["goes out of the line to the left",   "Math.max(cursor - 1, 0)",               "cursor - 1"],
    ["goes out of it to the right",        "Math.min(cursor + 1, text.length)",     "cursor + 1"],
    ["stops before the end",               "case KEY.end: return [text, text.length];", "case KEY.end: return [text, Math.max(text.length - 1, 0)];"],
    ["takes the letter at the cursor away with backspace", "[before.slice(0, cursor - 1) + behind, cursor - 1]", "[before + behind.slice(1), cursor]"],
    ["leaves the cursor behind",           "[before.slice(0, cursor - 1) + behind, cursor - 1]", "[before.slice(0, cursor - 1) + behind, cursor]"],
    ["takes away the first where nothing is before it", "cursor === 0 ? [text, 0]", "cursor === 0 ? [text.slice(1), 0]"],
    ["deletes and moves",                  "[before + behind.slice(1), cursor]",    "[before + behind.slice(1), Math.max(cursor - 1, 0)]"],
    ["deletes like backspace",             "[before + behind.slice(1), cursor]",    "[before.slice(0, -1) + behind, Math.max(cursor - 1, 0)]"],
    ["kills the wrong half",               "[behind, 0]",                           "[before, cursor]"],
    ["kills all to the begin",             "[behind, 0]",                           "[\"\", 0]"],
    ["keeps the letter at the cursor",     "case KEY.killToEnd: return [before, cursor];", "case KEY.killToEnd: return [before + behind.slice(0, 1), cursor];"],
    ["does not go over spaces",            "  while (at > 0 && before.charCodeAt(at - 1) === SPACE) at--;\n", ""],
    ["kills spaces alone",                 "  while (at > 0 && before.charCodeAt(at - 1) !== SPACE) at--;\n", ""],
    ["kills the whole word",               "[before.slice(0, at) + behind, at]",    "[before.slice(0, at) + behind.slice(behind.indexOf(\" \") < 0 ? behind.length : behind.indexOf(\" \")), at]"],
    ["kills what is behind as well",       "[before.slice(0, at) + behind, at]",    "[before.slice(0, at), at]"],
    ["empties the line for a key of others", "default: return [text, cursor];",     "default: return [\"\", 0];"],
    ["puts in what is no letter",          "key >= SPACE && key < KEY.enter",       "key >= SPACE && key !== KEY.left && key !== KEY.right && key < KEY.cancel"],
  ],
  right: {
    "letter by letter": `
      import { KEY } from "../../src/unikernel/services/monitor/keys";
      export function edited(text: string, cursor: number, key: number): readonly [text: string, cursor: number] {
        let from = cursor;
        let to = cursor;
        if (key === KEY.backspace && cursor > 0) from = cursor - 1;
        if (key === KEY.delete && cursor < text.length) to = cursor + 1;
        if (key === KEY.killToBegin) from = 0;
        if (key === KEY.killToEnd) to = text.length;
        if (key === KEY.killWord) {
          while (from > 0 && text.charCodeAt(from - 1) === 32) from--;
          while (from > 0 && text.charCodeAt(from - 1) !== 32) from--;
        }
        let result = "";
        for (let i = 0; i < text.length; i++) {
          if (i === cursor && key > 31 && key < 127) result += String.fromCharCode(key);
          if (i < from || i >= to) result += text.slice(i, i + 1);
        }
        if (cursor === text.length && key > 31 && key < 127) result += String.fromCharCode(key);
        if (key > 31 && key < 127) return [result, cursor + 1];
        if (key === KEY.home) return [text, 0];
        if (key === KEY.end) return [text, text.length];
        if (key === KEY.left && cursor > 0) return [text, cursor - 1];
        if (key === KEY.right && cursor < text.length) return [text, cursor + 1];
        return [result, from];
      }`,
  },
};
