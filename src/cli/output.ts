// Standard output, or standard error, in large pieces: a listing is millions of lines, and a write for each would take longer than
// the disassembly.

import { writeSync } from "node:fs";
import { withReasons } from "./input";

const STANDARD_OUTPUT = 1;
export const STANDARD_ERROR = 2;
/** Characters gathered before a write. */
const ENOUGH = 1 << 16;
/** How long to wait for a reader who does not keep up. */
const RETRY_MS = 2;

/** Thrown when the reader of a pipe has gone: the command is done, and nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

export class Output {
  readonly #encoding: "latin1" | "utf8";
  readonly #file: number;
  #pieces: string[] = [];
  #size = 0;

  /** latin1 is for text that has one character a byte, as names from an ELF file have. */
  constructor(encoding: "latin1" | "utf8", file: number = STANDARD_OUTPUT) {
    this.#encoding = encoding;
    this.#file = file;
  }

  /** Throws ReaderGone. */
  readonly write = (text: string): void => {
    this.#pieces.push(text);
    this.#size += text.length;
    if (this.#size >= ENOUGH) this.flush();
  };

  flush(): void {
    const text = this.#pieces.join("");
    this.#pieces = [];
    this.#size = 0;
    writeAll(this.#file, Buffer.from(text, this.#encoding));
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE") throw new ReaderGone();
      if (code !== "EAGAIN") withReasons(file === STANDARD_ERROR ? "standard error" : "standard output", () => { throw error; });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}
