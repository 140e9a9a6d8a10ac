// --pcap: packets to a file. Each is there when it has passed, so that the file is whole however the process ends.

import { closeSync, openSync, writeSync } from "node:fs";
import { UserFault } from "../../base/fault";
import { pcapHeader, pcapRecord } from "./pcap";

export class PcapFile {
  readonly #path: string;
  readonly #file: number;
  readonly #now: () => bigint;

  /** `now` is nanoseconds since 1970, by the clock of whoever sends and receives. */
  constructor(path: string, now: () => bigint) {
    this.#path = path;
    this.#file = this.#written(() => openSync(path, "w"));
    this.#now = now;
    this.#written(() => writeSync(this.#file, pcapHeader()));
  }

  readonly record = (frame: Uint8Array): void => {
    this.#written(() => writeSync(this.#file, pcapRecord(frame, this.#now())));
  };

  close(): void {
    closeSync(this.#file);
  }

  #written<T>(write: () => T): T {
    try {
      return write();
    } catch (error) {
      throw new UserFault(`--pcap ${this.#path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
    }
  }
}
