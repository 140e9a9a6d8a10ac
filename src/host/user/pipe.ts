// A pipe: what one process writes, another reads.
//
// 1. A reader waits while there is nothing and somebody could write; without a writer it is at the end.
// 2. A writer waits while the pipe is full. A write is never cut: the last may go beyond what is full.

import { refuse } from "./errors";
import { BLOCKS, type Blocks, type OpenFile } from "./files";
import { Stream } from "./stream";

const FULL = 65536;

class Pipe {
  readonly chunks: Uint8Array[] = [];
  size = 0;
  hasReader = true;
  hasWriter = true;
}

class ReadEnd extends Stream {
  readonly #pipe: Pipe;

  constructor(pipe: Pipe, inode: bigint) {
    super(`pipe:[${inode}]`, inode);
    this.#pipe = pipe;
  }

  override read(into: Uint8Array): number | Blocks {
    const pipe = this.#pipe;
    if (pipe.size === 0 && pipe.hasWriter && into.length > 0) return BLOCKS;
    let done = 0;
    while (done < into.length && pipe.chunks.length > 0) {
      const chunk = pipe.chunks[0]!;
      const taken = chunk.subarray(0, into.length - done);
      into.set(taken, done);
      done += taken.length;
      if (taken.length === chunk.length) pipe.chunks.shift();
      else pipe.chunks[0] = chunk.subarray(taken.length);
    }
    pipe.size -= done;
    return done;
  }

  override isReady(purpose: "read" | "write"): boolean {
    return purpose === "read" && (this.#pipe.size > 0 || !this.#pipe.hasWriter);
  }

  override close(): void {
    this.#pipe.hasReader = false;
  }
}

class WriteEnd extends Stream {
  readonly #pipe: Pipe;

  constructor(pipe: Pipe, inode: bigint) {
    super(`pipe:[${inode}]`, inode);
    this.#pipe = pipe;
  }

  override write(bytes: Uint8Array): number | Blocks {
    const pipe = this.#pipe;
    if (!pipe.hasReader) refuse("EPIPE");
    if (pipe.size >= FULL) return BLOCKS;
    if (bytes.length > 0) pipe.chunks.push(bytes.slice());
    pipe.size += bytes.length;
    return bytes.length;
  }

  override isReady(purpose: "read" | "write"): boolean {
    return purpose === "write" && (this.#pipe.size < FULL || !this.#pipe.hasReader);
  }

  override close(): void {
    this.#pipe.hasWriter = false;
  }
}

export function makePipe(inode: bigint): { readonly reader: OpenFile; readonly writer: OpenFile } {
  const pipe = new Pipe();
  return { reader: new ReadEnd(pipe, inode), writer: new WriteEnd(pipe, inode) };
}
