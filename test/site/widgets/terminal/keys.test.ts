import { expect } from "chai";
import { type KeyUse, useOf } from "../../../../src/site/widgets/terminal/keys";

// "C-" Ctrl, "S-" Shift, "A-" Alt, "M-" Meta (Command).
const cases: readonly (readonly [pressed: string, selection: boolean, use: KeyUse])[] = [
  ["a",       false, "machine"],
  ["C-c",     false, "machine"],
  ["C-c",     true,  "copy"],
  ["C-S-C",   false, "copy"],
  ["M-c",     true,  "browser"],
  ["C-v",     false, "browser"],
  ["C-S-V",   false, "browser"],
  ["M-v",     false, "browser"],
  ["C-A-v",   false, "machine"],
  ["C-d",     true,  "machine"],
  ["Tab",     false, "machine"],
  ["S-Tab",   false, "browser"],
  ["C-]",     false, "leave"],
  ["Escape",  false, "machine"],
  ["ArrowUp", false, "machine"],
];

describe("keys of the terminal", () => {
  for (const [pressed, hasSelection, use] of cases) {
    it(`${pressed}${hasSelection ? " with a selection" : ""}: ${use}`, () => {
      const parts = pressed.split("-");
      const has = (part: string): boolean => parts.slice(0, -1).includes(part);
      expect(useOf({ key: parts.at(-1)!, ctrlKey: has("C"), shiftKey: has("S"), altKey: has("A"), metaKey: has("M") }, hasSelection)).to.equal(use);
    });
  }
});
