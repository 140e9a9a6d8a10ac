// Open files and their numbers: open, close, dup, fcntl, pipes, ioctl, poll.

import { refuse } from "../errors";
import { Description } from "../file-table";
import { BLOCKS, O_CLOEXEC, O_CREAT, O_NONBLOCK, O_APPEND, O_WRONLY } from "../files";
import { ownDescriptor, pathAt } from "../path-at";
import { makePipe } from "../pipe";
import type { Process } from "../process";
import { pack, TERMIOS, TERMIOS_SIZE, WINSIZE, WINSIZE_SIZE } from "../structures";
import { type Host, type Result, type SystemCall, systemCall } from "./system-call";
import { patienceEnds, readTimespec } from "./time";

export const descriptors: readonly SystemCall[] = [
  systemCall(23, "dup", ["fd"], (_host, { files }, fd) => files.add(files.get(fd))),
  systemCall(24, "dup3", ["fd", "fd", "flags"], (_host, { files }, from, to, flags) => {
    if (from === to) refuse("EINVAL");
    files.put(to, files.get(from), (flags & O_CLOEXEC) !== 0);
    return to;
  }),
  systemCall(25, "fcntl", ["fd", "int", "long"], (_host, process, fd, command, value) => fcntl(process, fd, command, Number(value))),
  systemCall(29, "ioctl", ["fd", "flags", "address"], (host, process, fd, request, address) => ioctl(host, process, fd, request, address)),
  systemCall(32, "flock", ["fd", "int"], (_host, { files }, fd) => {
    files.get(fd); // EBADF; else nobody else is there to lock it.
    return 0;
  }),
  systemCall(56, "openat", ["dir", "path", "flags", "mode"], (host, process, directory, path, flags, mode) => {
    const own = ownDescriptor(path);
    if (own !== undefined) return process.files.add(process.files.get(own), (flags & O_CLOEXEC) !== 0);
    const file = host.files.open(pathAt(process, directory, path), flags, mode & ~process.umask);
    return process.files.add(new Description(file, flags & ~O_CREAT), (flags & O_CLOEXEC) !== 0);
  }),
  systemCall(57, "close", ["fd"], (_host, { files }, fd) => {
    files.close(fd);
    return 0;
  }),
  systemCall(59, "pipe2", ["address", "flags"], (host, { files, memory }, address, flags) => {
    const { reader, writer } = makePipe(host.processes.takeInode());
    const closes = (flags & O_CLOEXEC) !== 0;
    memory.writeU32(address, files.add(new Description(reader, flags & O_NONBLOCK), closes));
    memory.writeU32(address + 4n, files.add(new Description(writer, (flags & O_NONBLOCK) | O_WRONLY), closes));
    return 0;
  }),
  systemCall(72, "pselect6", ["int", "address", "address", "address", "address", "address"], (host, process, count, read, write, except, timeout) =>
    select(host, process, count, [read, write, except], timeout)),
  systemCall(73, "ppoll", ["address", "int", "address", "address", "size"], (host, process, fds, count, timeout) =>
    poll(host, process, fds, count, timeout)),
  systemCall(436, "close_range", ["fd", "fd", "flags"], (_host, { files }, first, last, flags) => {
    if (flags !== 0) refuse("EINVAL");
    for (const fd of files.numbers()) if (fd >= first && fd <= last >>> 0) files.close(fd);
    return 0;
  }),
];

const F_DUPFD = 0;
const F_GETFD = 1;
const F_SETFD = 2;
const F_GETFL = 3;
const F_SETFL = 4;
const F_GETLK = 5;
const F_SETLK = 6;
const F_SETLKW = 7;
const F_DUPFD_CLOEXEC = 1030;
const FD_CLOEXEC = 1;
const CHANGEABLE = O_APPEND | O_NONBLOCK;

function fcntl({ files }: Process, fd: number, command: number, value: number): Result {
  const entry = files.entry(fd);
  const { description } = entry;
  switch (command) {
    case F_DUPFD: case F_DUPFD_CLOEXEC: return files.add(description, command === F_DUPFD_CLOEXEC, value);
    case F_GETFD: return entry.closesOnExec ? FD_CLOEXEC : 0;
    case F_SETFD: entry.closesOnExec = (value & FD_CLOEXEC) !== 0; return 0;
    case F_GETFL: return description.flags;
    case F_SETFL: description.flags = (description.flags & ~CHANGEABLE) | (value & CHANGEABLE); return 0;
    case F_GETLK: case F_SETLK: case F_SETLKW: return 0; // Nobody else is there to lock.
    default: return refuse("EINVAL");
  }
}

const TCGETS = 0x5401;
const TCSETS = [0x5402, 0x5403, 0x5404];
const TIOCGPGRP = 0x540f;
const TIOCSPGRP = 0x5410;
const TIOCGWINSZ = 0x5413;

/** What `stty sane` makes of a terminal. */
const SANE = { c_iflag: 0o2446, c_oflag: 5, c_cflag: 0o277, c_lflag: 0o105073 };

function ioctl(host: Host, { files, memory, group }: Process, fd: number, request: number, address: bigint): Result {
  if (!files.get(fd).file.terminal) refuse("ENOTTY");
  if (request === TCGETS) memory.write(address, pack(TERMIOS, TERMIOS_SIZE, SANE));
  else if (request === TIOCGWINSZ) memory.write(address, pack(WINSIZE, WINSIZE_SIZE, { ws_row: host.window.rows, ws_col: host.window.columns }));
  else if (request === TIOCGPGRP) memory.writeU32(address, group);
  else if (request !== TIOCSPGRP && !TCSETS.includes(request)) refuse("ENOTTY"); // Set, but the terminal stays as it is.
  return 0;
}

const POLLIN = 1;
const POLLOUT = 4;
const POLLNVAL = 0x20;

/** struct pollfd: fd, events and revents of two bytes each. */
function poll(host: Host, process: Process, fds: bigint, count: number, timeout: bigint): Result {
  const { memory, files } = process;
  if (count < 0 || count > files.limit) refuse("EINVAL");
  let ready = 0;
  for (let i = 0; i < count; i++) {
    const at = fds + BigInt(8 * i);
    const fd = memory.readI32(at);
    const events = memory.readU32(at + 4n) & 0xffff;
    const revents = fd < 0 ? 0 : readyEvents(process, fd, events);
    memory.writeU32(at + 4n, events | (revents << 16));
    if (revents !== 0) ready++;
  }
  if (ready > 0) return ready;
  return patienceEnds(host, process, timeout === 0n ? undefined : readTimespec(memory, timeout)) ? 0 : BLOCKS;
}

function readyEvents({ files }: Process, fd: number, events: number): number {
  if (!files.numbers().includes(fd)) return POLLNVAL;
  const { file } = files.get(fd);
  return ((events & POLLIN) !== 0 && file.isReady("read") ? POLLIN : 0)
    | ((events & POLLOUT) !== 0 && file.isReady("write") ? POLLOUT : 0);
}

/** Three sets of bits, for reading, writing and exceptions, of which there are none. */
function select(host: Host, process: Process, count: number, sets: readonly bigint[], timeout: bigint): Result {
  const { memory, files } = process;
  if (count < 0 || count > files.limit) refuse("EINVAL");
  const bytes = Math.ceil(count / 64) * 8;
  const wanted = sets.map((at) => (at === 0n ? new Uint8Array(bytes) : memory.read(at, bytes)));
  const found = wanted.map((set, which) => set.map((byte, i) => byte & readyByte(process, byte, 8 * i, which)));
  const ready = found.reduce((sum, set) => sum + set.reduce((bits, byte) => bits + byte.toString(2).replaceAll("0", "").length, 0), 0);
  if (ready === 0 && !patienceEnds(host, process, timeout === 0n ? undefined : readTimespec(memory, timeout))) return BLOCKS;
  sets.forEach((at, i) => { if (at !== 0n) memory.write(at, found[i]!); });
  return ready;
}

function readyByte({ files }: Process, byte: number, first: number, which: number): number {
  let ready = 0;
  for (let bit = 0; bit < 8; bit++) {
    const isAsked = (byte >> bit) & 1;
    if (isAsked !== 0 && which < 2 && files.get(first + bit).file.isReady(which === 0 ? "read" : "write")) ready |= 1 << bit;
  }
  return ready;
}
