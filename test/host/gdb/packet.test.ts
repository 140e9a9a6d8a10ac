// Frames, against the examples of GDB's manual ("Debugging with GDB", Remote Serial Protocol, Overview) and its rules.

import { expect } from "chai";
import fc from "fast-check";
import { packet, PacketReader, type Received } from "../../../src/host/gdb/packet";

const read = (...pieces: string[]): Received[] => {
  const reader = new PacketReader();
  return pieces.flatMap((piece) => [...reader.receive(piece)]);
};

describe("packet", () => {
  const frames = [
    // data          frame
    ["OK",           "$OK#9a"],
    ["",             "$#00"],
    ["m0,4",         "$m0,4#fd"],
    ["a#b",          "$a}\x03b#43"],
    ["$}*",          "$}\x04}]}\x0a#e2"],
    ["\xff\x00",     "$\xff\x00#ff"],
  ] as const;
  for (const [data, frame] of frames) {
    it(`frames ${JSON.stringify(data)}, and opens it`, () => {
      expect(packet(data)).to.equal(frame);
      expect(read(frame)).to.deep.equal([{ kind: "packet", data }]);
    });
  }

  it("takes a repetition apart: the manual's 0* followed by a space is 0000", () => {
    expect(read("$0* #7a")).to.deep.equal([{ kind: "packet", data: "0000" }]);
  });

  it("says what is damaged, and goes on behind it", () => {
    expect(read("$m0,4#fc$?#3f")).to.deep.equal([{ kind: "damaged" }, { kind: "packet", data: "?" }]);
  });

  it("tells acknowledgements, Ctrl-C and noise apart", () => {
    expect(read("+-\x03\n+")).to.deep.equal([{ kind: "+" }, { kind: "-" }, { kind: "interrupt" }, { kind: "+" }]);
  });

  it("opens what packet() has framed, wherever the stream is cut", () => {
    const bytes = fc.array(fc.integer({ min: 0, max: 255 })).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(fc.array(bytes), fc.nat(), (data, seed) => {
      const stream = data.map(packet).join("+");
      const cut = stream.length === 0 ? 0 : seed % stream.length;
      const packets = read(stream.slice(0, cut), stream.slice(cut)).filter(({ kind }) => kind === "packet");
      expect(packets).to.deep.equal(data.map((each) => ({ kind: "packet", data: each })));
    }));
  });
});
