// The parts of the UART that can be replaced: its two FIFOs, and when they interrupt. Plain data
// goes in and comes out.

export interface Fifo {
  /** Oldest first. A word that was received has its errors in bits 10 to 8, as UARTDR has. */
  readonly words: readonly number[];
  /** As many as there is room for: 16, or 1 while the FIFOs are disabled. */
  readonly depth: number;
  /** At how many words it interrupts: receive as it rises to them, transmit as it sinks to them. */
  readonly level: number;
}

export interface ReceiveFifo extends Fifo {
  /** A word was lost, and none has come into the FIFO since. */
  readonly overrun: boolean;
}

/** What becomes of a FIFO. */
export interface Moved {
  readonly words: readonly number[];
  /** Bits of UARTRIS (UARTINT) that become 1, and those that become 0. */
  readonly raised: number;
  readonly cleared: number;
}

export interface Arrived extends Moved {
  readonly overrun: boolean;
}

export interface Taken extends Moved {
  /** 0 of an empty FIFO. */
  readonly word: number;
}

export interface Pl011Parts {
  /** Fifo.level of a receive FIFO, of UARTIFLS.RXIFLSEL. */
  receiveLevel(select: number, depth: number): number;
  /** Fifo.level of a transmit FIFO, of UARTIFLS.TXIFLSEL. */
  transmitLevel(select: number, depth: number): number;
  /** A word comes from the line. */
  arrive(fifo: ReceiveFifo, word: number): Arrived;
  /** The line has been silent for the time of 32 bits. */
  timeOut(fifo: ReceiveFifo): Moved;
  /** The guest reads UARTDR. */
  take(fifo: ReceiveFifo): Taken;
  /** The guest writes UARTDR. */
  put(fifo: Fifo, word: number): Moved;
  /** The transmitter takes the oldest word. It does so only if there is one. */
  send(fifo: Fifo): Taken;
}
