import { expect } from "chai";
import { SerialInput } from "../../../src/machine/board/serial-input";

/** A receiver with room for so many, that is emptied by hand. */
function receiverOf(depth: number) {
  const fifo: number[] = [];
  const receive = (bytes: Uint8Array): number => {
    const taken = bytes.subarray(0, depth - fifo.length);
    fifo.push(...taken);
    return taken.length;
  };
  return { receive, empty: (): number[] => fifo.splice(0) };
}

const upTo = (end: number, from = 0): number[] => Array.from({ length: end - from }, (_, i) => from + i);

describe("What is typed", () => {
  it("arrives at once, as far as there is room, and the rest in its order as room is made", () => {
    const receiver = receiverOf(16);
    const input = new SerialInput(receiver);
    input.type(Uint8Array.from(upTo(40)));
    const arrived = [receiver.empty()];
    for (let i = 0; i < 3; i++) {
      input.feed();
      arrived.push(receiver.empty());
    }
    expect(arrived).to.deep.equal([upTo(16), upTo(32, 16), upTo(40, 32), []]);
  });

  it("waits behind what was typed before", () => {
    const receiver = receiverOf(2);
    const input = new SerialInput(receiver);
    for (const key of [1, 2, 3]) input.type(Uint8Array.of(key));
    expect(receiver.empty()).to.deep.equal([1, 2]);
    input.type(Uint8Array.of(4, 5));
    expect(receiver.empty()).to.deep.equal([3, 4]);
    input.feed();
    expect(receiver.empty()).to.deep.equal([5]);
  });

  it("waits while nobody can receive at all", () => {
    let isOn = false;
    const heard: number[] = [];
    const input = new SerialInput({ receive(bytes) {
      if (!isOn) return 0;
      heard.push(...bytes);
      return bytes.length;
    } });
    input.type(Uint8Array.of(7, 8));
    input.feed();
    isOn = true;
    input.feed();
    expect(heard).to.deep.equal([7, 8]);
  });

  it("is not what the caller makes of his bytes later", () => {
    const receiver = receiverOf(1);
    const input = new SerialInput(receiver);
    const bytes = Uint8Array.of(1, 2);
    input.type(bytes);
    bytes.fill(9);
    receiver.empty();
    input.feed();
    expect(receiver.empty()).to.deep.equal([2]);
  });

  it("is in a snapshot as long as it waits", () => {
    const receiver = receiverOf(1);
    const input = new SerialInput(receiver);
    input.type(Uint8Array.of(1, 2, 3));
    const saved = input.save();
    receiver.empty();
    input.feed();
    const other = receiverOf(9);
    const restored = new SerialInput(other);
    restored.restore(saved);
    restored.feed();
    expect([...other.empty(), ...saved]).to.deep.equal([2, 3, 2, 3]);
  });
});
