// What the still pictures of chapter 8 say in numbers, against the code that they show.

import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROWS as WORDS } from "../../../../src/site/widgets/boot-drawings/drawings/argv";
import { frame, FRAME_BYTES, ROWS } from "../../../../src/site/widgets/boot-drawings/drawings/frame";
import { FRAME } from "../../../../src/unikernel/crash/frame";
import { MOST_PHYSICAL } from "../../../../src/unikernel/memory/layout";
import { replace } from "../../../../src/site/widgets/boot-drawings/drawings/replace";
import { sleep } from "../../../../src/site/widgets/boot-drawings/drawings/sleep";

const RECORDED = "../../../../chapters/08-boot/transcripts/npx-ts-node-src-run-08-boot-ts-argv-4280a8a3.txt";

describe("the drawings of chapter 8", () => {
  it("what lies at argv is what the tour found there", () => {
    const tour = readFileSync(join(__dirname, RECORDED), "utf8").split("\n");
    const lineAt = (offset: number): string => tour.find((line) => line.startsWith(`+${offset} `)) ?? "";
    for (const { offset, line } of WORDS.filter((each) => each.offset >= 48 && each.offset < 256)) {
      expect(lineAt(offset), `+${offset}`).to.contain(line.split(",")[0]);
    }
    expect([24, 40].map((offset) => lineAt(offset).trim().split(/ +/)[1])).to.deep.equal(["0x0", "0x0"]);
    const texts = WORDS.at(-1)!.line.split(".").filter((text) => text !== "");
    expect([0, 8, 16, 32].map((offset) => lineAt(offset).trim().split(/ +/).at(-1))).to.deep.equal(texts);
    expect(lineAt(208)).to.contain("argv + 256");
    expect(lineAt(0)).to.contain("argv + 272");
  });

  it("the frame's offsets are the vectors'", () => {
    const { x, sp, elr, esr, fpcr, v, chain, bytes } = FRAME;
    expect(ROWS.map(({ offset }) => offset)).to.deep.equal([x, sp, elr, esr, fpcr, v, chain]);
    expect([FRAME_BYTES, chain]).to.deep.equal([bytes, 816]);
    expect(frame.says).to.contain(`${bytes} bytes`);
  });

  it("the window has RAM from 256 GiB on", () => {
    expect(MOST_PHYSICAL).to.equal(256 * 2 ** 30);
    expect(replace.words.map(({ text }) => text)).to.include("physical address + 256 GiB: read, write");
  });

  it("both interrupts of the loop that sleeps come at one moment, between the look and WFI", () => {
    const moments = sleep.arrows.filter(({ look }) => look === "dashed").map(({ through }) => through.map(([x]) => x));
    expect(new Set(moments.flat()).size).to.equal(1);
    const [moment] = moments.flat();
    const looks = sleep.boxes.filter(({ lines }) => lines[0] === "look: nothing");
    const waits = sleep.boxes.filter(({ lines }) => lines[0] === "WFI");
    expect([moments.length, looks.length, waits.length]).to.deep.equal([2, 2, 2]);
    for (const { x, wide } of looks) expect(moment).to.be.greaterThan(x + wide);
    for (const { x } of waits) expect(moment).to.be.lessThan(x);
  });
});
