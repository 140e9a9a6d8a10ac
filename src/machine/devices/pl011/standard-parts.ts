import { arrive, put, receiveLevel, send, take, timeOut, transmitLevel } from "./fifo";
import type { Pl011Parts } from "./parts";

/** Our own parts. */
export const STANDARD_PL011_PARTS: Pl011Parts = {
  receiveLevel, transmitLevel, arrive, timeOut, take, put, send,
};
