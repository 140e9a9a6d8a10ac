// An Ethernet card ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.1). It does no work for
// its driver: no checksums, no cutting of long frames. Every frame that arrives is handed on,
// whoever it is for, and if there is no buffer for it, it is lost.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  NET_CONFIG, NET_CONFIG_BYTES, NET_FEATURE, NET_HEADER, NET_HEADER_BYTES, NET_LINK_UP, NET_QUEUE,
} from "../../../formats/devices/virtio-net";
import { VirtioCard } from "./card";
import { putField } from "./fields";
import { featureWord } from "./negotiation";
import type { Chain, Virtqueue } from "./queue";

export interface VirtioNetOptions {
  /** Six bytes. */
  readonly mac: Uint8Array;
  /** Takes a frame that the guest sends, without its check sequence. */
  readonly send: (frame: Uint8Array) => void;
}

/** Frames, and what became of them. */
export interface NetCounts {
  readonly sent: number;
  readonly received: number;
  /** There was no room for them, or they were no frames. */
  readonly dropped: number;
}

/** The longest frame that is passed on. */
const MOST_BYTES = 65_550;

export class VirtioNet extends VirtioCard {
  readonly id = VIRTIO_DEVICE.NETWORK;
  readonly features = featureWord(NET_FEATURE.MAC, NET_FEATURE.MRG_RXBUF, NET_FEATURE.STATUS);
  readonly queues = 2;
  readonly config = new Uint8Array(NET_CONFIG_BYTES);
  readonly #send: (frame: Uint8Array) => void;
  #counts: NetCounts = { sent: 0, received: 0, dropped: 0 };

  constructor({ mac, send }: VirtioNetOptions) {
    super();
    this.#send = send;
    this.config.set(mac, NET_CONFIG.mac.at);
    putField(this.config, NET_CONFIG.status, NET_LINK_UP);
  }

  get counts(): NetCounts {
    return this.#counts;
  }

  /** Nothing is done about the receive queue when there is something new in it: it is room. */
  notified(queue: number): void {
    if (queue === NET_QUEUE.TRANSMIT) this.queue(queue).serve((chain) => this.#transmit(chain));
  }

  #transmit({ readable }: Chain): number | undefined {
    if (readable.length < NET_HEADER_BYTES) {
      this.slot.fail("a frame without its header");
      return undefined;
    }
    const length = readable.length - NET_HEADER_BYTES;
    if (length === 0 || length > MOST_BYTES) {
      this.#count("dropped");
    } else {
      this.#count("sent");
      this.#send(readable.read(NET_HEADER_BYTES, length));
    }
    return 0;
  }

  /** A frame arrives. false: there was no room for it, and it is gone. */
  receive(frame: Uint8Array): boolean {
    const queue = this.queue(NET_QUEUE.RECEIVE);
    const chains = this.#room(queue, NET_HEADER_BYTES + frame.length);
    this.#count(chains === undefined ? "dropped" : "received");
    if (chains === undefined) return false;

    const bytes = new Uint8Array(NET_HEADER_BYTES + frame.length);
    putField(bytes, NET_HEADER.num_buffers, chains.length);
    bytes.set(frame, NET_HEADER_BYTES);
    let done = 0;
    for (const chain of chains) {
      const written = chain.writable.write(0, bytes.subarray(done));
      queue.give(chain, written);
      done += written;
    }
    queue.signal();
    return true;
  }

  /** Chains for `length` bytes: one; or several, if the driver puts frames together itself. */
  #room(queue: Virtqueue, length: number): Chain[] | undefined {
    const most = this.slot.has(NET_FEATURE.MRG_RXBUF) ? Infinity : 1;
    const chains: Chain[] = [];
    for (let room = 0; room < length;) {
      const chain = chains.length < most ? queue.take() : undefined;
      if (chain === undefined) {
        queue.untake(chains.length);
        return undefined;
      }
      if (chain.writable.length === 0) {
        this.slot.fail("a buffer for frames that cannot be written");
        return undefined;
      }
      chains.push(chain);
      room += chain.writable.length;
    }
    return chains;
  }

  #count(what: keyof NetCounts): void {
    this.#counts = { ...this.#counts, [what]: this.#counts[what] + 1 };
  }

  override save(): NetCounts {
    return this.#counts;
  }

  override restore(counts: NetCounts): void {
    this.#counts = counts;
  }
}
