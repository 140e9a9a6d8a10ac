import { expect } from "chai";
import { type Action, momentText } from "../../../../src/site/widgets/virtqueue/moments";
import { guides } from "../../../../src/site/widgets/virtqueue/queue-guides";
import { QueueMachine } from "../../../../src/site/widgets/virtqueue/queue-machine";
import { pictureOf } from "../../../../src/site/widgets/virtqueue/queue-memory";

const read = (name: "A" | "B", sector: number): Action => ({ kind: "describe", name, operation: "read", sector });
const write = (name: "A" | "B", sector: number): Action => ({ kind: "describe", name, operation: "write", sector });
const offer = (name: "A" | "B"): Action => ({ kind: "offer", name });
const notify: Action = { kind: "notify" };
const collect: Action = { kind: "collect" };

function after(...actions: readonly Action[]): QueueMachine {
  const machine = new QueueMachine();
  for (const action of actions) machine.perform(action);
  return machine;
}
const device = (machine: QueueMachine): string[] => machine.moments.filter(({ who }) => who === "device").map(momentText);
const picture = (machine: QueueMachine): ReturnType<typeof pictureOf> => pictureOf((machine.moments.at(-1) ?? machine.start).ram);

describe("QueueMachine", () => {
  it("begins with a queue that is set up, and empty", () => {
    const machine = new QueueMachine();
    expect(machine.moments).to.deep.equal([]);
    expect(picture(machine).available).to.deep.equal({ wantsInterrupts: true, idx: 0, ring: [0, 0, 0, 0, 0, 0, 0, 0] });
  });

  // Virtual I/O Device (VIRTIO) Version 1.2: 2.7.5 (descriptors), 2.7.6 and 2.7.8 (rings), 2.7.14 (receiving used buffers), 5.2.6 (requests).
  it("serves a read in the standard's order: the element before the index, the interrupt last", () => {
    expect(device(after(read("A", 2), offer("A"), notify)).filter((text) => !text.includes("looks whether"))).to.deep.equal([
      "The device reads available.idx: 1.",
      "The device reads available.idx: 1.",
      "The device reads available.ring[0]: 0.",
      "The device reads descriptor 0: A's header, to be read, then descriptor 1.",
      "The device reads descriptor 1: A's data, to be written, then descriptor 2.",
      "The device reads descriptor 2: A's status, to be written, the last.",
      "The device reads A's header: IN, sector 2.",
      "The device writes A's data: 512 bytes, \"ash...\".",
      "The device writes A's status: 0: it went well.",
      "The device writes used.ring[0]: chain 0, 513 bytes written.",
      "The device writes used.idx: 1.",
      "The device reads available.flags: 0: it wants interrupts.",
      "The device raises its interrupt line.",
    ]);
  });

  it("does nothing before it is notified", () => expect(device(after(read("A", 2), offer("A")))).to.deep.equal([]));

  it("finds nothing when nothing has been made available", () => expect(device(after(read("A", 2), notify))).to.deep.equal(["The device reads available.idx: 0."]));

  it("has the chain be the driver's again when it is taken back", () => {
    const machine = after(read("A", 2), offer("A"), notify);
    expect([machine.stateOf("A"), machine.hasUsed, machine.moments.at(-1)!.isHigh]).to.deep.equal(["offered", true, true]);
    machine.perform(collect);
    expect([machine.stateOf("A"), machine.hasUsed, machine.moments.at(-1)!.isHigh]).to.deep.equal(["free", false, false]);
  });

  it("serves two chains for one notification, with one interrupt", () => {
    const machine = after(read("A", 3), write("B", 1), offer("A"), offer("B"), notify);
    expect(picture(machine).used).to.deep.include({ idx: 2 });
    expect(picture(machine).used.ring.slice(0, 2)).to.deep.equal([{ id: 0, len: 513 }, { id: 3, len: 1 }]);
    expect(device(machine).filter((text) => text.includes("raises"))).to.have.length(1);
    expect([0, 1, 2, 3].map((sector) => machine.sectorText(sector))).to.deep.equal(["oak", "yew", "ash", "fir"]);
  });

  it("leaves its line alone when the driver wants no interrupt", () => {
    const machine = after({ kind: "want interrupts", wants: false }, read("A", 0), offer("A"), notify);
    expect(machine.moments.at(-1)!.isHigh).to.equal(false);
    expect(machine.hasUsed).to.equal(true);
  });

  it("gives up at a chain that goes in a circle, and has written nothing", () => {
    const machine = after(read("A", 2), { kind: "make a circle", name: "A" }, offer("A"), notify);
    expect(machine.fault).to.equal("a chain that goes in a circle");
    expect(picture(machine).used.idx).to.equal(0);
    machine.perform(notify);
    expect(momentText(machine.moments.at(-1)!)).to.equal("The driver writes QueueNotify: 0.");
  });

  it("goes round the rings", () => {
    const machine = new QueueMachine();
    for (let i = 0; i < 11; i++) for (const action of [read("A", i % 4), offer("A"), notify, collect]) machine.perform(action);
    expect([picture(machine).available.idx, picture(machine).used.idx]).to.deep.equal([11, 11]);
    expect(machine.stateOf("A")).to.equal("free");
  });

  it("keeps RAM as it was at every moment", () => {
    const { moments } = after(read("A", 2), offer("A"), notify);
    const idx = moments.map(({ ram }) => pictureOf(ram).used.idx);
    expect([idx[0], idx.at(-1)]).to.deep.equal([0, 1]);
    expect(idx).to.deep.equal([...idx].sort());
  });

  for (const { title, steps } of guides) {
    it(`${title}: every step has moments`, () => {
      const machine = new QueueMachine();
      for (const { actions } of steps) {
        const before = machine.moments.length;
        for (const action of actions) machine.perform(action);
        expect(machine.moments.length).to.be.greaterThan(before);
      }
    });
  }
});
