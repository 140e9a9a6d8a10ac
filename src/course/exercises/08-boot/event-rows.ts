// The exercises of chapter 8 on interrupts, devices and the monitor.

import type { ExerciseRow } from "../exercise";
import { PARTS } from "./shared";

const TICKER = "src/unikernel/services/ticker.ts";
const MONITOR = "src/unikernel/services/monitor.ts";

export const EVENT_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "boot/ring",
    title: "Between two who do not wait",
    file: "08-boot/ring.ts",
    kind: "part",
    points: 10,
    exports: { name: "ByteRing", type: `BootParts["ByteRing"]`, from: PARTS, through: { name: "ringUse", from: "src/course/exercises/08-boot/adapters/ring-use.ts", takes: 2 } },
    kernel: {
      replaces: "src/unikernel/services/monitor/byte-ring.ts", call: "const ring = new ByteRing(8); ring.put(ring.length); ring.take()", noalloc: false,
      service: MONITOR, typed: "echo what is typed goes into a ring, and comes out of it\rpoweroff\r",
    },
    task: "Write the ring of bytes that an interrupt's handler fills and the event loop empties.",
    needs: [],
    hints: [
      "Two places in an array: where the next byte goes, and where the oldest is. When both are the same, is the ring empty, or full?",
      "Do not keep places, keep counts: how many bytes were ever put, how many were ever taken. The difference is the length, and a count modulo the capacity is a place.",
      "put: if the length is the capacity, false; else bytes[put % capacity] = byte, and put + 1. take: if the length is 0, -1; else the byte at taken % capacity, and taken + 1. The handler writes the one count, the loop the other: so neither can be interrupted between reading it and writing it by somebody who writes it too.",
    ],
    section: "08-boot/07-who-is-calling",
  },
  {
    id: "boot/next-deadline",
    title: "Ten times a second",
    file: "08-boot/next-deadline.ts",
    kind: "part",
    points: 10,
    exports: { name: "nextDeadline", type: `BootParts["nextDeadline"]`, from: PARTS },
    kernel: { replaces: "src/unikernel/events/next-deadline.ts", call: "nextDeadline(0n, 1n, 0n)", noalloc: false, service: TICKER },
    task: "Say when a periodic timer comes next, if its loop is late.",
    needs: [],
    hints: [
      "It does not matter how late the loop is. The times at which the timer comes were fixed when it was started: due, due + interval, due + 2 * interval. Which of them is the first that is later than now?",
      "Count them with one division: minus(now, due) / interval is how many whole intervals have gone by. A loop that goes from one to the next is too slow, if the timer is a day late.",
      "The last that is not later than now is due + that many intervals. Before you add one more, ask whether it fits: is interval more than what is left to 2^64 - 1? Then the answer is 0xffff_ffff_ffff_ffffn.",
    ],
    section: "08-boot/07-who-is-calling",
  },
  {
    id: "boot/civil-date",
    title: "What day is it?",
    file: "08-boot/civil-date.ts",
    kind: "part",
    points: 10,
    exports: { name: "civilDate", type: `BootParts["civilDate"]`, from: PARTS },
    kernel: { replaces: "src/unikernel/services/monitor/civil-date.ts", call: "civilDate(0)", noalloc: false, service: MONITOR, typed: "date\rpoweroff\r" },
    task: "Make a date of seconds since 1970.",
    needs: [],
    hints: [
      "Take it apart from behind: the seconds of the day, and the days. Hours, minutes and seconds are divisions; the day of the week is the days modulo 7, from a Thursday on. Only year, month and day are left.",
      "You may count years one by one from 1970: 365 days, or 366 if the year is a multiple of 4, but not of 100, but of 400. Then months, in the same way.",
      "Without counting: begin years with the first of March, 719,468 days before 1970. Then the leap day is a year's last, 146,097 days are 400 years, and month m of twelve begins (153 * m + 2) / 5 days behind the first of March.",
    ],
    section: "08-boot/08-cards-that-answer",
  },
  {
    id: "boot/reap",
    title: "What the device says",
    file: "08-boot/reap.ts",
    kind: "part",
    points: 15,
    exports: { name: "reap", type: `BootParts["reap"]`, from: PARTS, through: { name: "usedRing", from: "src/course/exercises/08-boot/adapters/used-ring.ts", takes: 6 } },
    kernel: {
      replaces: "src/unikernel/drivers/virtio/reap.ts", call: "reap(0n, 0, [0], 1)", noalloc: false, service: MONITOR,
      typed: "random 30\rdevices\rpoweroff\r", unlike: "[0-9a-f]{20}|[0-9a-f]{40}",
    },
    task: "Take the next chain from a used ring, and believe nothing that cannot be.",
    needs: [],
    hints: [
      "How many chains are back is the index minus `taken`. Both count up to 65535 and then go on at 0. What is 1 - 65534 to be?",
      "(index - taken) & 0xffff. More than `out` cannot be. The next entry is in slot taken % rooms.length, 8 bytes each, behind the first 4. Read it once, and behind a barrier: dataMemoryBarrier() of metal/machine.",
      "USED.ring.at + USED.ring.bytes * slot is where it is. The head is a number of 32 bits: see that it is below rooms.length before you look into rooms with it. -1 there is a lie, and so is a length that is more than what is there.",
    ],
    section: "08-boot/08-cards-that-answer",
  },
  {
    id: "boot/line-editor",
    title: "A line, and where you are in it",
    file: "08-boot/line-editor.ts",
    kind: "part",
    points: 10,
    exports: { name: "edited", type: `BootParts["edited"]`, from: PARTS },
    kernel: {
      replaces: "src/unikernel/services/monitor/edited.ts", call: `edited("", 0, 0)`, noalloc: false,
      service: MONITOR, typed: "eho one\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[Dc\x05 two\x17three\x01\x06\x06\x7f\x02\x04ec\rpoweroff\r",
    },
    task: "Say what a key does to a line of text and to the cursor in it.",
    needs: [],
    hints: [
      "Everything happens at the cursor: text.slice(0, cursor) is before it, text.slice(cursor) behind. Which of the two does each key change?",
      "A letter goes to the end of what is before, and the cursor with it. Backspace takes the last one there, delete the first one of what is behind. At an end, there is nothing to take: the line stays as it is.",
      "For killWord go back from the cursor: over spaces, as long as there are some, then over what is no space. What you have gone over goes away, and the cursor is where you stopped.",
    ],
    section: "08-boot/11-a-shell-of-your-own",
  },
];
