// What the UART remembers.

import { UARTCR } from "../../../formats/devices/pl011";

export interface Pl011State {
  received: readonly number[];
  transmitted: readonly number[];
  /** A word was lost; UARTDR tells with the next one that comes. */
  overrun: boolean;
  /** UARTRSR. */
  errors: number;
  UARTILPR: number;
  UARTIBRD: number;
  UARTFBRD: number;
  UARTLCR_H: number;
  UARTCR: number;
  UARTIFLS: number;
  UARTIMSC: number;
  UARTRIS: number;
  UARTDMACR: number;
}

/** FIFOs disabled, transmitter and receiver enabled, the UART not; levels at one half. */
export const AT_RESET: Pl011State = {
  received: [], transmitted: [], overrun: false, errors: 0,
  UARTILPR: 0, UARTIBRD: 0, UARTFBRD: 0, UARTLCR_H: 0, UARTCR: UARTCR.TXE | UARTCR.RXE,
  UARTIFLS: 0x12, UARTIMSC: 0, UARTRIS: 0, UARTDMACR: 0,
};
