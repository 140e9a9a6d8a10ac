// Ctrl-A, h, x and Ctrl-A Ctrl-A are QEMU's (its manual, "Keys in the character backend multiplexer").

import { expect } from "chai";
import { EscapeKeys, keyHelp } from "../../../src/host/terminal/escape-keys";

/** What comes of keys that arrive in these pieces: text for the guest, <commands>. */
function outcome(...pieces: string[]): string {
  const keys = new EscapeKeys();
  const said = pieces.flatMap((piece) => [...keys.typed(Buffer.from(piece, "latin1"))]);
  return said.map((each) => (each.kind === "bytes" ? Buffer.from(each.bytes).toString("latin1") : `<${each.command}>`)).join("|");
}

describe("EscapeKeys", () => {
  const cases = [
    // title                                     pieces                     outcome
    ["hands all keys on, Ctrl-C too",            ["ls\r\x03\x1a\xff"],      "ls\r\x03\x1a\xff"],
    ["takes Ctrl-A x to itself",                 ["\x01x"],                 "<leave>"],
    ["takes a capital letter for the small one", ["\x01X"],                 "<leave>"],
    ["finds the commands between the bytes",     ["a\x01hb\x01pc\x01s"],    "a|<help>|b|<power>|c|<save>"],
    ["hands on one Ctrl-A of two",               ["\x01\x01x"],             "\x01x"],
    ["hears a key in the next read",             ["a\x01", "x"],            "a|<leave>"],
    ["swallows a key that means nothing",        ["a\x01?b", "\x01\r"],     "ab"],
    ["knows no key of Object's",                 ["\x01constructor"],       "onstructor"],
  ] as const;
  for (const [title, pieces, expected] of cases) {
    it(title, () => { expect(outcome(...pieces)).to.equal(expected); });
  }

  it("helps with each key", () => {
    expect(keyHelp()).to.equal([
      "",
      "Ctrl-A h       show this help",
      "Ctrl-A x       leave: the machine is lost",
      "Ctrl-A s       save the machine to the file of --save, and leave",
      "Ctrl-A p       press the machine's power button",
      "Ctrl-A Ctrl-A  type Ctrl-A",
      "",
    ].join("\n"));
  });
});
