import { expect } from "chai";
import { Line } from "../../../../src/site/widgets/terminal/line";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("Line", () => {
  function terminalOn(line: Line): { text: string; disconnect: () => void } {
    const terminal = { text: "", disconnect: () => { /* replaced below */ } };
    terminal.disconnect = line.connect((said) => { terminal.text += new TextDecoder().decode(said); }, () => { terminal.text = ""; });
    return terminal;
  }

  it("tells a terminal that comes late what was said before", () => {
    const line = new Line(() => undefined);
    line.say(bytes("U-Boot"));
    const terminal = terminalOn(line);
    line.say(bytes("=> "));
    expect(terminal.text).to.equal("U-Boot=> ");
  });

  it("says nothing to a terminal that is gone, and all of it to the next", () => {
    const line = new Line(() => undefined);
    const first = terminalOn(line);
    first.disconnect();
    line.say(bytes("again"));
    expect(first.text).to.equal("");
    expect(terminalOn(line).text).to.equal("again");
  });

  it("keeps the last 256 KiB", () => {
    const line = new Line(() => undefined);
    for (let i = 0; i < 10; i++) line.say(new Uint8Array(64 * 1024).fill(0x30 + i));
    const { text } = terminalOn(line);
    expect([text.length, text[0], text.at(-1)]).to.deep.equal([256 * 1024, "6", "9"]);
  });

  it("is empty again for another machine", () => {
    const line = new Line(() => undefined);
    const terminal = terminalOn(line);
    line.say(bytes("the first"));
    line.clear();
    expect([terminal.text, terminalOn(line).text]).to.deep.equal(["", ""]);
  });

  it("hands on what is typed", () => {
    const typed: number[] = [];
    new Line((sent) => typed.push(...sent)).type(bytes("ls\r"));
    expect(typed).to.deep.equal([0x6c, 0x73, 0x0d]);
  });
});
