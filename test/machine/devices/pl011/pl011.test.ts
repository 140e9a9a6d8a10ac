// What the oracle cannot ask QEMU (test/oracle/devices/errata.ts): the enables, the loop, levels, errors. From DDI 0183.

import { expect } from "chai";
import { PL011 } from "../../../../src/formats/devices/pl011";
import { Pl011 } from "../../../../src/machine/devices/pl011/pl011";
import { lineOf, registersOf } from "../registers";

const FEN = 0x10;
const [OE, BE, RT, TX, RX] = [0x400, 0x200, 0x40, 0x20, 0x10];
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Enabled, unless the test says otherwise. */
function plugIn(control = 0x301) {
  const sent: number[] = [];
  const { line, heard, isHigh } = lineOf();
  const uart = new Pl011({ line, transmit: (byte) => { sent.push(byte); }, control });
  return { uart, sent, heard, isHigh, ...registersOf(uart, PL011) };
}

describe("PL011", () => {
  it("comes out of reset as the summary of registers has it", () => {
    const { line } = lineOf();
    const { read } = registersOf(new Pl011({ line, transmit: () => undefined }), PL011);
    expect(["UARTFR", "UARTCR", "UARTIFLS", "UARTLCR_H", "UARTIMSC", "UARTRIS"].map((name) => read(name as keyof typeof PL011)))
      .to.deep.equal([0x90, 0x300, 0x12, 0, 0, 0]);
  });

  it("says who it is", () => {
    const { read } = plugIn();
    expect([0, 1, 2, 3].map((i) => read("UARTPCellID", i))).to.deep.equal([0x0d, 0xf0, 0x05, 0xb1]);
  });

  describe("transmitting", () => {
    it("sends at once", () => {
      const { sent, write, read } = plugIn();
      write("UARTDR", 0x141);
      expect([sent, read("UARTFR"), read("UARTRIS")]).to.deep.equal([[0x41], 0x90, TX]);
    });

    it("keeps 16 words while it is disabled, loses more, and sends them when it is enabled", () => {
      const { sent, write, read } = plugIn();
      write("UARTLCR_H", FEN);
      write("UARTCR", 0x001); // UARTEN, and not TXE
      for (let i = 0; i < 17; i++) write("UARTDR", 0x41 + i);
      expect([sent, read("UARTFR")]).to.deep.equal([[], 0x38]); // TXFF, BUSY, RXFE
      write("UARTCR", 0x101);
      expect([sent.length, read("UARTFR"), read("UARTRIS")]).to.deep.equal([16, 0x90, TX]);
    });

    it("waits for CTS, if CTSEn says so", () => {
      const { sent, write } = plugIn();
      write("UARTCR", 0x8101);
      write("UARTDR", 0x41);
      expect(sent).to.deep.equal([]);
      write("UARTCR", 0x8981); // LBE joins RTS to CTS
      expect(sent).to.deep.equal([0x41]);
    });
  });

  describe("receiving", () => {
    it("takes as many bytes as there is room for", () => {
      const { uart, write } = plugIn();
      expect([uart.room, uart.receive(bytes("hello"))]).to.deep.equal([1, 1]);
      write("UARTLCR_H", FEN);
      expect([uart.room, uart.receive(bytes("a line that is too long")), uart.room]).to.deep.equal([16, 16, 0]);
    });

    it("takes none while it is disabled or looped", () => {
      const { uart, write } = plugIn();
      for (const control of [0x101, 0x201 | 0x80, 0x200]) {
        write("UARTCR", control);
        expect(uart.receive(bytes("x")), control.toString(16)).to.equal(0);
      }
    });

    it("interrupts for a single byte by the timeout, until the byte is read", () => {
      const { uart, write, read, heard } = plugIn();
      write("UARTLCR_H", FEN);
      write("UARTIMSC", RX | RT);
      uart.receive(bytes("x"));
      expect([read("UARTMIS"), heard]).to.deep.equal([RT, [true]]);
      expect(read("UARTDR")).to.equal(0x78);
      expect([read("UARTMIS"), heard]).to.deep.equal([0, [true, false]]);
    });

    it("interrupts at its level", () => {
      const { uart, write, read } = plugIn();
      write("UARTLCR_H", FEN);
      write("UARTIFLS", 0b001_010); // receive: 1/4
      uart.receive(bytes("abc"));
      expect(read("UARTRIS") & RX).to.equal(0);
      uart.receive(bytes("d"));
      expect(read("UARTRIS") & RX).to.equal(RX);
      read("UARTDR");
      expect(read("UARTRIS") & RX).to.equal(0);
    });

    it("receives a break as a zero with BE, which UARTRSR keeps until the next word", () => {
      const { uart, write, read } = plugIn();
      write("UARTLCR_H", FEN);
      uart.receiveBreak();
      uart.receive(bytes("x"));
      expect([read("UARTRIS") & BE, read("UARTDR"), read("UARTRSR")]).to.deep.equal([BE, 0x400, 4]);
      expect([read("UARTDR"), read("UARTRSR")]).to.deep.equal([0x78, 0]);
    });
  });

  describe("looped", () => {
    it("receives what it transmits, and overruns", () => {
      const { write, read } = plugIn();
      write("UARTCR", 0x381);
      write("UARTDR", 0x61);
      write("UARTDR", 0x62);
      expect([read("UARTRIS") & OE, read("UARTRSR"), read("UARTDR"), read("UARTRSR")]).to.deep.equal([OE, 8, 0x61, 8]);
      write("UARTDR", 0x63);
      expect(read("UARTDR")).to.equal(0x863);
      write("UARTRSR", 0);
      expect(read("UARTRSR")).to.equal(0);
    });

    it("receives its own break, once", () => {
      const { write, read } = plugIn();
      write("UARTCR", 0x381);
      write("UARTLCR_H", 1);
      expect(read("UARTDR")).to.equal(0x400);
      write("UARTLCR_H", 0);
      expect(read("UARTFR")).to.equal(0x90);
    });

    const lines = [
      // UARTCR's output, UARTFR's input, its interrupt
      ["Out2 is RI",  0x2000, 0x100, 1 << 0],
      ["RTS is CTS",  0x0800, 0x001, 1 << 1],
      ["Out1 is DCD", 0x1000, 0x004, 1 << 2],
      ["DTR is DSR",  0x0400, 0x002, 1 << 3],
    ] as const;
    for (const [title, output, input, interrupt] of lines) {
      it(`${title}, and interrupts when it changes`, () => {
        const { write, read } = plugIn();
        write("UARTCR", 0x381 | output);
        expect([read("UARTFR"), read("UARTRIS")]).to.deep.equal([0x90 | input, interrupt]);
        write("UARTICR", interrupt);
        write("UARTCR", 0x381);
        expect([read("UARTFR"), read("UARTRIS")]).to.deep.equal([0x90, interrupt]);
      });
    }
  });

  it("empties its FIFOs when they are enabled or disabled", () => {
    const { uart, write, read } = plugIn();
    write("UARTLCR_H", FEN);
    uart.receive(bytes("0123456789"));
    write("UARTLCR_H", 0);
    expect([read("UARTFR"), read("UARTRIS")]).to.deep.equal([0x90, 0]);
  });

  it("goes on where it was saved, and lowers its line when it is reset", () => {
    const { uart, write, heard } = plugIn();
    write("UARTLCR_H", FEN);
    write("UARTIMSC", RT);
    uart.receive(bytes("saved"));
    const other = plugIn();
    other.uart.restore(uart.save());
    expect([other.isHigh(), [1, 2, 3, 4, 5].map(() => other.read("UARTDR"))]).to.deep.equal([true, [...bytes("saved")]]);
    uart.reset();
    expect(heard).to.deep.equal([true, false]);
  });
});
