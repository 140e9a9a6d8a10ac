// The console of a program that has nothing else: the board's PL011, polled (Arm DDI 0183, 3.3). It
// needs no heap, so that a panic can use it.

import { load32, store32 } from "../metal/memory";
import { plus } from "../metal/word";

/** Where it is: on the board, as long as nobody says otherwise. */
let uart = 0x0900_0000n;
const UARTFR = 0x18n;
const UARTCR = 0x30n;
/** UARTFR.TXFF: the transmit FIFO is full. */
const TXFF = 1 << 5;

/** UARTCR.UARTEN, TXE, RXE. */
const ENABLED = 0x301;

const NEWLINE = 10;

/** A UART that has had no room for so many looks does not answer: 0.1 s at least. */
const MOST_LOOKS = 1 << 20;
/** How often it is still looked at. Not 0, so that it is in .data, and right from the start. */
let looks = MOST_LOOKS;

/** The UART's registers are at this address. */
export function useConsole(address: bigint): void {
  uart = address;
}

export function initializeConsole(): void {
  store32(plus(uart, UARTCR), ENABLED);
}

/** The UART is slower than we are. What it has no room for in the end is lost, and nobody hangs. */
export function put(code: number): void {
  while ((load32(plus(uart, UARTFR)) & TXFF) !== 0) {
    if (looks === 0) return;
    looks--;
  }
  looks = MOST_LOOKS;
  store32(uart, code);
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
