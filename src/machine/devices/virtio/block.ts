// A disk as a virtio device ("Virtual I/O Device (VIRTIO) Version 1.2", section 5.2): it does what
// a request asks for, at once, and says in the chain's last byte how it went. What it remembers is
// on the disk.

import { VIRTIO_DEVICE } from "../../../formats/devices/virtio";
import {
  BLOCK_CONFIG, BLOCK_CONFIG_BYTES, BLOCK_FEATURE, BLOCK_HEADER, BLOCK_HEADER_BYTES, BLOCK_ID_BYTES,
  BLOCK_REQUEST, BLOCK_SEGMENT, BLOCK_SEGMENT_BYTES, BLOCK_STATUS, SECTOR,
} from "../../../formats/devices/virtio-block";
import type { BlockAction, BlockRequest, DiskDescription } from "./block-request";
import { MOST_SECTORS } from "./block-request";
import { VirtioCard } from "./card";
import { DiskError, type Disk } from "./disk";
import { fieldOf, putField, wideFieldOf } from "./fields";
import type { GuestBuffers } from "./guest-buffers";
import { featureWord } from "./negotiation";
import type { VirtioParts } from "./parts";
import type { Chain } from "./queue";
import { STANDARD_VIRTIO_PARTS } from "./standard-parts";

export interface VirtioBlockOptions {
  readonly disk: Disk;
  /** What GET_ID answers with: at most 20 characters. */
  readonly serial?: string;
  readonly parts?: Pick<VirtioParts, "blockAction">;
}

/** What is copied at once; a request may be for more. */
const CHUNK = 64 * 1024;

/** Buffers of data in a request: with header and status, as many as a queue of 256 holds. */
const MOST_SEGMENTS = 254;

export class VirtioBlock extends VirtioCard {
  readonly id = VIRTIO_DEVICE.BLOCK;
  readonly queues = 1;
  readonly features: bigint;
  readonly config: Uint8Array;
  readonly #disk: Disk;
  readonly #serial: Uint8Array;
  readonly #parts: Pick<VirtioParts, "blockAction">;

  constructor({ disk, serial = "", parts = STANDARD_VIRTIO_PARTS }: VirtioBlockOptions) {
    super();
    const { SEG_MAX, RO, BLK_SIZE, FLUSH, TOPOLOGY, DISCARD, WRITE_ZEROES } = BLOCK_FEATURE;
    this.#disk = disk;
    this.#parts = parts;
    this.#serial = Uint8Array.from(serial.slice(0, BLOCK_ID_BYTES), (c) => c.charCodeAt(0));
    this.features = featureWord(
      SEG_MAX, BLK_SIZE, FLUSH, TOPOLOGY, ...disk.isReadOnly ? [RO] : [DISCARD, WRITE_ZEROES],
    );
    this.config = configurationOf(this.#description.sectors);
  }

  get #description(): DiskDescription {
    return { sectors: Math.floor(this.#disk.bytes / SECTOR), isReadOnly: this.#disk.isReadOnly };
  }

  notified(queue: number): void {
    this.queue(queue).serve((chain) => this.#answer(chain));
  }

  /** As many bytes as the driver has given for the answer: all of them count as written. */
  #answer({ readable, writable }: Chain): number | undefined {
    const request = this.#requestOf(readable, writable);
    if (request === undefined) return undefined;
    const status = this.#tried(() => {
      return this.#act(this.#parts.blockAction(request, this.#description), readable, writable);
    });
    writable.write(writable.length - 1, Uint8Array.of(status));
    return writable.length;
  }

  /** undefined: not even a request; the device has failed. */
  #requestOf(readable: GuestBuffers, writable: GuestBuffers): BlockRequest | undefined {
    const header = readable.read(0, BLOCK_HEADER_BYTES);
    const data = readable.length - BLOCK_HEADER_BYTES;
    if (data < 0) return this.#fail("a request without its header");
    if (writable.length === 0) return this.#fail("a request without room for its status");
    const type = fieldOf(header, BLOCK_HEADER.type);
    const request = {
      type,
      sector: wideFieldOf(header, BLOCK_HEADER.sector),
      readable: data,
      writable: writable.length - 1,
    };
    if (type !== BLOCK_REQUEST.DISCARD && type !== BLOCK_REQUEST.WRITE_ZEROES) return request;
    if (data < BLOCK_SEGMENT_BYTES) return this.#fail("half a segment");
    if (data > BLOCK_SEGMENT_BYTES) return request;
    const segment = readable.read(BLOCK_HEADER_BYTES, BLOCK_SEGMENT_BYTES);
    return {
      ...request,
      segment: {
        sector: wideFieldOf(segment, BLOCK_SEGMENT.sector),
        sectors: fieldOf(segment, BLOCK_SEGMENT.num_sectors),
        flags: fieldOf(segment, BLOCK_SEGMENT.flags),
      },
    };
  }

  /** How it went. */
  #act(action: BlockAction, readable: GuestBuffers, writable: GuestBuffers): number {
    const disk = this.#disk;
    switch (action.does) {
      case "read":
        eachChunk(action.length, (done, length) => {
          const bytes = new Uint8Array(length);
          disk.read(action.at + done, bytes);
          writable.write(done, bytes);
        });
        break;
      case "write":
        eachChunk(action.length, (done, length) => {
          disk.write(action.at + done, readable.read(BLOCK_HEADER_BYTES + done, length));
        });
        break;
      case "clear":
        eachChunk(action.length, (done, length) => {
          disk.write(action.at + done, new Uint8Array(length));
        });
        break;
      case "discard":
        disk.discard(action.at, action.length);
        break;
      case "flush":
        disk.flush();
        break;
      case "identify":
        writable.write(0, idOf(this.#serial)); // Where there is less room, the status ends it.
        break;
      case "refuse":
        return action.status;
    }
    return BLOCK_STATUS.OK;
  }

  #tried(work: () => number): number {
    try {
      return work();
    } catch (error) {
      if (error instanceof DiskError) return BLOCK_STATUS.IOERR;
      throw error;
    }
  }

  #fail(reason: string): undefined {
    this.slot.fail(reason);
    return undefined;
  }
}

function configurationOf(sectors: number): Uint8Array {
  const config = new Uint8Array(BLOCK_CONFIG_BYTES);
  const values = {
    capacity: sectors,
    seg_max: MOST_SEGMENTS,
    blk_size: SECTOR,
    writeback: 1,
    num_queues: 1,
    max_discard_sectors: MOST_SECTORS,
    max_discard_seg: 1,
    discard_sector_alignment: 1,
    max_write_zeroes_sectors: MOST_SECTORS,
    max_write_zeroes_seg: 1,
    write_zeroes_may_unmap: 1,
  } as const satisfies Partial<Record<keyof typeof BLOCK_CONFIG, number>>;
  for (const name of Object.keys(values) as (keyof typeof values)[]) {
    putField(config, BLOCK_CONFIG[name], values[name]);
  }
  return config;
}

/** A serial number of less than 20 characters ends in a zero. */
function idOf(serial: Uint8Array): Uint8Array {
  const id = new Uint8Array(Math.min(serial.length + 1, BLOCK_ID_BYTES));
  id.set(serial);
  return id;
}

function eachChunk(length: number, visit: (done: number, length: number) => void): void {
  for (let done = 0; done < length; done += CHUNK) visit(done, Math.min(CHUNK, length - done));
}
