// The PL011 UART: a serial port with two FIFOs ("PrimeCell UART (PL011) Technical Reference
// Manual", Arm DDI 0183, chapter 3).

import type { DeviceField, DeviceRegisters } from "./register";

/** A bit of the four interrupt registers has one meaning, and each register its own use of it. */
const INTERRUPTS = [
  ["10", "OE",  "Overrun: a word came, and the receive FIFO was full"],
  ["9",  "BE",  "Break: the line was low for longer than a word"],
  ["8",  "PE",  "Parity error"],
  ["7",  "FE",  "Framing error: no stop bit"],
  ["6",  "RT",  "Receive timeout: words wait, and no more come"],
  ["5",  "TX",  "The transmit FIFO has sunk to its level"],
  ["4",  "RX",  "The receive FIFO has risen to its level"],
  ["3",  "DSR", "nUARTDSR has changed"],
  ["2",  "DCD", "nUARTDCD has changed"],
  ["1",  "CTS", "nUARTCTS has changed"],
  ["0",  "RI",  "nUARTRI has changed"],
] as const satisfies readonly DeviceField[];

export const PL011 = {
  UARTDR: {
    offset: 0x000, access: "RW", title: "Data register",
    fields: [
      ["11",  "OE",   "Overrun error"],
      ["10",  "BE",   "Break error, of this word"],
      ["9",   "PE",   "Parity error, of this word"],
      ["8",   "FE",   "Framing error, of this word"],
      ["7:0", "DATA", "Read: the oldest word received; write: a word to transmit"],
    ],
  },
  UARTRSR: {
    offset: 0x004, access: "RW", title: "Receive status register, error clear register",
    fields: [
      ["3", "OE", "Overrun error; any write clears all four"],
      ["2", "BE", "Break error, of the word last read"],
      ["1", "PE", "Parity error, of the word last read"],
      ["0", "FE", "Framing error, of the word last read"],
    ],
  },
  UARTFR: {
    offset: 0x018, access: "RO", title: "Flag register",
    fields: [
      ["8", "RI",   "Ring indicator is asserted"],
      ["7", "TXFE", "Transmit FIFO empty"],
      ["6", "RXFF", "Receive FIFO full"],
      ["5", "TXFF", "Transmit FIFO full"],
      ["4", "RXFE", "Receive FIFO empty"],
      ["3", "BUSY", "Words are being transmitted, or wait for it"],
      ["2", "DCD",  "Data carrier detect is asserted"],
      ["1", "DSR",  "Data set ready is asserted"],
      ["0", "CTS",  "Clear to send is asserted"],
    ],
  },
  UARTILPR: {
    offset: 0x020, access: "RW", title: "IrDA low-power counter register",
    fields: [["7:0", "ILPDVSR", "Divides the clock for infrared pulses"]],
  },
  UARTIBRD: {
    offset: 0x024, access: "RW", title: "Integer baud rate register",
    fields: [["15:0", "BAUD_DIVINT", "The clock, by 16 times the baud rate: whole part"]],
  },
  UARTFBRD: {
    offset: 0x028, access: "RW", title: "Fractional baud rate register",
    fields: [["5:0", "BAUD_DIVFRAC", "The same: 64ths"]],
  },
  UARTLCR_H: {
    offset: 0x02c, access: "RW", title: "Line control register",
    fields: [
      ["7",   "SPS",  "Stick parity: the parity bit is a constant"],
      ["6:5", "WLEN", "Data bits in a word, less 5"],
      ["4",   "FEN",  "FIFOs enabled; else each is one word deep"],
      ["3",   "STP2", "Two stop bits"],
      ["2",   "EPS",  "Even parity"],
      ["1",   "PEN",  "Parity enabled"],
      ["0",   "BRK",  "Send a break: hold the line low"],
    ],
  },
  UARTCR: {
    offset: 0x030, access: "RW", title: "Control register",
    fields: [
      ["15", "CTSEn",  "Transmit only while clear to send"],
      ["14", "RTSEn",  "Request words only while the receive FIFO has room"],
      ["13", "Out2",   "Modem output 2: ring indicator, to a far end"],
      ["12", "Out1",   "Modem output 1: data carrier detect, to a far end"],
      ["11", "RTS",    "Request to send"],
      ["10", "DTR",    "Data transmit ready"],
      ["9",  "RXE",    "Receive enable"],
      ["8",  "TXE",    "Transmit enable"],
      ["7",  "LBE",    "Loopback: what is transmitted is received"],
      ["2",  "SIRLP",  "Infrared low-power mode"],
      ["1",  "SIREN",  "Infrared enable"],
      ["0",  "UARTEN", "UART enable"],
    ],
  },
  UARTIFLS: {
    offset: 0x034, access: "RW", title: "Interrupt FIFO level select register",
    fields: [
      ["5:3", "RXIFLSEL", "Receive: at least 1/8, 1/4, 1/2, 3/4, 7/8 full"],
      ["2:0", "TXIFLSEL", "Transmit: at most 1/8, 1/4, 1/2, 3/4, 7/8 full"],
    ],
  },
  UARTIMSC: {
    offset: 0x038, access: "RW", title: "Interrupt mask set/clear register", fields: INTERRUPTS,
  },
  UARTRIS: {
    offset: 0x03c, access: "RO", title: "Raw interrupt status register", fields: INTERRUPTS,
  },
  UARTMIS: {
    offset: 0x040, access: "RO", title: "Masked interrupt status register", fields: INTERRUPTS,
  },
  UARTICR: {
    offset: 0x044, access: "WO", title: "Interrupt clear register", fields: INTERRUPTS,
  },
  UARTDMACR: {
    offset: 0x048, access: "RW", title: "DMA control register",
    fields: [
      ["2", "DMAONERR", "No receive requests while an error interrupt is asserted"],
      ["1", "TXDMAE",   "Transmit DMA enable"],
      ["0", "RXDMAE",   "Receive DMA enable"],
    ],
  },
  UARTPeriphID: { offset: 0xfe0, access: "RO", title: "Peripheral identification", count: 4 },
  UARTPCellID:  { offset: 0xff0, access: "RO", title: "PrimeCell identification", count: 4 },
} as const satisfies DeviceRegisters;

/** The registers' bits, as masks. */
export const UARTFR = {
  RI: 0x100, TXFE: 0x80, RXFF: 0x40, TXFF: 0x20, RXFE: 0x10, BUSY: 8, DCD: 4, DSR: 2, CTS: 1,
} as const;

export const UARTLCR_H = {
  SPS: 0x80, WLEN: 0x60, FEN: 0x10, STP2: 8, EPS: 4, PEN: 2, BRK: 1,
} as const;

export const UARTCR = {
  CTSEn: 0x8000, RTSEn: 0x4000, Out2: 0x2000, Out1: 0x1000, RTS: 0x800, DTR: 0x400, RXE: 0x200,
  TXE: 0x100, LBE: 0x80, SIRLP: 4, SIREN: 2, UARTEN: 1,
} as const;

/** In UARTIMSC, UARTRIS, UARTMIS and UARTICR. */
export const UARTINT = {
  OE: 0x400, BE: 0x200, PE: 0x100, FE: 0x80, RT: 0x40, TX: 0x20, RX: 0x10,
  DSR: 8, DCD: 4, CTS: 2, RI: 1,
} as const;

/** Of a word in the receive FIFO, as UARTDR gives it. */
export const UARTDR = { OE: 0x800, BE: 0x400, PE: 0x200, FE: 0x100, DATA: 0xff } as const;

/** What UARTPeriphID and UARTPCellID read as, on QEMU's board: revision 1, r1p1. */
export const PL011_ID = [0x11, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1] as const;
