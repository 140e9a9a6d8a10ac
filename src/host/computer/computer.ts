// A board with its wires plugged in: what a terminal, a network and a finger on the power button do reaches the machine
// here, between two stretches of its run, and what it sends goes out.
//
// 1. Nothing from outside happens while the board runs; all of it goes through deliver(), so that a debugger can record
//    it, and repeat it.
// 2. A debugger runs the past again. What the machine sent then is not sent a second time.
// 3. Beside the board there may be another, to be compared with it. What happens to one happens to both; nobody hears
//    what the other sends.

import type { Stop } from "../../machine/cpu/cpu";
import type { Decoder } from "../../machine/decoder/decoder";
import { Board, type BoardParts, type Boot } from "../../machine/board/board";
import type { BoardDescription } from "../../machine/board/description";
import type { Outside } from "../../machine/board/outside";
import type { MachineEngine } from "../../machine/cpu/engine";
import type { Disk } from "../../machine/devices/virtio/disk";
import { TIMER_HZ } from "../../machine/sysregs/clock";
import type { FrameQueue } from "../network/frame-queue";
import type { FrameListener, NetworkPort } from "../network/port";
import { TypedInput } from "./input";

/** A network card, and the cable in it. */
export interface Card {
  /** Six bytes. */
  readonly mac: Uint8Array;
  readonly port: NetworkPort;
  /** What comes from the port. */
  readonly queue: FrameQueue;
}

export interface ComputerOptions {
  readonly description: Pick<BoardDescription, "ramBytes" | "cpus" | "gic">;
  readonly outside: Omit<Outside, "networks">;
  /** What the first bank of flash holds. */
  readonly firmware?: Uint8Array;
  readonly cards?: readonly Card[];
  /** Hears each frame when a card sends or gets it. */
  readonly tap?: FrameListener;
  readonly parts?: BoardParts;
  readonly decoder?: Decoder;
  /** What executes, in the interpreter's place. */
  readonly engine?: MachineEngine;
  readonly beside?: Beside;
}

/** The other board, which interprets, and has our parts. */
export interface Beside {
  /** Those of its own, as the first board's. */
  readonly disks: readonly Disk[];
  /** Runs both: the first board's run(), as it were. */
  readonly run: (first: Board, other: Board, limit: number) => Stop;
}

/** What came of a run. */
export type Outcome =
  | { readonly kind: "limit" }
  | { readonly kind: "off" }
  /** Every CPU sleeps; in so many nanoseconds a timer wakes one, unless it is undefined. */
  | { readonly kind: "asleep"; readonly wakesIn: number | undefined }
  /** A debugger, or an exception that nobody takes. */
  | { readonly kind: "stopped"; readonly stop: Stop };

const NANOSECONDS = 1_000_000_000n;

export class Computer {
  readonly board: Board;
  readonly #other: Board | undefined;
  readonly #run: (limit: number) => Stop;
  /** Called when something has come for a machine that may be asleep. */
  woken: () => void = () => undefined;
  readonly #input = new TypedInput();
  readonly #cards: readonly Card[];
  readonly #tap: FrameListener | undefined;
  #isPressed = false;
  /** Until then, everything has been sent. */
  #sentUntil = 0;

  constructor({ description, outside, firmware, cards = [], tap, parts, decoder, engine, beside }: ComputerOptions) {
    this.#cards = cards;
    this.#tap = tap;
    const { serial, console } = outside;
    this.board = new Board({
      description,
      outside: {
        ...outside,
        serial: (byte) => { if (this.#isNew) serial(byte); },
        ...(console && { console: (bytes) => { if (this.#isNew) console(bytes); } }),
        networks: cards.map(({ mac, port }) => ({ mac, send: (frame) => { this.#send(port, frame); } })),
      },
      ...(firmware && { firmware }), ...(parts && { parts }), ...(decoder && { decoder }), ...(engine && { engine }),
    });
    this.#other = beside && new Board({
      description, ...(firmware && { firmware }),
      outside: {
        ...outside, serial: () => undefined, ...(outside.console && { console: () => undefined }), disks: beside.disks,
        networks: cards.map(({ mac }) => ({ mac, send: () => undefined })),
      },
    });
    const [board, other] = [this.board, this.#other];
    this.#run = beside && other ? (limit) => beside.run(board, other, limit) : (limit) => board.run(limit);
    for (const { queue } of cards) queue.heard = () => { this.woken(); };
  }

  /** Nanoseconds since 1970, by the machine's clock. */
  get now(): bigint {
    const { count, date } = this.board.clock;
    const seconds = BigInt(Math.floor(date)); // A number has too few bits for both.
    return seconds * NANOSECONDS + ((count % BigInt(TIMER_HZ)) * NANOSECONDS) / BigInt(TIMER_HZ);
  }

  /** Puts `boot` into RAM, as Board.start(). */
  start(boot: Boot): void {
    for (const board of this.#boards) board.start(boot);
  }

  /** Somebody types. False: enough for now, the machine is slower. */
  type(bytes: Uint8Array): boolean {
    this.#input.type(bytes);
    this.woken();
    return !this.#input.isMuch;
  }

  /** Whether the machine can keep up with who types. */
  get wantsInput(): boolean {
    return !this.#input.isMuch;
  }

  pressPowerButton(): void {
    this.#isPressed = true;
    this.woken();
  }

  /** Runs up to `limit` instructions. */
  run(limit: number): Outcome {
    this.deliver((happen) => { happen(); });
    const stop = this.#run(limit);
    this.#sentUntil = this.board.time;
    if (this.board.isOff) return { kind: "off" };
    if (stop.kind === "limit") return { kind: "limit" };
    if (stop.kind !== "waiting") return { kind: "stopped", stop };
    return { kind: "asleep", wakesIn: this.#wakesIn };
  }

  /** What has been typed, and the UART has room for, comes before any timer. */
  get #wakesIn(): number | undefined {
    const { board } = this;
    return this.#input.length > 0 && board.devices.uart.room > 0 ? 0 : board.wakesIn;
  }

  /** Has what came from outside since happen to the board, if there is anything: `record` is to do it. */
  deliver(record: (happen: () => void) => void): void {
    const { board } = this;
    if (board.devices.uart.room > 0) {
      const typed = this.#input.take();
      if (typed !== undefined) record(() => { for (const each of this.#boards) each.type(typed); });
    }
    this.#cards.forEach(({ queue }, i) => {
      const frames = queue.takeAll();
      if (frames.length > 0) record(() => { for (const frame of frames) this.#receive(i, frame); });
    });
    if (this.#isPressed) record(() => { for (const each of this.#boards) each.pressPowerButton(); });
    this.#isPressed = false;
  }

  /** A debugger has run the machine, to where it is now. */
  ran(): void {
    this.#sentUntil = Math.max(this.#sentUntil, this.board.time);
  }

  /** Whether nobody has seen yet what the machine does now. */
  get #isNew(): boolean {
    return this.board.time >= this.#sentUntil;
  }

  #send(port: NetworkPort, frame: Uint8Array): void {
    if (!this.#isNew) return;
    this.#tap?.(frame);
    port.send(frame);
  }

  #receive(card: number, frame: Uint8Array): void {
    this.#tap?.(frame);
    for (const board of this.#boards) board.nics[card]!.receive(frame);
  }

  get #boards(): readonly Board[] {
    return this.#other === undefined ? [this.board] : [this.board, this.#other];
  }
}
