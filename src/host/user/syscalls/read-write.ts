// Bytes in and out: read, write and their relatives.

import { refuse, SystemError } from "../errors";
import type { Description } from "../file-table";
import { BLOCKS, type Blocks, isDirectory, O_ACCMODE, O_APPEND, O_NONBLOCK, O_RDWR, O_WRONLY } from "../files";
import type { Process } from "../process";
import { signalNumber } from "../signals";
import { type Result, type SystemCall, systemCall } from "./system-call";

/** What one call moves at most; a program asks again for the rest. */
const MOST = 16 * 1024 * 1024;
/** IOV_MAX */
const MOST_VECTORS = 1024;

const SEEK_SET = 0;
const SEEK_CUR = 1;
const SEEK_END = 2;

export const readWrite: readonly SystemCall[] = [
  systemCall(62, "lseek", ["fd", "long", "int"], (_host, { files }, fd, offset, whence) => seek(files.get(fd), offset, whence)),
  systemCall(63, "read", ["fd", "address", "size"], (_host, process, fd, address, size) =>
    read(process, fd, [{ address, size }])),
  systemCall(64, "write", ["fd", "address", "size"], (_host, process, fd, address, size) =>
    write(process, fd, [{ address, size }])),
  systemCall(65, "readv", ["fd", "address", "int"], (_host, process, fd, vector, count) =>
    read(process, fd, piecesOf(process, vector, count))),
  systemCall(66, "writev", ["fd", "address", "int"], (_host, process, fd, vector, count) =>
    write(process, fd, piecesOf(process, vector, count))),
  systemCall(67, "pread64", ["fd", "address", "size", "long"], (_host, process, fd, address, size, at) =>
    read(process, fd, [{ address, size }], Number(at))),
  systemCall(68, "pwrite64", ["fd", "address", "size", "long"], (_host, process, fd, address, size, at) =>
    write(process, fd, [{ address, size }], Number(at))),
];

interface Piece {
  readonly address: bigint;
  readonly size: number;
}

/** struct iovec: base, length. */
function piecesOf({ memory }: Process, vector: bigint, count: number): Piece[] {
  if (count < 0 || count > MOST_VECTORS) refuse("EINVAL");
  return Array.from({ length: count }, (_, i) => {
    const at = vector + BigInt(16 * i);
    return { address: memory.readU64(at), size: Number(memory.readU64(at + 8n)) };
  });
}

function read({ files, memory }: Process, fd: number, pieces: readonly Piece[], at?: number): Result {
  const description = files.get(fd);
  if ((description.flags & O_ACCMODE) === O_WRONLY) refuse("EBADF");
  checkPosition(description, at);
  const into = new Uint8Array(Math.min(MOST, totalSize(pieces)));
  const count = orAgain(description, description.file.read(into, at ?? description.position));
  if (count === BLOCKS) return BLOCKS;
  if (at === undefined) description.position += count;
  let done = 0;
  for (const { address, size } of pieces) {
    memory.write(address, into.subarray(done, Math.min(done + size, count)));
    done = Math.min(done + size, count);
  }
  return count;
}

function write({ files, memory, signals }: Process, fd: number, pieces: readonly Piece[], at?: number): Result {
  const description = files.get(fd);
  const access = description.flags & O_ACCMODE;
  if (access !== O_WRONLY && access !== O_RDWR) refuse("EBADF");
  checkPosition(description, at);
  const bytes = new Uint8Array(Math.min(MOST, totalSize(pieces)));
  let done = 0;
  for (const { address, size } of pieces) {
    bytes.set(memory.read(address, Math.min(size, bytes.length - done)), done);
    done = Math.min(done + size, bytes.length);
  }
  const { file } = description;
  const isAppended = at === undefined && file.seekable && (description.flags & O_APPEND) !== 0;
  if (isAppended) description.position = Number(file.status().size);
  try {
    const count = orAgain(description, file.write(bytes, at ?? description.position));
    if (count !== BLOCKS && at === undefined) description.position += count;
    return count;
  } catch (error) {
    if (error instanceof SystemError && error.code === "EPIPE") signals.send(signalNumber("SIGPIPE"));
    throw error;
  }
}

const totalSize = (pieces: readonly Piece[]): number => pieces.reduce((sum, { size }) => sum + size, 0);

function checkPosition({ file }: Description, at: number | undefined): void {
  if (at === undefined) return;
  if (!file.seekable) refuse("ESPIPE");
  if (at < 0) refuse("EINVAL");
}

function orAgain({ flags }: Description, count: number | Blocks): number | Blocks {
  return count === BLOCKS && (flags & O_NONBLOCK) !== 0 ? refuse("EAGAIN") : count;
}

function seek(description: Description, offset: bigint, whence: number): number {
  const { file } = description;
  if (!file.seekable && !isDirectory(file)) refuse("ESPIPE");
  description.listing = undefined; // A directory that is read again is as it is by then.
  const position = Number(offset) + startOf(description, whence);
  if (position < 0) refuse("EINVAL");
  description.position = position;
  return position;
}

function startOf({ file, position }: Description, whence: number): number {
  switch (whence) {
    case SEEK_SET: return 0;
    case SEEK_CUR: return position;
    case SEEK_END: return Number(file.status().size);
    default: return refuse("EINVAL");
  }
}
