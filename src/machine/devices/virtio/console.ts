// A console ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.3): one port, two queues, and the
// size of the screen. What a serial port does a byte at a time, it does a buffer at a time.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  CONSOLE_CONFIG, CONSOLE_CONFIG_BYTES, CONSOLE_FEATURE, CONSOLE_QUEUE,
} from "../../../formats/devices/virtio-console";
import { VirtioCard } from "./card";
import { putField } from "./fields";
import { featureWord } from "./negotiation";
import type { Chain } from "./queue";

export interface VirtioConsoleOptions {
  /** Takes what the guest sends, at once. */
  readonly transmit: (bytes: Uint8Array) => void;
}

export interface ScreenSize {
  readonly cols: number;
  readonly rows: number;
}

/** What is handed on at once; a chain may be longer. */
const CHUNK = 64 * 1024;

export class VirtioConsole extends VirtioCard {
  readonly id = VIRTIO_DEVICE.CONSOLE;
  readonly features = featureWord(CONSOLE_FEATURE.SIZE);
  readonly queues = 2;
  readonly config = new Uint8Array(CONSOLE_CONFIG_BYTES);
  readonly #transmit: (bytes: Uint8Array) => void;
  #size: ScreenSize = { cols: 0, rows: 0 }; // 0: not known

  constructor({ transmit }: VirtioConsoleOptions) {
    super();
    this.#transmit = transmit;
    putField(this.config, CONSOLE_CONFIG.max_nr_ports, 1);
  }

  /** Nothing is done about the receive queue when there is something new in it: it is room. */
  notified(queue: number): void {
    if (queue === CONSOLE_QUEUE.TRANSMIT) this.queue(queue).serve((chain) => this.#send(chain));
  }

  #send({ readable }: Chain): number {
    for (let at = 0; at < readable.length; at += CHUNK) this.#transmit(readable.read(at, CHUNK));
    return 0;
  }

  /** Somebody types. Takes as many of `bytes` as there is room for now: how many. */
  receive(bytes: Uint8Array): number {
    const queue = this.queue(CONSOLE_QUEUE.RECEIVE);
    let taken = 0;
    queue.serve(({ writable }) => {
      if (taken === bytes.length) return undefined;
      const written = writable.write(0, bytes.subarray(taken));
      taken += written;
      return written;
    });
    return taken;
  }

  /** The screen has another size. */
  resize(size: ScreenSize): void {
    this.restore(size);
    this.slot.configurationChanged();
  }

  override save(): ScreenSize {
    return this.#size;
  }

  override restore(size: ScreenSize): void {
    this.#size = size;
    putField(this.config, CONSOLE_CONFIG.cols, size.cols);
    putField(this.config, CONSOLE_CONFIG.rows, size.rows);
  }
}
