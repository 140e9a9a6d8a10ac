// Time: clocks, sleeping, and how long a call may wait.

import { refuse } from "../errors";
import { BLOCKS } from "../files";
import type { Process } from "../process";
import { pack, RUSAGE, RUSAGE_SIZE } from "../structures";
import type { UserMemory } from "../user-memory";
import { type Host, type Result, type SystemCall, systemCall } from "./system-call";

const SECOND = 1_000_000_000n;
const MICROSECOND = 1000n;

/** CLOCK_REALTIME and its relatives count from 1970, the others from the start. */
const FROM_1970 = [0, 5, 11];
const LAST_CLOCK = 11;
const TIMER_ABSTIME = 1;

export const time: readonly SystemCall[] = [
  systemCall(101, "nanosleep", ["address", "address"], (host, process, request) =>
    sleep(host, process, readTimespec(process.memory, request))),
  systemCall(102, "getitimer", ["int", "address"], (host, process, _which, address) => {
    process.memory.writeU64(address, 0n, 0n, ...alarmLeft(host, process));
    return 0;
  }),
  systemCall(103, "setitimer", ["int", "address", "address"], (host, process, which, value, before) =>
    setAlarm(host, process, which, value, before)),
  systemCall(113, "clock_gettime", ["int", "address"], (host, { memory }, clock, address) => {
    const now = nowBy(host, clock);
    memory.writeU64(address, now / SECOND, now % SECOND);
    return 0;
  }),
  systemCall(114, "clock_getres", ["int", "address"], (_host, { memory }, clock, address) => {
    if (clock < 0 || clock > LAST_CLOCK) refuse("EINVAL");
    if (address !== 0n) memory.writeU64(address, 0n, 1n);
    return 0;
  }),
  systemCall(115, "clock_nanosleep", ["int", "int", "address", "address"], (host, process, clock, flags, request) => {
    const until = readTimespec(process.memory, request);
    return sleep(host, process, (flags & TIMER_ABSTIME) === 0 ? until : until - nowBy(host, clock));
  }),
  systemCall(153, "times", ["address"], (host, { memory }, address) => {
    const ticks = host.clock.monotonic() / (SECOND / 100n);
    if (address !== 0n) memory.writeU64(address, ticks, 0n, 0n, 0n);
    return ticks;
  }),
  systemCall(165, "getrusage", ["int", "address"], (host, { memory }, _who, address) => {
    memory.write(address, usage(host));
    return 0;
  }),
  systemCall(169, "gettimeofday", ["address", "address"], (host, { memory }, address) => {
    const now = host.clock.realtime();
    if (address !== 0n) memory.writeU64(address, now / SECOND, (now % SECOND) / MICROSECOND);
    return 0;
  }),
];

/** Nanoseconds, from struct timespec. */
export function readTimespec(memory: UserMemory, address: bigint): bigint {
  const seconds = BigInt.asIntN(64, memory.readU64(address));
  const nanoseconds = memory.readU64(address + 8n);
  if (seconds < 0n || nanoseconds >= SECOND) refuse("EINVAL");
  return seconds * SECOND + nanoseconds;
}

/** struct rusage: all time is the program's own. */
export function usage({ clock }: Host): Uint8Array {
  const now = clock.monotonic();
  return pack(RUSAGE, RUSAGE_SIZE, { ru_utime: now / SECOND, ru_utime_usec: (now % SECOND) / MICROSECOND });
}

/** Whether a call that waits `duration` at most, or for ever, has waited enough. It is asked again and again. */
export function patienceEnds({ clock }: Host, process: Process, duration: bigint | undefined): boolean {
  if (duration === undefined) return false;
  process.wakeAt ??= clock.monotonic() + duration;
  return clock.monotonic() >= process.wakeAt;
}

const sleep = (host: Host, process: Process, duration: bigint): Result =>
  patienceEnds(host, process, duration) ? 0 : BLOCKS;

function nowBy({ clock }: Host, which: number): bigint {
  if (which < 0 || which > LAST_CLOCK) refuse("EINVAL");
  return FROM_1970.includes(which) ? clock.realtime() : clock.monotonic();
}

/** struct timeval of what is left of the alarm. */
function alarmLeft({ clock }: Host, { alarmAt }: Process): [seconds: bigint, microseconds: bigint] {
  const left = alarmAt === undefined ? 0n : alarmAt - clock.monotonic();
  return left <= 0n ? [0n, 0n] : [left / SECOND, (left % SECOND) / MICROSECOND];
}

/** ITIMER_REAL, once: struct itimerval is an interval, then a value. */
function setAlarm(host: Host, process: Process, which: number, value: bigint, before: bigint): number {
  const { memory } = process;
  if (which !== 0) refuse("EINVAL");
  const left = alarmLeft(host, process);
  if (value !== 0n) {
    const duration = memory.readU64(value + 16n) * SECOND + memory.readU64(value + 24n) * MICROSECOND;
    process.alarmAt = duration === 0n ? undefined : host.clock.monotonic() + duration;
  }
  if (before !== 0n) memory.writeU64(before, 0n, 0n, ...left);
  return 0;
}
