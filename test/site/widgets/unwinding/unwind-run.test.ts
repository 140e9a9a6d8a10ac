import { expect } from "chai";
import { runThrow } from "../../../../src/site/widgets/unwinding/unwind-run";
import { calls, handlerRows } from "../../../../src/site/widgets/unwinding/unwind-scene";

const NOBODY = [false, false, false];

describe("runThrow", () => {
  const cases: readonly (readonly [title: string, read: boolean, tryToTell: boolean, start: boolean, frame: string, handler: number])[] = [
    ["who throws catches it in its own frame", true, true, true, "read", 0x168],
    ["two calls out", false, true, true, "tryToTell", 0x280],
    ["three calls out", false, false, true, "start", 0x348],
  ];
  for (const [title, read, tryToTell, start, frame, handler] of cases) {
    it(title, () => {
      const rows = handlerRows([read, tryToTell, start]);
      const end = runThrow(rows).at(-1)!;
      expect(end.kind).to.equal("caught");
      expect(calls[end.frame]!.callee).to.equal(frame);
      expect(rows[end.found!]!.handler).to.equal(handler);
    });
  }

  it("goes out frame by frame if nobody catches, and says what the runtime prints", () => {
    const steps = runThrow(handlerRows(NOBODY));
    expect(steps.filter(({ kind }) => kind === "return address").map(({ frame }) => calls[frame]!.callee)).to.deep.equal(["throwException", "read", "tell", "tryToTell", "start"]);
    expect(steps.at(-1)!.says).to.equal("Nobody catches. It prints \"uncaught NoSuchPage: there is no page 2\", and switches off.");
  });

  it("looks each return address up before it goes to the caller's frame", () => {
    const kinds = runThrow(handlerRows([false, true, false])).map(({ kind }) => kind);
    const frame = ["return address", "rows", "caller"];
    expect(kinds).to.deep.equal(["begin", ...frame, ...frame, ...frame, "caught"]);
  });

  it("looks at a few rows of the table, not at all", () => {
    const rows = handlerRows([true, true, true]);
    for (const { rows: probed } of runThrow(rows)) expect(new Set(probed).size).to.be.at.most(Math.ceil(Math.log2(rows.length + 1)));
  });
});
