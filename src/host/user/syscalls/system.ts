// The system: its name, its limits, and odds and ends.

import { PAGE } from "../../../machine/cpu/layout";
import { refuse } from "../errors";
import { BLOCKS } from "../files";
import type { Process } from "../process";
import { pack, SYSINFO, SYSINFO_SIZE } from "../structures";
import { bytesOf } from "../user-memory";
import { type Host, type Result, type SystemCall, systemCall } from "./system-call";
import { patienceEnds, readTimespec } from "./time";

/** sysname, nodename, release, version, machine, domainname, of 65 bytes each. */
const UTSNAME = ["Linux", "o2p", "6.1.0", "#1 From Opcode to Packet", "aarch64", "(none)"];
const UTSNAME_FIELD = 65;

/** Stack, open files; of everything else there is enough. */
const RLIMITS: Readonly<Record<number, bigint>> = { 3: 8n << 20n, 7: 1024n };
const RLIM_INFINITY = (1n << 64n) - 1n;
const LAST_RLIMIT = 15;

const FUTEX_WAIT = 0;
const FUTEX_WAKE = 1;
const FUTEX_WAIT_BITSET = 9;
const FUTEX_WAKE_BITSET = 10;
const FUTEX_COMMAND = 0x7f;

const MOST_RANDOM = 1 << 20;

export const system: readonly SystemCall[] = [
  systemCall(98, "futex", ["address", "int", "int", "address", "address", "int"], (host, process, address, operation, value, timeout) =>
    futex(host, process, address, operation & FUTEX_COMMAND, value, timeout)),
  systemCall(123, "sched_getaffinity", ["int", "size", "address"], (_host, { memory }, _pid, size, address) => {
    if (size < 8) refuse("EINVAL");
    memory.writeU64(address, 1n);
    return 8;
  }),
  systemCall(140, "setpriority", ["int", "int", "int"], () => 0),
  systemCall(141, "getpriority", ["int", "int"], () => 20), // 20 less the nice value.
  systemCall(144, "setgid", ["int"], ({ identity }, _process, gid) => (gid === identity.gid ? 0 : refuse("EPERM"))),
  systemCall(146, "setuid", ["int"], ({ identity }, _process, uid) => (uid === identity.uid ? 0 : refuse("EPERM"))),
  systemCall(158, "getgroups", ["int", "address"], () => 0),
  systemCall(160, "uname", ["address"], (_host, { memory }, address) => {
    memory.write(address, bytesOf(UTSNAME.map((field) => field.padEnd(UTSNAME_FIELD, "\0")).join("")));
    return 0;
  }),
  systemCall(163, "getrlimit", ["int", "address"], (_host, process, which, address) => limit(process, which, 0n, address)),
  systemCall(164, "setrlimit", ["int", "address"], (_host, process, which, address) => limit(process, which, address, 0n)),
  systemCall(261, "prlimit64", ["int", "int", "address", "address"], (_host, process, _pid, which, next, before) =>
    limit(process, which, next, before)),
  systemCall(166, "umask", ["mode"], (_host, process, mode) => {
    const before = process.umask;
    process.umask = mode & 0o777;
    return before;
  }),
  systemCall(167, "prctl", ["int", "address"], () => refuse("EINVAL")),
  systemCall(179, "sysinfo", ["address"], ({ clock, frames, processes }, { memory }, address) => {
    memory.write(address, pack(SYSINFO, SYSINFO_SIZE, {
      uptime: clock.monotonic() / 1_000_000_000n, totalram: frames.total * PAGE, freeram: frames.free * PAGE,
      procs: processes.all.length, mem_unit: 1,
    }));
    return 0;
  }),
  systemCall(278, "getrandom", ["address", "size", "flags"], ({ random }, { memory }, address, size) => {
    const bytes = random.take(Math.min(size, MOST_RANDOM));
    memory.write(address, bytes);
    return bytes.length;
  }),
];

/** There are no threads: nobody could change the word, and nobody waits to be woken. */
function futex(host: Host, process: Process, address: bigint, command: number, value: number, timeout: bigint): Result {
  if (command === FUTEX_WAKE || command === FUTEX_WAKE_BITSET) return 0;
  if (command !== FUTEX_WAIT && command !== FUTEX_WAIT_BITSET) refuse("ENOSYS");
  if (process.memory.readI32(address) !== value) refuse("EAGAIN");
  const duration = timeout === 0n ? undefined : readTimespec(process.memory, timeout);
  const left = duration !== undefined && command === FUTEX_WAIT_BITSET ? duration - host.clock.monotonic() : duration;
  return patienceEnds(host, process, left) ? refuse("ETIMEDOUT") : BLOCKS;
}

/** struct rlimit64: now, at most. What a program sets is taken note of by nobody. */
function limit({ memory }: Process, which: number, next: bigint, before: bigint): Result {
  if (which < 0 || which > LAST_RLIMIT) refuse("EINVAL");
  if (next !== 0n) memory.read(next, 16);
  const value = RLIMITS[which] ?? RLIM_INFINITY;
  if (before !== 0n) memory.writeU64(before, value, which === 3 ? RLIM_INFINITY : value);
  return 0;
}
