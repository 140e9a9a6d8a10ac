// The UART's modem lines. Nobody is at the other end of ours; the loop joins outputs to inputs
// (DDI 0183, "Control register", LBE).

import { UARTCR, UARTFR, UARTINT } from "../../../formats/devices/pl011";

// output, input, interrupt when the input changes
const LINES = [
  [UARTCR.Out2, UARTFR.RI,  UARTINT.RI],
  [UARTCR.Out1, UARTFR.DCD, UARTINT.DCD],
  [UARTCR.DTR,  UARTFR.DSR, UARTINT.DSR],
  [UARTCR.RTS,  UARTFR.CTS, UARTINT.CTS],
] as const;

/** RI, DCD, DSR and CTS, as UARTFR has them. */
export function modemInputs(control: number): number {
  if ((control & UARTCR.LBE) === 0) return 0;
  return LINES.reduce((all, [out, into]) => ((control & out) !== 0 ? all | into : all), 0);
}

/** Of the inputs that have changed. */
export function modemInterrupts(changed: number): number {
  return LINES.reduce((all, [, input, bit]) => ((changed & input) !== 0 ? all | bit : all), 0);
}
