import { KEY } from "../../../unikernel/services/monitor/keys";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import type { BootParts } from "./parts";

type Edited = BootParts["edited"];

/** The keys that are for the line, and are no codes. */
const EDITING = ["backspace", "delete", "killToBegin", "killToEnd", "killWord", "left", "right", "home", "end"] as const;
type Editing = (typeof EDITING)[number];
/** Those that are not for it. */
const OTHERS = ["none", "enter", "cancel", "up", "down", "redraw"] as const;

/** With | where the cursor is. */
const line = (text: string, cursor: number): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

/** What bash's `read -e` makes of it, with GNU readline 8 and no inputrc. */
const AS_READLINE: readonly (readonly [before: string, key: Editing | number, after: string, why: string])[] = [
  ["|",          97,            "a|",        "a letter"],
  ["wak|",       108,           "wakl|",     "at the end"],
  ["wa|k",       108,           "wal|k",     "in the middle"],
  ["|alk",       119,           "w|alk",     "at the begin"],
  ["wa|k",       32,            "wa |k",     "a space is a letter"],
  ["wa|k",       126,           "wa~|k",     "the last one that can be shown"],
  ["walk|",      "backspace",   "wal|",      "the letter before the cursor"],
  ["wa|lk",      "backspace",   "w|lk",      "in the middle"],
  ["|walk",      "backspace",   "|walk",     "nothing is before it"],
  ["wa|lk",      "delete",      "wa|k",      "the letter at the cursor"],
  ["walk|",      "delete",      "walk|",     "nothing is there"],
  ["wa|lk",      "left",        "w|alk",     "one to the left"],
  ["|walk",      "left",        "|walk",     "and no further"],
  ["wa|lk",      "right",       "wal|k",     "one to the right"],
  ["walk|",      "right",       "walk|",     "and no further"],
  ["wa|lk",      "home",        "|walk",     "to the begin"],
  ["wa|lk",      "end",         "walk|",     "to the end"],
  ["one tw|o",   "killToBegin", "|o",        "what is before the cursor"],
  ["one tw|o",   "killToEnd",   "one tw|",   "what is behind it"],
  ["one two|",   "killWord",    "one |",     "the word before the cursor"],
  ["one two  |", "killWord",    "one |",     "and the spaces between"],
  ["one t|wo",   "killWord",    "one |wo",   "of a word in which it is, what is before it"],
  ["one |two",   "killWord",    "|two",      "the spaces, and the word in front of them"],
  ["  |two",     "killWord",    "|two",      "spaces without a word"],
  ["|two",       "killWord",    "|two",      "nothing"],
  ["one-2.x|",   "killWord",    "|",         "only a space ends a word"],
];

function literal([before, key, after, why]: (typeof AS_READLINE)[number]): Case<Edited> {
  const [was, is] = [before.indexOf("|"), after.indexOf("|")];
  return { args: [before.replace("|", ""), was, typeof key === "number" ? key : KEY[key]], want: [after.replace("|", ""), is], why };
}

/** What is before the cursor and what is behind it, behind the key. */
const KEYS: Readonly<Record<Editing, (before: string, behind: string) => readonly [string, string]>> = {
  backspace:   (before, behind) => [before.replace(/.$/, ""), behind],
  delete:      (before, behind) => [before, behind.replace(/^./, "")],
  killToBegin: (_, behind) => ["", behind],
  killToEnd:   (before) => [before, ""],
  killWord:    (before, behind) => [before.replace(/[^ ]* *$/, ""), behind],
  left:        (before, behind) => [before.replace(/.$/, ""), before.slice(-1) + behind],
  right:       (before, behind) => [before + behind.slice(0, 1), behind.replace(/^./, "")],
  home:        (before, behind) => ["", before + behind],
  end:         (before, behind) => [before + behind, ""],
};

function caseOf(text: string, cursor: number, key: number): Case<Edited> {
  const name = EDITING.find((each) => KEY[each] === key);
  const halves = [text.slice(0, cursor), text.slice(cursor)] as const;
  const isCode = key >= 32 && key < 127;
  const [before, behind] = name !== undefined ? KEYS[name](...halves) : [halves[0] + (isCode ? String.fromCharCode(key) : ""), halves[1]];
  return { args: [text, cursor, key], want: [before + behind, before.length] };
}

function drawn(draw: Draw): Case<Edited> {
  const text = draw.times(draw.below(24), () => draw.pick([..."abcxyz0 -.  "])).join("");
  const key = draw.bits(2) === 0 ? draw.between(32, 126) : KEY[draw.pick(EDITING)];
  return caseOf(text, draw.below(text.length + 1), key);
}

const LONG = "read 0xffffff8040200038 8 ".repeat(9);

const keyText = (key: number): string => {
  const name = Object.entries(KEY).find(([, value]) => value === key)?.[0];
  return name === undefined ? JSON.stringify(String.fromCharCode(key)) : `KEY.${name}`;
};

export const lineEditor: Trial<Edited> = {
  show: {
    call: (text, cursor, key) => `${keyText(key)} on ${JSON.stringify(line(text, cursor))}`,
    answer: (answer) => {
      const [text, cursor] = Array.isArray(answer) ? answer : [];
      return typeof text === "string" && typeof cursor === "number" && cursor >= 0 && cursor <= text.length ? JSON.stringify(line(text, cursor)) : showPlain(answer);
    },
  },
  properties: [
    { title: "edits as GNU readline does", cases: () => AS_READLINE.map(literal) },
    { title: "leaves the line alone when the key is not for it", cases: () => OTHERS.map((name) => ({ ...caseOf("one two", 4, KEY[name]), why: `KEY.${name}` })) },
    { title: "edits a long line", cases: () => [...EDITING.map((name) => KEY[name]), 120].flatMap((key) => [0, 1, 100, LONG.length].map((at) => caseOf(LONG, at, key))) },
    { title: "agrees with the reference", cases: (draw) => draw.times(600, () => drawn(draw)) },
  ],
};
