// The screen as text: what is where, what is marked, and that it fits.

import { expect } from "chai";
import { obey } from "../../../src/cli/debug/commands";
import { screenLines, type Style } from "../../../src/cli/debug/screen";
import { COUNTING, sessionOf } from "./programs";

/** Marks that a test can see. */
const VISIBLE: Style = { title: (text) => text, next: (text) => `{${text}}`, changed: (text) => `<${text}>` };

describe("the debugger's screen", () => {
  const sizes = [[80, 24], [100, 30], [132, 43], [200, 60]] as const;
  for (const [columns, rows] of sizes) {
    it(`fits into ${columns} by ${rows}, with the prompt and a line of answer`, () => {
      const lines = screenLines(sessionOf(COUNTING), ["breakpoint"], { columns, rows }, VISIBLE);
      expect(lines.length).to.be.at.most(rows - 1);
      expect(Math.max(...lines.map((line) => line.replace(/[{}<>]/g, "").length))).to.be.at.most(columns);
      expect(lines.at(-1)).to.equal("breakpoint");
    });
  }

  it("marks the next instruction, the breakpoint, and what the last move changed", async () => {
    const session = sessionOf(COUNTING);
    await obey(session, "break 0x1010");
    await obey(session, "s 3");
    const text = screenLines(session, [], { columns: 100, rows: 30 }, VISIBLE).join("\n");
    expect(text).to.include("<x0   0x2000>").and.to.include("<x1   0x1>").and.to.include("x2   0x0");
    expect(text).to.include("{=>  0x100c <again+0x8>   cmp x1, #3        NZCV = flags of x1 - 3}");
    expect(text).to.include("\n  * 0x1010 <again+0xc>   b.ne 0x1004");
    expect(text).to.include("0x2000  00 00 00 00 00 00 00 00 <01> 00 00 00");
  });
});
