/** What a reader is led through, one step at a time, from a controller that has just been set up. */
import type { Action } from "./gic-actions";

export interface GuideStep {
  readonly title: string;
  readonly says: string;
  readonly actions: readonly Action[];
}

export interface Guide {
  readonly title: string;
  readonly steps: readonly GuideStep[];
}

const timer = 27;
const serial = 33;
const disk = 48;
const raise = (intid: number): Action => ({ kind: "line", intid, isHigh: true });
const lower = (intid: number): Action => ({ kind: "line", intid, isHigh: false });
const acknowledge: Action = { kind: "acknowledge" };
const end: Action = { kind: "end" };

export const guides: readonly Guide[] = [
  {
    title: "A more urgent one",
    steps: [
      { title: "A key is pressed", says: "The serial port raises its line: 33 is pending, and IRQ is asserted.", actions: [raise(serial)] },
      { title: "Acknowledge", says: "GICC_IAR says 33 and makes it active. IRQ goes low: at 0xa0 the CPU hears of nothing that is not more urgent.", actions: [acknowledge] },
      { title: "The timer fires", says: "0x80 is less than 0xa0. IRQ is asserted inside the handler.", actions: [raise(timer)] },
      { title: "Acknowledge", says: "27 preempts, if the handler has cleared PSTATE.I. Two are active; the CPU is at 0x80.", actions: [acknowledge] },
      { title: "Serve and end it", says: "The timer's line goes low, its end is written, and the CPU is back at 0xa0: the controller had remembered.", actions: [lower(timer), end] },
      { title: "Serve and end the first", says: "The byte is read, so the serial port's line goes low. Nothing runs.", actions: [lower(serial), end] },
    ],
  },
  {
    title: "Ended too early",
    steps: [
      { title: "A key is pressed", says: "33 is pending.", actions: [raise(serial)] },
      { title: "Acknowledge", says: "Active, and pending as well: the line is high, and a level is pending as long as it is.", actions: [acknowledge] },
      { title: "End it", says: "Nobody has read the byte. 33 is pending at once, and IRQ is asserted before the handler is left.", actions: [end] },
      { title: "Again", says: "Acknowledge and end, and again. The machine does nothing else: a storm. Its cure is to serve the device first.", actions: [acknowledge, end] },
      { title: "Read the byte", says: "The line goes low. A level that has gone leaves no trace.", actions: [lower(serial)] },
      { title: "Acknowledge", says: "1023: the interrupt has thought better of it. A kernel must be ready for that.", actions: [acknowledge] },
    ],
  },
  {
    title: "An edge",
    steps: [
      { title: "The disk is done", says: "Its line goes high and low again. The rise is remembered: 48 is pending.", actions: [raise(disk), lower(disk)] },
      { title: "Acknowledge", says: "Acknowledging an edge forgets it. 48 is active, and not pending.", actions: [acknowledge] },
      { title: "It is done again", says: "A second rise while the first is handled: active and pending. One more rise would be lost in this one.", actions: [raise(disk), lower(disk)] },
      { title: "End it", says: "So a handler must look for all that is done, not for one thing: it is called again, but not once for each.", actions: [end] },
      { title: "Acknowledge, and end", says: "Now it is over.", actions: [acknowledge, end] },
    ],
  },
  {
    title: "Behind the mask",
    steps: [
      { title: "Mask at 0xa0", says: "A kernel that must not be disturbed, but for what is urgent.", actions: [{ kind: "mask", value: 0xa0 }] },
      { title: "A key is pressed", says: "33 is pending. Its priority is 0xa0, and only less than 0xa0 gets through.", actions: [raise(serial)] },
      { title: "The timer fires", says: "0x80 gets through.", actions: [raise(timer)] },
      { title: "Serve and end it", says: "33 waits on.", actions: [acknowledge, lower(timer), end] },
      { title: "Mask at 0xf0", says: "Now it is heard. Nothing was lost: a mask delays.", actions: [{ kind: "mask", value: 0xf0 }] },
    ],
  },
];
