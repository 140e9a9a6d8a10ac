// Four sectors are written at once; when all are on the disk, they are read back in one piece.

import "../../../src/unikernel/boot/entry";
import { type BlockDevice, claimBlockDevice } from "../../../src/unikernel/drivers/virtio/block";
import { VirtioLine } from "../../../src/unikernel/drivers/virtio/line";
import { interruptCount } from "../../../src/unikernel/events/interrupts";

const SECTOR = 512;
const COUNT = 4;
const LETTER_A = 0x41;

function writeAll(disk: BlockDevice, then: () => void): void {
  let left = COUNT;
  for (let n = 0; n < COUNT; n++) {
    const bytes = new Uint8Array(SECTOR).fill(LETTER_A + n);
    const submission = disk.write(n, bytes, (outcome) => {
      console.log(`write ${n}: ${outcome}`);
      if (--left === 0) then();
    });
    console.log(`write ${n}: ${submission}`);
  }
}

function readBack(disk: BlockDevice, then: () => void): void {
  const bytes = new Uint8Array(COUNT * SECTOR);
  disk.read(0, bytes, (outcome) => {
    let first = "";
    for (let n = 0; n < COUNT; n++) first += String.fromCharCode(bytes[n * SECTOR]!);
    console.log(`read: ${outcome}, ${first}`);
    then();
  });
}

export function start(): void {
  const disk = claimBlockDevice();
  if (disk === null) return console.log("there is no disk");
  const line = new VirtioLine(disk.device);
  writeAll(disk, () => {
    readBack(disk, () => {
      console.log(`${interruptCount(disk.device.interrupt)} interrupts`);
      line.close();
    });
  });
  console.log(`behind the end: ${disk.write(disk.sectors, new Uint8Array(SECTOR), () => undefined)}`);
}
