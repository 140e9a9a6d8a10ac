import { expect } from "chai";
import type { Action } from "../../../../src/site/widgets/gic-state/gic-actions";
import { guides } from "../../../../src/site/widgets/gic-state/gic-guides";
import { GicMachine } from "../../../../src/site/widgets/gic-state/gic-machine";
import { lineOf } from "../../../../src/site/widgets/gic-state/happened-text";

const timer = 27;
const serial = 33;
const disk = 48;
const raise = (intid: number): Action => ({ kind: "line", intid, isHigh: true });
const lower = (intid: number): Action => ({ kind: "line", intid, isHigh: false });
const acknowledge: Action = { kind: "acknowledge" };
const end: Action = { kind: "end" };
const mask = (value: number): Action => ({ kind: "mask", value });
const priority = (intid: number, value: number): Action => ({ kind: "priority", intid, value });

// What the last action says: GIC architecture specification (Arm IHI 0048B), sections 3.2.4 (states), 3.3 (priorities), 3.3.3 (preemption).
const stories: readonly (readonly [title: string, actions: readonly Action[], last: string])[] = [
  ["a line that rises is pending", [raise(serial)], "pending. IRQ is asserted"],
  ["acknowledging names it", [raise(serial), acknowledge], "33, the serial port: active; its line is still high, so it is pending too; the CPU is at 0xa0"],
  ["a level that falls is not pending any more", [raise(serial), lower(serial)], "not pending any more"],
  ["then there is nothing to acknowledge", [raise(serial), lower(serial), acknowledge], "1023: nothing gets through, so there is nothing to acknowledge"],
  ["an end without service has it come again", [raise(serial), acknowledge, end], "33 is over, and pending: nobody had its line go low. IRQ is asserted"],
  ["an end behind it does not", [raise(serial), acknowledge, lower(serial), end], "33 is over; nothing runs"],
  ["an edge is remembered when the line falls", [raise(disk), lower(disk)], "still pending: the edge is remembered"],
  ["and forgotten when it is acknowledged", [raise(disk), acknowledge], "48, the disk: active; the CPU is at 0xc0"],
  ["a second edge is remembered while the first is handled", [raise(disk), acknowledge, lower(disk), raise(disk), end], "48 is over, and pending: it rose again meanwhile. IRQ is asserted"],
  ["what is more urgent preempts", [raise(serial), acknowledge, raise(timer)], "pending. IRQ is asserted"],
  ["what is not does not", [raise(timer), acknowledge, raise(serial)], "pending"],
  ["nor does what is as urgent", [priority(timer, 0xa0), raise(serial), acknowledge, raise(timer)], "pending"],
  ["an end goes back to what was preempted", [raise(serial), acknowledge, raise(timer), acknowledge, lower(timer), end], "27 is over; the CPU is at 0xa0"],
  ["of two, the more urgent comes first", [raise(serial), raise(timer), acknowledge], "27, the timer: active; its line is still high, so it is pending too; the CPU is at 0x80"],
  ["of equals, the lower number", [priority(serial, 0x80), raise(serial), raise(timer), acknowledge], "27, the timer: active; its line is still high, so it is pending too; the CPU is at 0x80"],
  ["a mask lets through what is more urgent only", [mask(0xa0), raise(serial), acknowledge], "1023: nothing gets through, so there is nothing to acknowledge"],
  ["and delays the rest", [mask(0xa0), raise(serial), mask(0xc0)], "only what is more urgent than 0xc0 gets through. IRQ is asserted"],
  ["a message from another CPU", [{ kind: "send", intid: 1 }, acknowledge], "1, another CPU: active; the CPU is at 0x40"],
  ["one that is off stays pending", [{ kind: "enable", intid: serial, isOn: false }, raise(serial)], "pending"],
  ["an end of nothing", [end], "nothing is active: it changes nothing"],
];

const after = (actions: readonly Action[]): { machine: GicMachine; says: string } => {
  const machine = new GicMachine();
  const happened = actions.map((action) => machine.perform(action));
  return { machine, says: lineOf(happened.at(-1)!).says };
};

describe("GicMachine", () => {
  for (const [title, actions, last] of stories) {
    it(title, () => expect(after(actions).says).to.equal(last));
  }

  it("is set up as Linux does: on, and everything but the least urgent gets through", () => {
    expect(after([raise(timer)]).machine.cpu).to.deep.equal({ IRQ: true, mask: 0xf0, running: 0xff, handling: [] });
  });

  it("says of a source what its registers say", () => {
    const { machine } = after([raise(serial), acknowledge]);
    expect(machine.state(serial)).to.deep.equal({ intid: 33, isHigh: true, isEdge: false, isOn: true, isPending: true, isActive: true, priority: 0xa0 });
    expect(machine.state(disk)).to.deep.equal({ intid: 48, isHigh: false, isEdge: true, isOn: true, isPending: false, isActive: false, priority: 0xc0 });
    expect(machine.cpu).to.deep.equal({ IRQ: false, mask: 0xf0, running: 0xa0, handling: [33] });
  });

  it("has an SPI by level or by edge as it is told", () => {
    const { machine } = after([{ kind: "edge", intid: serial, isEdge: true }, raise(serial), lower(serial)]);
    expect(machine.state(serial)).to.include({ isEdge: true, isPending: true, isHigh: false });
    expect(machine.state(disk).isEdge).to.equal(true);
  });

  for (const { title, steps } of guides) {
    it(`${title}: every step says what has happened`, () => {
      const machine = new GicMachine();
      const seen = steps.map(({ actions }) => actions.map((action) => lineOf(machine.perform(action))).at(-1)!.says);
      expect(seen).to.deep.equal(ENDS[title]);
    });
  }
});

const ENDS: Readonly<Record<string, readonly string[]>> = {
  "A more urgent one": [
    "pending. IRQ is asserted",
    "33, the serial port: active; its line is still high, so it is pending too; the CPU is at 0xa0",
    "pending. IRQ is asserted",
    "27, the timer: active; its line is still high, so it is pending too; the CPU is at 0x80",
    "27 is over; the CPU is at 0xa0",
    "33 is over; nothing runs",
  ],
  "Ended too early": [
    "pending. IRQ is asserted",
    "33, the serial port: active; its line is still high, so it is pending too; the CPU is at 0xa0",
    "33 is over, and pending: nobody had its line go low. IRQ is asserted",
    "33 is over, and pending: nobody had its line go low. IRQ is asserted",
    "not pending any more",
    "1023: nothing gets through, so there is nothing to acknowledge",
  ],
  "An edge": [
    "still pending: the edge is remembered",
    "48, the disk: active; the CPU is at 0xc0",
    "still pending: the edge is remembered",
    "48 is over, and pending: it rose again meanwhile. IRQ is asserted",
    "48 is over; nothing runs",
  ],
  "Behind the mask": [
    "only what is more urgent than 0xa0 gets through",
    "pending",
    "pending. IRQ is asserted",
    "27 is over; nothing runs",
    "only what is more urgent than 0xf0 gets through. IRQ is asserted",
  ],
};
