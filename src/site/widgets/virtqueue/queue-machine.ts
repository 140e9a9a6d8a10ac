/**
 * A virtio disk of four sectors, the course's own, and a driver with a queue of eight, in a page of RAM. Each access of
 * either is a moment on the tape, with RAM as it was behind it. A figure draws it, a test reads it.
 *
 * 1. The device answers within the store to QueueNotify; the tape shows in what order.
 */
import { VIRTIO_FEATURE, VIRTIO_STATUS } from "../../../formats/devices/virtio";
import { BLOCK_HEADER, BLOCK_REQUEST, BLOCK_STATUS, SECTOR } from "../../../formats/devices/virtio-block";
import { VIRTIO_MMIO } from "../../../formats/devices/virtio-mmio";
import { AVAILABLE, AVAILABLE_NO_INTERRUPT, DESCRIPTOR, DESCRIPTOR_BYTES, DESCRIPTOR_FLAG, USED } from "../../../formats/devices/virtqueue";
import type { GuestMemory } from "../../../machine/devices/device";
import { VirtioBlock } from "../../../machine/devices/virtio/block";
import { MemoryDisk } from "../../../machine/devices/virtio/disk";
import { fieldOf, putField } from "../../../machine/devices/virtio/fields";
import { VirtioMmio } from "../../../machine/devices/virtio/mmio";
import type { Action, Moment } from "./moments";
import { availableAt, bufferAt, bufferName, descriptorsAt, type Part, partBytes, parts, pictureOf, type Place, placeOf, queueSize, ramBase, ramBytes, type RequestName, usedAt } from "./queue-memory";

/** What stands at the beginning of each sector. */
export const sectorTexts = ["oak", "elm", "ash", "fir"] as const;
/** What a write puts on the disk. */
export const writtenText = "yew";

/** Three descriptors each, where they are in the table. */
const headOf = (name: RequestName): number => (name === "A" ? 0 : 3);

type Register = keyof typeof VIRTIO_MMIO;

export class QueueMachine {
  readonly #ram = new Uint8Array(ramBytes);
  readonly #device: VirtioMmio;
  readonly #disk: MemoryDisk;
  #moments: Moment[] = [];
  #isHigh = false;
  #isListening = false;
  /** The driver's own: how far it has come in each ring. */
  #offered = 0;
  #collected = 0;
  readonly #chains = new Map<RequestName, "described" | "offered">();

  constructor() {
    const content = new Uint8Array(sectorTexts.length * SECTOR);
    sectorTexts.forEach((text, i) => content.set(new TextEncoder().encode(text), i * SECTOR));
    this.#disk = new MemoryDisk(content);
    const memory: GuestMemory = { bytes: (address, length) => this.#deviceReads(address, length), write: (address, bytes) => this.#deviceWrites(address, bytes) };
    this.#device = new VirtioMmio({ card: new VirtioBlock({ disk: this.#disk }), memory, line: (isHigh) => this.#line(isHigh) });
    this.#setUp();
  }

  /** From the first. */
  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** Before the first of them. */
  readonly start: Pick<Moment, "ram" | "isHigh" | "fault"> = { ram: new Uint8Array(ramBytes), isHigh: false, fault: undefined };

  stateOf(name: RequestName): "free" | "described" | "offered" {
    return this.#chains.get(name) ?? "free";
  }

  /** Whether the used ring has something that the driver has not seen. */
  get hasUsed(): boolean {
    return pictureOf(this.#ram).used.idx !== this.#collected;
  }

  get fault(): string | undefined {
    return this.#device.fault;
  }

  get wantsInterrupts(): boolean {
    return pictureOf(this.#ram).available.wantsInterrupts;
  }

  /** What a sector begins with now. */
  sectorText(sector: number): string {
    const bytes = new Uint8Array(3);
    this.#disk.read(sector * SECTOR, bytes);
    return new TextDecoder().decode(bytes);
  }

  perform(action: Action): void {
    switch (action.kind) {
      case "describe": return this.#describe(action);
      case "make a circle": return this.#makeCircle(action.name);
      case "offer": return this.#offer(action.name);
      case "notify": return this.#notify();
      case "collect": return this.#collect();
      case "want interrupts": return this.#driverWrites(availableAt + AVAILABLE.flags.at, 2, action.wants ? 0 : AVAILABLE_NO_INTERRUPT, action.wants ? "0: interrupt me" : "1: do not interrupt");
    }
  }

  // The driver.

  #describe({ name, operation, sector }: Action & { readonly kind: "describe" }): void {
    const isRead = operation === "read";
    const header = new Uint8Array(partBytes.header);
    putField(header, BLOCK_HEADER.type, isRead ? BLOCK_REQUEST.IN : BLOCK_REQUEST.OUT);
    putField(header, BLOCK_HEADER.sector, sector);
    this.#put(bufferAt(name, "header"), header, `${isRead ? "IN" : "OUT"}, sector ${sector}`);
    if (!isRead) this.#put(bufferAt(name, "data"), new TextEncoder().encode(writtenText), writtenText);
    const head = headOf(name);
    parts.forEach((part, i) => {
      const isWritable = part === "status" || (part === "data" && isRead);
      const isLast = i === parts.length - 1;
      this.#putDescriptor(head + i, { address: bufferAt(name, part), part, flags: (isWritable ? DESCRIPTOR_FLAG.WRITE : 0) | (isLast ? 0 : DESCRIPTOR_FLAG.NEXT), next: isLast ? 0 : head + i + 1 });
    });
    this.#chains.set(name, "described");
  }

  #putDescriptor(index: number, { address, part, flags, next }: { readonly address: number; readonly part: Part; readonly flags: number; readonly next: number }): void {
    const bytes = new Uint8Array(DESCRIPTOR_BYTES);
    putField(bytes, DESCRIPTOR.addr, address);
    putField(bytes, DESCRIPTOR.len, partBytes[part]);
    putField(bytes, DESCRIPTOR.flags, flags);
    putField(bytes, DESCRIPTOR.next, next);
    this.#put(descriptorsAt + DESCRIPTOR_BYTES * index, bytes, descriptorText(bytes));
  }

  #makeCircle(name: RequestName): void {
    const head = headOf(name);
    const flags = DESCRIPTOR_FLAG.WRITE | DESCRIPTOR_FLAG.NEXT;
    this.#putDescriptor(head + 2, { address: bufferAt(name, "status"), part: "status", flags, next: head + 2 });
  }

  #offer(name: RequestName): void {
    this.#driverWrites(availableAt + AVAILABLE.ring.at + AVAILABLE.ring.bytes * (this.#offered % queueSize), 2, headOf(name), String(headOf(name)));
    this.#offered++;
    this.#driverWrites(availableAt + AVAILABLE.idx.at, 2, this.#offered, String(this.#offered));
    this.#chains.set(name, "offered");
  }

  #notify(): void {
    this.#tape("driver", "writes", { area: "register", name: "QueueNotify" }, "0");
    this.#isListening = true;
    const wasFault = this.#device.fault;
    this.#write("QueueNotify", 0);
    this.#isListening = false;
    const { fault } = this.#device;
    if (fault !== undefined && wasFault === undefined) this.#tape("device", "gives up", { area: "register", name: "Status" }, fault);
  }

  #collect(): void {
    while (this.hasUsed) {
      const { used } = pictureOf(this.#ram);
      this.#tape("driver", "reads", placeOf(usedAt + USED.idx.at), String(used.idx));
      const slot = this.#collected % queueSize;
      const { id, len } = used.ring[slot]!;
      this.#tape("driver", "reads", { area: "used", box: slot }, `chain ${id}, ${len} bytes written`);
      const name: RequestName = id === headOf("A") ? "A" : "B";
      const status = this.#ram[bufferAt(name, "status") - ramBase];
      this.#tape("driver", "reads", { area: "buffer", name: `${name}'s status` }, status === BLOCK_STATUS.OK ? "0: it went well" : `${status}: it did not`);
      this.#chains.delete(name);
      this.#collected = (this.#collected + 1) & 0xffff;
    }
    if (this.#isHigh) this.#acknowledge();
  }

  #acknowledge(): void {
    this.#isListening = true;
    this.#tape("driver", "writes", { area: "register", name: "InterruptACK" }, "1");
    this.#write("InterruptACK", 1);
    this.#isListening = false;
  }

  /** As a driver does before it uses a queue ("Virtual I/O Device (VIRTIO) Version 1.2", 3.1 and 4.2.3.2). */
  #setUp(): void {
    const { ACKNOWLEDGE, DRIVER, FEATURES_OK, DRIVER_OK } = VIRTIO_STATUS;
    this.#write("Status", ACKNOWLEDGE | DRIVER);
    this.#write("DriverFeaturesSel", 1);
    this.#write("DriverFeatures", 1 << (VIRTIO_FEATURE.VERSION_1 - 32));
    this.#write("Status", ACKNOWLEDGE | DRIVER | FEATURES_OK);
    this.#write("QueueSel", 0);
    this.#write("QueueNum", queueSize);
    this.#write("QueueDescLow", descriptorsAt);
    this.#write("QueueDriverLow", availableAt);
    this.#write("QueueDeviceLow", usedAt);
    this.#write("QueueReady", 1);
    this.#write("Status", ACKNOWLEDGE | DRIVER | FEATURES_OK | DRIVER_OK);
  }

  #write(register: Register, value: number): void {
    this.#device.write(VIRTIO_MMIO[register].offset, 4, BigInt(value));
  }

  #driverWrites(address: number, bytes: 2, value: number, text: string): void {
    const field = new Uint8Array(bytes);
    putField(field, { at: 0, bytes, meaning: "" }, value);
    this.#put(address, field, text);
  }

  #put(address: number, bytes: Uint8Array, text: string): void {
    this.#ram.set(bytes, address - ramBase);
    this.#tape("driver", "writes", placeOf(address), text);
  }

  // The device's hands.

  /** It asks for a buffer that it has just read of in a descriptor: that is a look whether it is RAM. */
  #unchecked = new Map<string, number>();

  #deviceReads(address: bigint, length: number): Uint8Array | undefined {
    const offset = Number(address) - ramBase;
    if (offset < 0 || offset + length > ramBytes) return undefined;
    const bytes = this.#ram.subarray(offset, offset + length);
    if (!this.#isListening) return bytes;
    const place = placeOf(Number(address));
    const key = `${address} ${length}`;
    const isCheck = (this.#unchecked.get(key) ?? 0) > 0;
    if (isCheck) this.#unchecked.delete(key);
    if (place.area === "descriptor") this.#unchecked.set(`${fieldOf(bytes, { ...DESCRIPTOR.addr, bytes: 4 })} ${fieldOf(bytes, DESCRIPTOR.len)}`, 1);
    this.#tape("device", isCheck ? "checks" : "reads", place, isCheck ? "" : readText(place, bytes));
    return bytes;
  }

  #deviceWrites(address: bigint, bytes: Uint8Array): boolean {
    const offset = Number(address) - ramBase;
    if (offset < 0 || offset + bytes.length > ramBytes) return false;
    this.#ram.set(bytes, offset);
    this.#tape("device", "writes", placeOf(Number(address)), writeText(placeOf(Number(address)), bytes));
    return true;
  }

  #line(isHigh: boolean): void {
    if (isHigh === this.#isHigh) return;
    this.#isHigh = isHigh;
    if (this.#isListening) this.#tape("device", isHigh ? "raises" : "lowers", { area: "register", name: "InterruptStatus" }, "");
  }

  #tape(who: Moment["who"], does: Moment["does"], place: Place, value: string): void {
    this.#moments = [...this.#moments, { who, does, place, value, ram: this.#ram.slice(), isHigh: this.#isHigh, fault: this.#device.fault }];
  }
}

function descriptorText(bytes: Uint8Array): string {
  const flags = fieldOf(bytes, DESCRIPTOR.flags);
  const name = bufferName(fieldOf(bytes, { ...DESCRIPTOR.addr, bytes: 4 })) ?? "nothing";
  const next = (flags & DESCRIPTOR_FLAG.NEXT) !== 0 ? `, then descriptor ${fieldOf(bytes, DESCRIPTOR.next)}` : ", the last";
  return `${name}, ${(flags & DESCRIPTOR_FLAG.WRITE) !== 0 ? "to be written" : "to be read"}${next}`;
}

const number = (bytes: Uint8Array): number => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);

function readText(place: Place, bytes: Uint8Array): string {
  switch (place.area) {
    case "descriptor": return descriptorText(bytes);
    case "buffer": return bytes.length === partBytes.header && place.name.endsWith("header") ? `${fieldOf(bytes, BLOCK_HEADER.type) === BLOCK_REQUEST.IN ? "IN" : "OUT"}, sector ${fieldOf(bytes, { ...BLOCK_HEADER.sector, bytes: 4 })}` : `${bytes.length} bytes`;
    case "available": return place.box === "flags" ? (number(bytes) === 0 ? "0: it wants interrupts" : "1: it wants none") : String(number(bytes));
    case "used": case "register": return String(number(bytes));
  }
}

function writeText(place: Place, bytes: Uint8Array): string {
  if (place.area === "used" && typeof place.box === "number") return `chain ${number(bytes.subarray(0, 4))}, ${number(bytes.subarray(4))} bytes written`;
  if (place.area === "buffer") return bytes.length === 1 ? `${bytes[0]!}${bytes[0] === BLOCK_STATUS.OK ? ": it went well" : ": it did not"}` : `${bytes.length} bytes, "${new TextDecoder().decode(bytes.subarray(0, 3))}..."`;
  return String(number(bytes));
}
