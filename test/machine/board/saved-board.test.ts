// A machine that was a file for a while goes on as if nothing had been.

import { expect } from "chai";
import { PL031 } from "../../../src/formats/devices/pl031";
import type { BoardState } from "../../../src/machine/board/board";
import { MEMORY_MAP } from "../../../src/machine/board/memory-map";
import { decodeSnapshot, encodeSnapshot } from "../../../src/machine/board/snapshot-file";
import { emptyBoard, type Guest, guestOf, stateOf } from "./machines";
import { AT_VECTORS, LOCK, OFF, PLACES, sharedInterrupt, VECTORS } from "./programs";

const ALL = 10_000_000;

/** Prints what is typed, from an interrupt; the first "#" resets the machine, "." switches it off. */
const KEYS = `${PLACES}
  ${AT_VECTORS}
  ${sharedInterrupt(33)}
  ldr x22, =UART
  mov w0, #0x50
  str w0, [x22, #0x38]
  msr DAIFClr, #2
sleep:
  wfi
  b sleep
irq:
  ldr w7, [x21, #0x0c]
next:
  ldr w0, [x22, #0x18]
  tbnz w0, #4, served
  ldr w0, [x22]
  cmp w0, #'.'
  b.eq off
  cmp w0, #'#'
  b.eq reset
  str w0, [x22]
  b next
served:
  str w7, [x21, #0x10]
  eret
reset:
  ldr x0, =SYSTEM_RESET
  hvc #0
off:
  ${OFF}
  ${VECTORS}`;

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** The same machine, by way of a file; `printed` begins anew. */
function throughFile({ board }: Guest, cpus: number): Guest {
  const file = encodeSnapshot(board.save());
  const other = emptyBoard({ cpus });
  other.board.restore(decodeSnapshot(file) as BoardState);
  return other;
}

describe("A board, saved and restored,", () => {
  for (const time of [1, 30, 5_000, 10_000, 10_001, 40_123, 100_000, 150_000]) {
    it(`at ${time}, of four CPUs with a lock and timers, has the same future`, () => {
      const guest = guestOf(LOCK, { cpus: 4 });
      guest.board.run(time);
      const printed = guest.printed();
      const other = throughFile(guest, 4);
      expect(stateOf(other)).to.deep.equal({ ...stateOf(guest), printed: "" });
      guest.board.run(ALL);
      other.board.run(ALL);
      expect(stateOf({ ...other, printed: () => printed + other.printed() })).to.deep.equal(stateOf(guest));
      expect(other.board.isOff).to.equal(true);
    });
  }

  it("sleeps on, and hears what is typed", () => {
    const guest = guestOf(KEYS);
    guest.board.run(ALL);
    const other = throughFile(guest, 1);
    expect(other.board.run(ALL).kind).to.equal("waiting");
    other.board.type(bytes("here."));
    other.board.run(ALL);
    expect([other.printed(), other.board.isOff]).to.deep.equal(["here", true]);
  });

  it("has what was typed, and had not arrived", () => {
    const guest = guestOf(KEYS);
    guest.board.type(bytes("A text that is longer than sixteen."));
    const other = throughFile(guest, 1);
    other.board.run(ALL);
    expect(other.printed()).to.equal("A text that is longer than sixteen");
  });

  it("knows what a reset loads", () => {
    const guest = guestOf(KEYS);
    const other = throughFile(guest, 1);
    other.board.type(bytes("#"));
    other.board.run(ALL);
    other.board.type(bytes("new."));
    other.board.run(ALL);
    expect([other.printed(), other.board.isOff]).to.deep.equal(["new", true]);
  });

  it("is still off, if it was", () => {
    const guest = guestOf(KEYS);
    guest.board.type(bytes("."));
    guest.board.run(ALL);
    const other = throughFile(guest, 1);
    expect(other.board.isOff).to.equal(true);
  });

  it("is let go of the power button in its time", () => {
    const guest = guestOf("wfi\n b .");
    guest.board.run(ALL);
    guest.board.pressPowerButton();
    const other = throughFile(guest, 1);
    other.board.run(ALL);
    expect(other.board.clock.count).to.equal(6_250_000n);
  });

  it("keeps its real-time clock's alarm, in a process that is begun long behind it", () => {
    const saved = emptyBoard({ outside: { clock: () => 0, date: () => 1_800_000_000 } }).board;
    const { base } = MEMORY_MAP.pl031;
    saved.bus.write(base + PL031.RTCIMSC.offset, 4, 1n);
    saved.bus.write(base + PL031.RTCMR.offset, 4, 1_800_000_060n);
    let now = 0;
    const { board } = emptyBoard({ outside: { clock: () => now, date: () => 1_800_086_400 } });
    board.restore(decodeSnapshot(encodeSnapshot(saved.save())) as BoardState);
    const status = (): readonly (bigint | undefined)[] => [PL031.RTCDR, PL031.RTCMIS].map(({ offset }) => board.bus.read(base + offset, 4));
    now = 59e9;
    expect(status()).to.deep.equal([1_800_000_059n, 0n]);
    now = 60e9;
    expect(status()).to.deep.equal([1_800_000_060n, 1n]);
  });

  it("is not another kind of board", () => {
    const { board } = guestOf(KEYS);
    expect(() => { emptyBoard({ cpus: 2 }).board.restore(board.save()); }).to.throw("another board's");
  });
});

describe("A board that is reset", () => {
  it("goes on with what was typed behind a reset, but for what the UART had received", () => {
    const guest = guestOf(KEYS);
    guest.board.run(ALL);
    guest.board.type(bytes("#new."));
    guest.board.run(ALL);
    expect([guest.printed(), guest.board.isOff]).to.deep.equal(["ew", true]); // Without its FIFO, it receives one.
  });
});
