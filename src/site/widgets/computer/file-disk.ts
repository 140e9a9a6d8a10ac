/**
 * A disk with what is in a file that the reader has chosen. It is read where it is, so that a large image costs
 * nothing until it is used; it is never written. Only a Worker may wait for a file like this.
 */
import { UserFault } from "../../../base/fault";
import { DiskError, type Disk } from "../../../machine/devices/virtio/disk";

const SECTOR = 512;

export class FileDisk implements Disk {
  readonly bytes: number;
  readonly isReadOnly = true;
  readonly #file: Blob;

  constructor(file: Blob) {
    if (file.size === 0 || file.size % SECTOR !== 0) throw new UserFault(`a disk is whole sectors of ${SECTOR} bytes, and the file has ${file.size}: choose a disk image`);
    this.#file = file;
    this.bytes = file.size;
  }

  read(offset: number, into: Uint8Array): void {
    into.set(this.#read(offset, into.length));
  }

  write(): void {
    throw new DiskError("the file is only read");
  }

  flush(): void {
    return undefined; // Nothing is ever written.
  }

  discard(): void {
    return undefined; // What is not needed any more may stay.
  }

  #read(offset: number, length: number): Uint8Array {
    try {
      return new Uint8Array(new FileReaderSync().readAsArrayBuffer(this.#file.slice(offset, offset + length)));
    } catch (fault) {
      throw new DiskError(`the file cannot be read any more: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
}
