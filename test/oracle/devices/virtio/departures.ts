// Where our devices depart from QEMU's, each with the specification's section and a script that shows it: what the last
// step is answered by either. (Nor do they agree on what is a matter of taste: a disk's geometry, the size of the screen,
// and how a card says that it need not be told of room for frames.)

import { NEXT, RAM, WRITE, INDIRECT } from "../../../machine/devices/virtio/driver";
import { AVAILABLE, type Driven, USED } from "./driven";
import type { Subject } from "./subjects";

export interface Departure {
  readonly what: string;
  readonly section: string;
  readonly subject: Subject["name"];
  readonly show: (driven: Driven) => void;
  readonly ours: string;
  readonly qemu: string;
}

const ELSEWHERE = 0x1000_0000;
const flush = (type = 4): Uint8Array => Uint8Array.of(type, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

/** The used index of queue 0, when QEMU has had its time. */
function usedIndex(driven: Driven, expected: number): void {
  driven.do({ do: "await", address: driven.place(0) + USED + 2, value: expected });
  driven.load(driven.place(0) + USED + 2, 2);
}

export const DEPARTURES: readonly Departure[] = [
  {
    what: "the driver accepts what was not offered", section: "2.2.2", subject: "entropy",
    show: (d) => { d.accept([5, 32]); d.write(0x70, 0xb); d.read(0x70); },
    ours: "3", qemu: "b",
  },
  {
    what: "the driver does not accept VERSION_1", section: "6.2", subject: "entropy",
    show: (d) => { d.accept([]); d.write(0x70, 0xb); d.read(0x70); },
    ours: "3", qemu: "b",
  },
  {
    what: "a request before DRIVER_OK", section: "2.1.2", subject: "block",
    show: (d) => { d.prepare([]); d.offer(0, [flush(), 1]); d.write(0x50, 0); usedIndex(d, 1); },
    ours: "0000", qemu: "0100",
  },
  {
    what: "why it interrupts when it has failed: bit 0 is for used buffers", section: "4.2.2", subject: "entropy",
    show: (d) => { d.begin([]); d.offer(0, [16], "head"); d.write(0x50, 0); d.read(0x60); },
    ours: "2", qemu: "3",
  },
  {
    what: "a queue that was taken out of use", section: "4.2.2", subject: "console",
    show: (d) => {
      d.begin([]);
      for (const q of [0, 1]) { d.write(0x30, q); d.write(0x44, 0); }
      d.offer(1, [Uint8Array.of(0x61)]);
      d.write(0x50, 1);
      d.do({ do: "out" });
    },
    ours: "", qemu: "61",
  },
  {
    what: "QueueReady of a queue that is not there", section: "4.2.2", subject: "block",
    show: (d) => { d.write(0x30, 7); d.write(0x44, 1); d.read(0x44); },
    ours: "0", qemu: "1",
  },
  {
    what: "QueueNumMax of a queue that there can never be", section: "4.2.2", subject: "block",
    show: (d) => { d.write(0x30, 1024); d.read(0x34); },
    ours: "0", qemu: "400",
  },
  {
    what: "a queue of no size is not ready", section: "4.2.3.2", subject: "block",
    show: (d) => { d.write(0x30, 0); d.write(0x44, 1); d.read(0x44); },
    ours: "0", qemu: "1",
  },
  {
    what: "a buffer that is not RAM", section: "2.1.2", subject: "entropy",
    show: (d) => { d.begin([]); d.describe(d.place(0), ELSEWHERE, 16, WRITE, 0); d.publish(0, 0); d.write(0x50, 0); usedIndex(d, 1); d.read(0x70); },
    ours: "4f", qemu: "f",
  },
  {
    what: "an indirect table behind a buffer", section: "2.7.5.3.2", subject: "block",
    show: (d) => {
      d.begin([28]);
      const status = d.allocate(1);
      const table = d.allocate(16);
      d.describe(table, status, 1, WRITE, 0);
      d.describe(d.place(0), d.allocate(flush()), 16, NEXT, 1);
      d.describe(d.place(0) + 16, table, 16, INDIRECT, 0);
      d.publish(0, 0);
      d.write(0x50, 0);
      usedIndex(d, 1);
      d.load(status, 1);
    },
    ours: "00", qemu: "ee",
  },
  {
    what: "an indirect table in an indirect table", section: "2.7.5.3.1", subject: "entropy",
    show: (d) => {
      d.begin([28]);
      const table = d.allocate(16);
      d.describe(table, d.allocate(16), 16, INDIRECT | WRITE, 0);
      d.describe(d.place(0), table, 16, INDIRECT, 0);
      d.publish(0, 0);
      d.write(0x50, 0);
      usedIndex(d, 1);
      d.read(0x70);
    },
    ours: "4f", qemu: "f",
  },
  {
    what: "an empty buffer, where the device looks for room", section: "2.1.2", subject: "entropy",
    show: (d) => { d.begin([]); d.describe(d.place(0), RAM, 0, WRITE, 0); d.publish(0, 0); d.write(0x50, 0); d.read(0x70); },
    ours: "4f", qemu: "f",
  },
  {
    what: "the very first interrupt, though the driver wants a later one", section: "2.7.7.2", subject: "entropy",
    show: (d) => {
      d.begin([29]);
      d.store(d.place(0) + AVAILABLE + 4 + 2 * d.size(0), Uint8Array.of(3, 0));
      d.describe(d.place(0), d.allocate(16), 16, WRITE, 0);
      d.store(d.place(0) + AVAILABLE + 4, Uint8Array.of(0, 0));
      d.store(d.place(0) + AVAILABLE + 2, Uint8Array.of(1, 0));
      d.write(0x50, 0);
      usedIndex(d, 1);
      d.read(0x60);
    },
    ours: "0", qemu: "1",
  },
  {
    what: "num_buffers without MRG_RXBUF", section: "5.1.6.4.1", subject: "net",
    show: (d) => {
      d.begin([]);
      const { address } = d.offerRoom(0, 100);
      d.write(0x50, 0);
      d.do({ do: "in", bytes: new Uint8Array(60) });
      usedIndex(d, 1);
      d.load(address + 10, 2);
    },
    ours: "0100", qemu: "eeee",
  },
  {
    what: "a frame with half a header", section: "5.1.6.2", subject: "net",
    show: (d) => { d.begin([]); d.offer(1, [new Uint8Array(6)]); d.write(0x50, 1); d.read(0x70); },
    ours: "4f", qemu: "f",
  },
  {
    what: "a type of request that there is not, but for its lowest bit", section: "5.2.6.2", subject: "block",
    show: (d) => { d.begin([]); const [status] = d.offer(0, [flush(5), 1]); d.write(0x50, 0); usedIndex(d, 1); d.load(status!.address, 1); },
    ours: "02", qemu: "00",
  },
  {
    what: "a SCSI command, which was never in the standard", section: "5.2.6.2", subject: "block",
    show: (d) => { d.begin([]); const [status] = d.offer(0, [flush(2), 1]); d.write(0x50, 0); usedIndex(d, 1); d.load(status!.address, 1); },
    ours: "02", qemu: "01",
  },
];
