// The PL011 UART ("PrimeCell UART (PL011) Technical Reference Manual", Arm DDI 0183): what the
// console of ../runtime needs of it, and what is received. Polled; an interrupt says only that
// something is there.

import { PL011, UARTCR, UARTFR, UARTINT, UARTLCR_H } from "../../formats/devices/pl011";
import { load32, store32 } from "../metal/memory";
import { plus } from "../metal/word";
import { put, useConsole } from "../runtime/console";

/** An object, so that it is in .data: the console is there before .bss is cleared. */
class Serial {
  base = 0n;
}

const serial = new Serial();

const WORDS_OF_8_BITS = UARTLCR_H.WLEN;

/** How often to look whether it still sends: 5 ms at least, and its 32 bytes take 3. */
const MOST_LOOKS = 1 << 16;

/**
 * 3.3.8: the UART is off while its line is set up, and has sent what it had to. Whether it is one:
 * it comes to an end, and has room then. @noalloc
 */
export function initializeSerial(base: bigint): boolean {
  serial.base = base;
  useConsole(base);
  write(PL011.UARTCR.offset, read(PL011.UARTCR.offset) | UARTCR.TXE | UARTCR.UARTEN);
  for (let i = 0; i < MOST_LOOKS && is(UARTFR.BUSY); i++) { /* It still sends. */ }
  const isUart = !is(UARTFR.BUSY);
  write(PL011.UARTCR.offset, 0);
  write(PL011.UARTIMSC.offset, 0);
  write(PL011.UARTLCR_H.offset, WORDS_OF_8_BITS | UARTLCR_H.FEN);
  write(PL011.UARTCR.offset, UARTCR.UARTEN | UARTCR.TXE | UARTCR.RXE);
  return isUart && !is(UARTFR.TXFF);
}

/** Sends a byte, as soon as there is room. @noalloc */
export function sendByte(code: number): void {
  put(code);
}

/** The oldest byte that was received; -1 if there is none. @noalloc */
export function receiveByte(): number {
  if ((read(PL011.UARTFR.offset) & UARTFR.RXFE) !== 0) return -1;
  return read(PL011.UARTDR.offset) & 0xff;
}

/** It interrupts when bytes are there. @noalloc */
export function enableReceiveInterrupt(): void {
  write(PL011.UARTIMSC.offset, UARTINT.RX | UARTINT.RT);
}

/** What comes waits in its FIFO, and then with who sends. @noalloc */
export function disableReceiveInterrupt(): void {
  write(PL011.UARTIMSC.offset, 0);
}

/** Until something else comes: what is in the FIFO already does not interrupt again. @noalloc */
export function clearReceiveInterrupt(): void {
  write(PL011.UARTICR.offset, UARTINT.RX | UARTINT.RT);
}

/** Whether this bit of UARTFR is set. */
function is(flag: number): boolean {
  return (read(PL011.UARTFR.offset) & flag) !== 0;
}

function read(offset: number): number {
  return load32(plus(serial.base, BigInt(offset)));
}

function write(offset: number, value: number): void {
  store32(plus(serial.base, BigInt(offset)), value);
}
