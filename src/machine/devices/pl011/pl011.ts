// The PL011 UART, the machine's serial console (Arm DDI 0183).
//
// 1. Outwards the line is infinitely fast: a word that may be transmitted leaves at once. So
//    UARTDR's next word finds room, and BUSY is seen only while the transmitter is disabled.
// 2. Inwards the line is silent after each receive(): the receive timeout follows at once. Whoever
//    types is far slower than 32 bits, and a guest must not wait for a FIFO to fill.
// 3. Speed, word length and parity change nothing: the far end is always set as we are.
// 4. The interrupt line is high exactly while UARTRIS & UARTIMSC is not 0.

import {
  PL011, PL011_ID, UARTCR, UARTDR, UARTFR, UARTINT, UARTLCR_H,
} from "../../../formats/devices/pl011";
import type { InterruptLine, Peripheral } from "../device";
import { RegisterMap } from "../register-map";
import { modemInputs, modemInterrupts } from "./modem";
import type { Fifo, Moved, Pl011Parts, ReceiveFifo } from "./parts";
import { STANDARD_PL011_PARTS } from "./standard-parts";
import { AT_RESET, type Pl011State } from "./state";

export interface Pl011Options {
  readonly line: InterruptLine;
  readonly transmit: (byte: number) => void;
  /**
   * UARTCR behind a reset, if not the manual's: firmware has enabled the UART, if there is any.
   */
  readonly control?: number;
  /** receive() may take more than it would before. */
  readonly hasRoom?: () => void;
  readonly parts?: Pl011Parts;
}

type Stored = "UARTILPR" | "UARTIBRD" | "UARTFBRD" | "UARTIFLS" | "UARTDMACR";

/** UARTRSR.OE. */
const OVERRUN = 8;

export class Pl011 implements Peripheral<Pl011State> {
  readonly #options: Pl011Options;
  readonly #parts: Pl011Parts;
  #state: Pl011State;
  #isHigh = false;

  constructor(options: Pl011Options) {
    this.#options = options;
    this.#state = this.#atReset;
    this.#parts = options.parts ?? STANDARD_PL011_PARTS;
  }

  static readonly #registers = RegisterMap.of<Pl011, typeof PL011>(PL011, {
    UARTDR:    { read: (u) => u.#read(),            write: (u, value) => { u.#write(value); } },
    UARTRSR:   { read: (u) => u.#state.errors,      write: (u) => { u.#state.errors = 0; } },
    UARTFR:    { read: (u) => u.#flags() },
    UARTILPR:  Pl011.#stored("UARTILPR", 0xff),
    UARTIBRD:  Pl011.#stored("UARTIBRD", 0xffff),
    UARTFBRD:  Pl011.#stored("UARTFBRD", 0x3f),
    UARTLCR_H: { read: (u) => u.#state.UARTLCR_H,   write: (u, value) => { u.#setLine(value); } },
    UARTCR:    { read: (u) => u.#state.UARTCR,      write: (u, value) => { u.#control(value); } },
    UARTIFLS:  Pl011.#stored("UARTIFLS", 0x3f),
    UARTIMSC:  { read: (u) => u.#state.UARTIMSC,    write: (u, value) => { u.#unmask(value); } },
    UARTRIS:   { read: (u) => u.#state.UARTRIS },
    UARTMIS:   { read: (u) => u.#state.UARTRIS & u.#state.UARTIMSC },
    UARTICR:   { write: (u, value) => { u.#interrupts(0, value); } },
    UARTDMACR: Pl011.#stored("UARTDMACR", 7),
    UARTPeriphID: { read: (_, index) => PL011_ID[index]! },
    UARTPCellID:  { read: (_, index) => PL011_ID[4 + index]! },
  });

  /** A register that keeps what is written to it, but for reserved bits. */
  static #stored(name: Stored, mask: number) {
    return {
      read: (u: Pl011): number => u.#state[name],
      write: (u: Pl011, value: number): void => { u.#state[name] = value & mask; },
    };
  }

  read(offset: number, bytes: number): bigint {
    return Pl011.#registers.read(this, offset, bytes);
  }

  write(offset: number, bytes: number, value: bigint): boolean {
    Pl011.#registers.write(this, offset, bytes, value);
    return true;
  }

  /** How many bytes receive() would take. */
  get room(): number {
    const { depth, words } = this.#receiveFifo;
    return this.#hears && !this.#isLooped ? Math.max(0, depth - words.length) : 0;
  }

  /** Bytes come from the line, as many as find room; how many that is. */
  receive(bytes: Uint8Array): number {
    const count = Math.min(this.room, bytes.length);
    for (let i = 0; i < count; i++) this.#arrive(bytes[i]!);
    if (count > 0) this.#moved("received", this.#parts.timeOut(this.#receiveFifo));
    return count;
  }

  /** The far end holds the line low. Without room that is lost, as any word. */
  receiveBreak(): void {
    if (this.#hears && !this.#isLooped) this.#arrive(UARTDR.BE);
  }

  reset(): void {
    this.restore(this.#atReset);
  }

  save(): Pl011State {
    return { ...this.#state };
  }

  restore(state: Pl011State): void {
    this.#state = { ...state };
    this.#interrupts(0, 0);
  }

  get #atReset(): Pl011State {
    return { ...AT_RESET, UARTCR: this.#options.control ?? AT_RESET.UARTCR };
  }

  #read(): number {
    const taken = this.#parts.take(this.#receiveFifo);
    const { word } = taken;
    this.#state.errors = (this.#state.errors & OVERRUN) | (word >> 8);
    this.#moved("received", taken);
    this.#options.hasRoom?.();
    return word;
  }

  #write(value: number): void {
    this.#moved("transmitted", this.#parts.put(this.#transmitFifo, value & UARTDR.DATA));
    this.#transmit();
  }

  /** Lets go of what may be transmitted now. */
  #transmit(): void {
    while (this.#mayTransmit && this.#state.transmitted.length > 0) {
      const sent = this.#parts.send(this.#transmitFifo);
      this.#moved("transmitted", sent);
      this.#options.transmit(sent.word);
      if (this.#isLooped) this.#loop(sent.word);
    }
  }

  /** A word comes back by the loop, and the line is silent. */
  #loop(word: number): void {
    if (!this.#hears) return;
    this.#arrive(word);
    this.#moved("received", this.#parts.timeOut(this.#receiveFifo));
  }

  #arrive(word: number): void {
    const arrived = this.#parts.arrive(this.#receiveFifo, word);
    this.#state.overrun = arrived.overrun;
    if (arrived.overrun) this.#state.errors |= OVERRUN;
    this.#moved("received", arrived);
  }

  #moved(fifo: "received" | "transmitted", { words, raised, cleared }: Moved): void {
    this.#state[fifo] = words;
    this.#interrupts(raised, cleared);
  }

  get #depth(): number {
    return (this.#state.UARTLCR_H & UARTLCR_H.FEN) !== 0 ? 16 : 1;
  }

  get #receiveFifo(): ReceiveFifo {
    const { received, overrun, UARTIFLS } = this.#state;
    const depth = this.#depth;
    const level = this.#parts.receiveLevel((UARTIFLS >> 3) & 7, depth);
    return { words: received, depth, level, overrun };
  }

  get #transmitFifo(): Fifo {
    const { transmitted, UARTIFLS } = this.#state;
    const depth = this.#depth;
    return { words: transmitted, depth, level: this.#parts.transmitLevel(UARTIFLS & 7, depth) };
  }

  #flags(): number {
    const { received, transmitted } = this.#state;
    const depth = this.#depth;
    return modemInputs(this.#state.UARTCR)
      | (received.length === 0 ? UARTFR.RXFE : 0)
      | (received.length >= depth ? UARTFR.RXFF : 0)
      | (transmitted.length === 0 ? UARTFR.TXFE : UARTFR.BUSY)
      | (transmitted.length >= depth ? UARTFR.TXFF : 0);
  }

  get #isLooped(): boolean {
    return (this.#state.UARTCR & UARTCR.LBE) !== 0;
  }

  #isEnabled(direction: number): boolean {
    const needed = UARTCR.UARTEN | direction;
    return (this.#state.UARTCR & needed) === needed;
  }

  get #hears(): boolean {
    return this.#isEnabled(UARTCR.RXE);
  }

  get #mayTransmit(): boolean {
    const waitsForCts = (this.#state.UARTCR & UARTCR.CTSEn) !== 0;
    const isClear = (modemInputs(this.#state.UARTCR) & UARTFR.CTS) !== 0;
    return this.#isEnabled(UARTCR.TXE) && (isClear || !waitsForCts);
  }

  #control(value: number): void {
    const before = modemInputs(this.#state.UARTCR);
    this.#state.UARTCR = value & 0xff87;
    this.#interrupts(modemInterrupts(before ^ modemInputs(this.#state.UARTCR)), 0);
    this.#transmit();
    this.#options.hasRoom?.();
  }

  /** Who enables or disables the FIFOs empties them. */
  #setLine(value: number): void {
    const changed = this.#state.UARTLCR_H ^ value;
    this.#state.UARTLCR_H = value & 0xff;
    if ((changed & UARTLCR_H.FEN) !== 0) {
      this.#state.overrun = false;
      this.#moved("received", { words: [], raised: 0, cleared: UARTINT.RX | UARTINT.RT });
      this.#moved("transmitted", { words: [], raised: 0, cleared: 0 });
    }
    const breaks = (changed & value & UARTLCR_H.BRK) !== 0;
    if (breaks && this.#isLooped) this.#loop(UARTDR.BE);
    this.#options.hasRoom?.();
  }

  #unmask(value: number): void {
    this.#state.UARTIMSC = value & 0x7ff;
    this.#interrupts(0, 0);
  }

  #interrupts(raised: number, cleared: number): void {
    const state = this.#state;
    state.UARTRIS = (state.UARTRIS & ~cleared) | raised;
    const isHigh = (state.UARTRIS & state.UARTIMSC) !== 0;
    if (isHigh === this.#isHigh) return;
    this.#isHigh = isHigh;
    this.#options.line(isHigh);
  }
}
