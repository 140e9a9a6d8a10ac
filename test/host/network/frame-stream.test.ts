import { expect } from "chai";
import fc from "fast-check";
import { FrameReader, streamed } from "../../../src/host/network/frame-stream";

/** Each piece given alone. */
const framesOf = (reader: FrameReader, pieces: readonly Uint8Array[]): Uint8Array[] => pieces.flatMap((piece) => [...reader.receive(piece)]);

describe("frames in a stream", () => {
  it("have their length in front of them, in network byte order", () => {
    expect([...streamed(Uint8Array.of(7, 8, 9))]).to.deep.equal([0, 0, 0, 3, 7, 8, 9]);
  });

  it("come out as they went in, wherever the stream is cut", () => {
    const frame = fc.uint8Array({ maxLength: 1518 });
    fc.assert(fc.property(fc.array(frame, { maxLength: 5 }), fc.array(fc.nat(4000), { maxLength: 6 }), (frames, cuts) => {
      const stream = Buffer.concat(frames.map(streamed));
      const places = [0, ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b), stream.length];
      const pieces = places.slice(1).map((end, i) => stream.subarray(places[i], end));
      expect(framesOf(new FrameReader(), pieces).map((each) => [...each])).to.deep.equal(frames.map((each) => [...each]));
    }), { numRuns: 50 });
  });

  it("are passed over if they are too long", () => {
    const reader = new FrameReader();
    const stream = Buffer.concat([streamed(new Uint8Array(100_000)), streamed(Uint8Array.of(1, 2))]);
    expect(framesOf(reader, [stream.subarray(0, 50_000), stream.subarray(50_000)]).map((each) => [...each])).to.deep.equal([[1, 2]]);
    expect(reader.tooLong).to.equal(1);
  });
});
