// Every system call there is here. Any other one is answered with ENOSYS.

import { descriptors } from "./descriptors";
import { memory } from "./memory";
import { paths } from "./paths";
import { processes } from "./processes";
import { readWrite } from "./read-write";
import { signals } from "./signals";
import { status } from "./status";
import { system } from "./system";
import type { SystemCall } from "./system-call";
import { time } from "./time";

export const SYSTEM_CALLS: ReadonlyMap<number, SystemCall> = new Map(
  [readWrite, descriptors, status, paths, memory, processes, signals, time, system].flat().map((row) => [row.number, row]),
);
