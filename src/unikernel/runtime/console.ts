// The console of a program that has nothing else: the board's PL011, polled (Arm DDI 0183, 3.3). It
// needs no heap, so that a panic can use it.

import { load32, store32 } from "../metal/memory";
import { plus } from "../metal/word";

const UART = 0x0900_0000n;
const UARTFR = 0x18n;
const UARTCR = 0x30n;
/** UARTFR.TXFF: the transmit FIFO is full. */
const TXFF = 1 << 5;

/** UARTCR.UARTEN, TXE, RXE. */
const ENABLED = 0x301;

const NEWLINE = 10;

export function initializeConsole(): void {
  store32(plus(UART, UARTCR), ENABLED);
}

export function put(code: number): void {
  while ((load32(plus(UART, UARTFR)) & TXFF) !== 0) { /* The UART is slower than we are. */ }
  store32(UART, code);
}

export function print(text: string): void {
  for (let i = 0; i < text.length; i++) put(text.charCodeAt(i));
}

/** A number that is not negative, without making a string of it. */
export function printNumber(value: number): void {
  if (value >= 10) printNumber(Math.trunc(value / 10));
  put(48 + value % 10);
}

/** 0x and the digits. */
export function printHex(value: bigint): void {
  print("0x");
  printDigits(value);
}

function printDigits(value: bigint): void {
  if (value >= 16n) printDigits(value >> 4n);
  const digit = Number(value & 15n);
  put(digit < 10 ? 48 + digit : 87 + digit);
}

/** console.log */
export function log(text: string): void {
  print(text);
  put(NEWLINE);
}
