// Keys, and the line that they leave; and that the screen shows the same line and the same cursor.

import { expect } from "chai";
import { LineEditor } from "../../../../src/unikernel/services/monitor/line-editor";
import { Screen } from "./screen";

/** A telephone's terminal. */
const COLUMNS = 46;
const PROMPT = "> ";
const LETTERS = "abcdefghijklmnopqrstuvwxyz".repeat(4);

class Desk {
  readonly screen = new Screen(COLUMNS);
  readonly lines: string[] = [];
  readonly editor = new LineEditor(PROMPT, (text) => { this.screen.write(text); }, (line) => { this.lines.push(line); });

  constructor() {
    this.editor.begin();
  }

  type(keys: string): this {
    for (const key of keys) this.editor.type(key.charCodeAt(0));
    return this;
  }

  /** As it is, with | where the cursor is; and what of it the screen shows. */
  get line(): string {
    const { text, cursor } = this.editor;
    return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
  }

  get shown(): string {
    const { row, column } = this.screen;
    return `${row.slice(0, column)}|${row.slice(column).trimEnd()}`;
  }
}

/** What bash's `read -e` gives for the same keys, with GNU readline 8 and no inputrc. */
const AS_READLINE = [
  // keys                                                   line
  ["walk\r",                                                "walk"],
  ["wakl\x7f\x7flk\r",                                      "walk"],
  ["walk\x08\x08\x7f\x7f\x7fx\r",                           "x"],
  ["one two\x17three\r",                                    "one three"],
  ["one two  \x17three\r",                                  "one three"],
  ["one two\x1b[D\x1b[D\x17x\r",                            "one xwo"],
  ["one two\x15three\r",                                    "three"],
  ["one two\x1b[D\x1b[D\x15x\r",                            "xwo"],
  ["one two\x01\x0bx\r",                                    "x"],
  ["one two\x1b[D\x1b[D\x0bx\r",                            "one tx"],
  ["ello\x01h\x05!\r",                                      "hello!"],
  ["ello\x1b[Hh\x1b[F!\r",                                  "hello!"],
  ["ello\x1b[1~h\r",                                        "hello"],
  ["ac\x1b[Db\x1b[Cd\r",                                    "abcd"],
  ["ac\x1bODb\x1bOCd\r",                                    "abcd"],
  ["ac\x02b\x06d\r",                                        "abcd"],
  ["abc\x1b[D\x1b[D\x1b[3~\r",                              "ac"],
  ["abc\x01\x04\r",                                         "bc"],
  ["a\x1b[D\x1b[D\x1b[Db\x1b[C\x1b[C\x1b[Cc\r",             "bac"],
] as const;

const ENDS = [
  // keys                    lines
  ["a\rb\r",                 ["a", "b"]],
  ["a\nb\n",                 ["a", "b"]],
  ["a\r\nb\r\n",             ["a", "b"]],
  ["a\r\r\n\nb\r",           ["a", "", "", "b"]],
  ["abc\x03d\r",             ["d"]],
] as const;

const HISTORY = [
  // behind one, two, three   line
  ["\x1b[A",                  "three|"],
  ["\x1b[A\x1b[A",            "two|"],
  ["\x10\x10\x10\x10",        "one|"],
  ["\x1b[A\x1b[A\x1b[B",      "three|"],
  ["x\x1b[A\x1b[B",           "x|"],
  ["x\x1b[A\x1b[A\x0e\x0e\x0e", "x|"],
  ["\x1b[B",                  "|"],
  ["\x1b[A\x1b[A\r\x1b[A",    "two|"],
  ["\x1b[A\r\x1b[A\x1b[A",    "two|"], // Entered again, "three" is there once.
  ["\x1b[A!\x03\x1b[A",       "three|"],
] as const;

const LONG = [
  // keys                                            shown
  [LETTERS.slice(0, 42),                             `> ${LETTERS.slice(0, 42)}|`],
  [LETTERS.slice(0, 43),                             `> ${LETTERS.slice(1, 43)}|`],
  [`${LETTERS.slice(0, 50)}\x01`,                    `> |${LETTERS.slice(0, 42)}`],
  [`${LETTERS.slice(0, 50)}\x01\x05`,                `> ${LETTERS.slice(8, 50)}|`],
  [`${LETTERS.slice(0, 50)}\x1b[D`,                  `> ${LETTERS.slice(8, 49)}|x`],
  [`${LETTERS.slice(0, 50)}\x7f`,                    `> ${LETTERS.slice(8, 49)}|`],
  [`${LETTERS.slice(0, 50)}${"\x7f".repeat(41)}`,    "> i|"],
  [`${LETTERS.slice(0, 50)}${"\x7f".repeat(42)}`,    "> abcdefgh|"],
  [`${LETTERS.slice(0, 90)}${"\x1b[D".repeat(41)}`,  `> w|${LETTERS.slice(49, 90)}`],
  [`${LETTERS.slice(0, 90)}${"\x1b[D".repeat(42)}`,  `> ${LETTERS.slice(27, 48)}|${LETTERS.slice(48, 69)}`],
] as const;

describe("the monitor's line", () => {
  for (const [keys, line] of AS_READLINE) {
    it(`${JSON.stringify(keys)} is ${line}`, () => {
      const desk = new Desk().type(keys);
      expect([desk.lines, desk.screen.rows]).to.deep.equal([[line], [PROMPT + line]]);
    });
  }

  for (const [keys, lines] of ENDS) {
    it(`${JSON.stringify(keys)} ends ${lines.length} lines`, () => {
      expect(new Desk().type(keys).lines).to.deep.equal(lines);
    });
  }

  for (const [keys, line] of HISTORY) {
    it(`${JSON.stringify(keys)} behind three lines shows ${line}`, () => {
      const desk = new Desk().type(`one\rtwo\rthree\r${keys}`);
      expect([desk.line, desk.shown]).to.deep.equal([line, PROMPT + line]);
    });
  }

  for (const [keys, shown] of LONG) {
    it(`of ${JSON.stringify(keys).slice(0, 70)} the screen shows ${JSON.stringify(shown)}`, () => {
      expect(new Desk().type(keys).shown).to.equal(shown);
    });
  }

  it("a line has room for 256 codes: what is more rings the bell", () => {
    const desk = new Desk().type("x".repeat(300));
    expect([desk.editor.text.length, desk.screen.bells]).to.deep.equal([256, 44]);
  });

  it("where nothing can be done, the bell rings", () => {
    expect(new Desk().type("\x7f\x1b[D\x1b[C\x04\x0b\x15\x17").screen.bells).to.equal(7);
  });

  const NO_KEYS = ["\x1b[5~", "\x1b[1;5C", "\x1b[200~", "\x1bx", "\x1bOZ", "\x1b[99999999999999999999~", "\x1b[?25h", "\x00\x02\xff\x80\xc3\xa4", "\x1b\x1b[Z"];
  for (const keys of NO_KEYS) {
    it(`${JSON.stringify(keys)} changes nothing, and the next key counts`, () => {
      expect(new Desk().type(`${keys}ok`).line).to.equal("ok|");
    });
  }

  it("a control code ends a sequence that it comes into", () => {
    expect(new Desk().type("a\x1b[1\rb\x1bO\x03c").lines).to.deep.equal(["a"]);
  });

  it("of a hundred lines, the last 32 are kept", () => {
    const desk = new Desk();
    for (let i = 1; i <= 100; i++) desk.type(`line ${i}\r`);
    expect(desk.type("\x1b[A".repeat(40)).line).to.equal("line 69|");
  });

  it("after any 10,000 bytes, the screen shows the line where its cursor is", () => {
    const desk = new Desk();
    let seed = 8;
    for (let i = 0; i < 10_000; i++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      desk.editor.type(seed >>> 24);
      const { text, cursor } = desk.editor;
      const { row, column } = desk.screen;
      const first = cursor - (column - PROMPT.length);
      expect([row.slice(0, column), row.slice(column).trimEnd()])
        .to.deep.equal([PROMPT + text.slice(first, cursor), text.slice(cursor, first + 42).trimEnd()]);
    }
    expect(desk.type("\x03echo\r").lines.at(-1)).to.equal("echo");
  });
});
