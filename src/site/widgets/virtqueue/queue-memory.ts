/**
 * Where the figure's queue lies in its RAM, and what is there at a moment: the driver's words and the device's, read
 * from bytes by the formats' own tables.
 *
 *   +0x000  descriptors, 8 x 16       +0x080  available ring, 6 + 2 x 8
 *   +0x0c0  used ring, 6 + 8 x 8      +0x200  buffers: header, data and status of request A, then of B
 */
import { AVAILABLE, DESCRIPTOR, DESCRIPTOR_BYTES, DESCRIPTOR_FLAG, USED, USED_ELEMENT } from "../../../formats/devices/virtqueue";
import { fieldOf } from "../../../machine/devices/virtio/fields";

export const ramBase = 0x4000_0000;
export const ramBytes = 0x1000;
export const queueSize = 8;

export const descriptorsAt = ramBase;
export const availableAt = ramBase + 0x80;
export const usedAt = ramBase + 0xc0;
const buffersAt = ramBase + 0x200;

export const requestNames = ["A", "B"] as const;
export type RequestName = (typeof requestNames)[number];

export const parts = ["header", "data", "status"] as const;
export type Part = (typeof parts)[number];

export const partBytes: Readonly<Record<Part, number>> = { header: 16, data: 512, status: 1 };
const partOffsets: Readonly<Record<Part, number>> = { header: 0, data: 0x10, status: 0x210 };
const requestStride = 0x300;

export const bufferAt = (name: RequestName, part: Part): number => buffersAt + requestStride * requestNames.indexOf(name) + partOffsets[part];

/** "A's data", for an address that a buffer begins at. */
export function bufferName(address: bigint | number): string | undefined {
  for (const name of requestNames) {
    const part = parts.find((each) => BigInt(bufferAt(name, each)) === BigInt(address));
    if (part !== undefined) return `${name}'s ${part}`;
  }
  return undefined;
}

export interface DescriptorView {
  readonly index: number;
  /** undefined: it has not been used yet. */
  readonly buffer: string | undefined;
  readonly len: number;
  readonly isWritable: boolean;
  readonly next: number | undefined;
}

export interface QueuePicture {
  readonly descriptors: readonly DescriptorView[];
  readonly available: { readonly wantsInterrupts: boolean; readonly idx: number; readonly ring: readonly number[] };
  readonly used: { readonly idx: number; readonly ring: readonly { readonly id: number; readonly len: number }[] };
}

export function pictureOf(ram: Uint8Array): QueuePicture {
  const at = (address: number): Uint8Array => ram.subarray(address - ramBase);
  const half = (address: number): number => fieldOf(at(address), { at: 0, bytes: 2, meaning: "" });
  const slots = Array.from({ length: queueSize }, (_, i) => i);
  return {
    descriptors: slots.map((index) => descriptorView(at(descriptorsAt + DESCRIPTOR_BYTES * index), index)),
    available: {
      wantsInterrupts: half(availableAt + AVAILABLE.flags.at) === 0,
      idx: half(availableAt + AVAILABLE.idx.at),
      ring: slots.map((i) => half(availableAt + AVAILABLE.ring.at + AVAILABLE.ring.bytes * i)),
    },
    used: {
      idx: half(usedAt + USED.idx.at),
      ring: slots.map((i) => {
        const element = at(usedAt + USED.ring.at + USED.ring.bytes * i);
        return { id: fieldOf(element, USED_ELEMENT.id), len: fieldOf(element, USED_ELEMENT.len) };
      }),
    },
  };
}

function descriptorView(bytes: Uint8Array, index: number): DescriptorView {
  const flags = fieldOf(bytes, DESCRIPTOR.flags);
  const address = fieldOf(bytes, { ...DESCRIPTOR.addr, bytes: 4 });
  return {
    index, len: fieldOf(bytes, DESCRIPTOR.len),
    buffer: address === 0 ? undefined : bufferName(address) ?? `0x${address.toString(16)}`,
    isWritable: (flags & DESCRIPTOR_FLAG.WRITE) !== 0,
    next: (flags & DESCRIPTOR_FLAG.NEXT) !== 0 ? fieldOf(bytes, DESCRIPTOR.next) : undefined,
  };
}

/** A place in the picture: which box an access touches. */
export type Place =
  | { readonly area: "descriptor"; readonly index: number }
  | { readonly area: "available" | "used"; readonly box: "flags" | "idx" | number }
  | { readonly area: "buffer"; readonly name: string }
  | { readonly area: "register"; readonly name: string };

export function placeOf(address: number): Place {
  const descriptor = Math.floor((address - descriptorsAt) / DESCRIPTOR_BYTES);
  if (descriptor < queueSize) return { area: "descriptor", index: descriptor };
  if (address < usedAt) return { area: "available", box: ringBox(address - availableAt, AVAILABLE) };
  if (address < buffersAt) return { area: "used", box: ringBox(address - usedAt, USED) };
  const name = requestNames.find((each) => address < bufferAt(each, "header") + requestStride) ?? "B";
  const part = parts.findLast((each) => address >= bufferAt(name, each)) ?? "header";
  return { area: "buffer", name: `${name}'s ${part}` };
}

type Ring = typeof AVAILABLE | typeof USED;

function ringBox(offset: number, { flags, idx, ring }: Ring): "flags" | "idx" | number {
  if (offset === flags.at) return "flags";
  return offset === idx.at ? "idx" : Math.floor((offset - ring.at) / ring.bytes);
}
