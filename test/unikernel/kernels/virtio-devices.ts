// A service for test/unikernel/drivers/virtio/real-devices.test.ts: disks say who they are, a
// source of entropy adds to the kernel's random numbers and fills a buffer, and a virtio console
// has what is typed sent back, by interrupt, until a line says that it is enough. But a disk may
// have it do something else: block-soak.ts.

import "../../../src/unikernel/boot/entry";
import { type BlockDevice, claimBlockDevice } from "../../../src/unikernel/drivers/virtio/block";
import { claimConsoleDevice, type ConsoleDevice } from "../../../src/unikernel/drivers/virtio/console";
import { startEntropyDevice } from "../../../src/unikernel/drivers/virtio/entropy";
import { VirtioLine } from "../../../src/unikernel/drivers/virtio/line";
import { virtioDevices } from "../../../src/unikernel/drivers/virtio/probe";
import { seededRandom } from "../../../src/unikernel/drivers/virtio/seeded-random";
import { random, RandomGenerator } from "../../../src/unikernel/random/generator";
import { VIRTIO_DEVICE } from "../../../src/formats/devices/virtio";
import { soaked } from "./block-soak";

const SECTOR = 512;
const MUCH = 20_000;
const NEWLINE = 10;
const LONGEST_LINE = 200;

export function start(): void {
  for (let disk = claimBlockDevice(); disk !== null; disk = claimBlockDevice()) {
    if (soaked(disk)) return;
    tell(disk);
  }
  numbers();
  erasure();
  entropy();
  const console = claimConsoleDevice((bytes) => { hear(bytes); });
  if (console === null) return log("no console");
  session = new Session(console);
  session.send("type: ");
}

function log(text: string): void {
  console.log(text);
}

/** What a disk says of itself, and answers: also where it has no sector. */
function tell(disk: BlockDevice): void {
  const id = new Uint8Array(20);
  const identified = disk.identifyNow(id);
  let text = "";
  for (const code of id) if (code !== 0) text += String.fromCharCode(code);
  log(`disk: ${identified}, ${disk.sectors} sectors, serial '${text}'`);
  const sector = new Uint8Array(SECTOR);
  const read = disk.readNow(disk.sectors - 1, sector);
  log(`  read ${read}, write ${disk.writeNow(0, sector)}, flush ${disk.flushNow()}`);
  const behind = disk.readNow(disk.sectors, sector);
  log(`  behind the end ${behind}, half a sector ${disk.readNow(0, sector.subarray(256))}`);
}

/** A second call asks nobody again. */
function numbers(): void {
  const loaders = random().seedBytes;
  const devices = seededRandom().seedBytes - loaders;
  let text = `seed: ${loaders} bytes of the loader's, ${devices} of a device's; numbers:`;
  for (let i = 0; i < 4; i++) text += ` ${seededRandom().next()}`;
  log(`${text}; ${random().seedBytes - loaders - devices} asked again`);
}

/** Draws once from a generator whose seed is known, and forgets it. It stays alive. */
function erasure(): void {
  const seed = new Uint8Array(32);
  for (let i = 0; i < seed.length; i++) seed[i] = 7 * i + 1;
  known.absorbBytes(seed, false);
  seed.fill(0);
  known.fill(seed);
  log(`drawn: ${seed[0]!} ${seed[31]!}`);
  seed.fill(0);
}

const known = new RandomGenerator();

/** Chance leaves no byte out of so many, and makes no two halves the same. */
function entropy(): void {
  const found = virtioDevices().filter((each) => each.id === VIRTIO_DEVICE.ENTROPY);
  const device = found.length === 0 ? null : startEntropyDevice(found[0]!); // It begins anew.
  if (device === null) return log("no entropy");
  const bytes = new Uint8Array(MUCH);
  const count = device.fillNow(bytes);
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = counts[byte]! + 1;
  let least = MUCH;
  let most = 0;
  for (const each of counts) {
    least = Math.min(least, each);
    most = Math.max(most, each);
  }
  // 78 of each are expected, give or take 9: six times as far is no chance.
  log(`entropy: ${count} bytes, ${least > 24 && most < 132 ? "like chance" : "not by chance"}`);
}

class Session {
  readonly #console: ConsoleDevice;
  readonly #line: VirtioLine;
  #typed = "";

  constructor(console: ConsoleDevice) {
    this.#console = console;
    this.#line = new VirtioLine(console.device);
  }

  send(text: string): void {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    if (!this.#console.writeNow(bytes)) log("the console is given up");
  }

  hear(code: number): void {
    if (code !== NEWLINE) {
      this.#typed += String.fromCharCode(code);
      if (this.#typed.length > LONGEST_LINE) this.#typed = "";
      return;
    }
    const line = this.#typed;
    this.#typed = "";
    this.send(`<${line}>\n`);
    if (line !== "enough") return;
    log("enough was typed");
    this.#line.close();
  }
}

let session: Session | null = null;

function hear(bytes: Uint8Array): void {
  const open = session;
  if (open === null) return;
  for (const code of bytes) open.hear(code);
}
