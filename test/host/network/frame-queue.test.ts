import { expect } from "chai";
import { FrameQueue } from "../../../src/host/network/frame-queue";

const numbered = (number: number): Uint8Array => new Uint8Array(60).fill(number);

describe("FrameQueue", () => {
  it("hands over what came, in order", () => {
    const queue = new FrameQueue();
    [1, 2, 3].map(numbered).forEach(queue.push);
    expect(queue.takeAll().map((frame) => frame[0])).to.deep.equal([1, 2, 3]);
    expect([queue.length, queue.takeAll().length]).to.deep.equal([0, 0]);
  });

  it("says that something has come", () => {
    const queue = new FrameQueue(1);
    let heard = 0;
    queue.heard = () => { heard++; };
    [1, 2].map(numbered).forEach(queue.push);
    expect(heard).to.equal(1);
  });

  it("loses what there is no room for, and what is no frame, and counts it", () => {
    const queue = new FrameQueue(2);
    [1, 2, 3].map(numbered).forEach(queue.push);
    queue.push(new Uint8Array(13));
    queue.push(new Uint8Array(1519));
    expect(queue.length).to.equal(2);
    expect(queue.losses).to.deep.equal({ malformed: 2, dropped: 1 });
  });
});
