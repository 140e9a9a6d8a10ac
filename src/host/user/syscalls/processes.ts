// Processes: who they are, fork, execve, exit, wait.

import { TPIDR_EL0 } from "../../../machine/cpu/layout";
import { refuse } from "../errors";
import { BLOCKS } from "../files";
import { AT_FDCWD, pathAt } from "../path-at";
import type { Process } from "../process";
import { type Host, KEEPS_REGISTERS, type Result, type SystemCall, systemCall } from "./system-call";
import { usage } from "./time";

const CLONE_VM = 0x100;
const CLONE_VFORK = 0x4000;
const CLONE_THREAD = 0x1_0000;
const CLONE_SETTLS = 0x8_0000;
const CLONE_PARENT_SETTID = 0x10_0000;
const CLONE_CHILD_CLEARTID = 0x20_0000;
const CLONE_CHILD_SETTID = 0x100_0000;
const WNOHANG = 1;

export const processes: readonly SystemCall[] = [
  systemCall(93, "exit", ["int"], (host, process, status) => exit(host, process, status)),
  systemCall(94, "exit_group", ["int"], (host, process, status) => exit(host, process, status)),
  systemCall(96, "set_tid_address", ["address"], (_host, process, address) => {
    process.clearAtEnd = address;
    return process.pid;
  }),
  systemCall(99, "set_robust_list", ["address", "size"], () => 0),
  systemCall(124, "sched_yield", [], () => 0),
  systemCall(154, "setpgid", ["int", "int"], (host, process, pid, group) => {
    const of = processOr(host, process, pid);
    of.group = group === 0 ? of.pid : group;
    return 0;
  }),
  systemCall(155, "getpgid", ["int"], (host, process, pid) => processOr(host, process, pid).group),
  systemCall(156, "getsid", ["int"], (host, process, pid) => processOr(host, process, pid).session),
  systemCall(157, "setsid", [], (_host, process) => {
    if (process.group === process.pid && process.parent !== undefined) refuse("EPERM");
    process.session = process.pid;
    process.group = process.pid;
    return process.pid;
  }),
  systemCall(172, "getpid", [], (_host, { pid }) => pid),
  systemCall(173, "getppid", [], (_host, { parent }) => parent?.pid ?? 1),
  systemCall(174, "getuid", [], ({ identity }) => identity.uid),
  systemCall(175, "geteuid", [], ({ identity }) => identity.uid),
  systemCall(176, "getgid", [], ({ identity }) => identity.gid),
  systemCall(177, "getegid", [], ({ identity }) => identity.gid),
  systemCall(178, "gettid", [], (_host, { pid }) => pid),
  systemCall(220, "clone", ["flags", "address", "address", "address", "address"], (host, process, flags, stack, parentTid, tls, childTid) =>
    clone(host, process, { flags, stack, parentTid, tls, childTid })),
  systemCall(221, "execve", ["path", "address", "address"], (host, process, path, args, env) => {
    const command = {
      path: pathAt(process, AT_FDCWD, path),
      args: args === 0n ? [] : process.memory.readStrings(args),
      env: env === 0n ? [] : process.memory.readStrings(env),
    };
    host.processes.exec(host, process, command);
    return KEEPS_REGISTERS;
  }),
  systemCall(260, "wait4", ["int", "address", "int", "address"], (host, process, pid, status, options, rusage) =>
    wait(host, process, pid, status, options, rusage)),
];

function exit(host: Host, process: Process, status: number): Result {
  host.processes.end(process, { kind: "exited", status: status & 0xff });
  return KEEPS_REGISTERS;
}

function processOr({ processes: all }: Host, self: Process, pid: number): Process {
  return pid === 0 ? self : all.find(pid) ?? refuse("ESRCH");
}

interface Clone {
  readonly flags: number;
  readonly stack: bigint;
  readonly parentTid: bigint;
  readonly tls: bigint;
  readonly childTid: bigint;
}

/** A process, not a thread: memory is copied, or lent while the parent waits. */
function clone(host: Host, process: Process, { flags, stack, parentTid, tls, childTid }: Clone): Result {
  const sharing = (flags & CLONE_VM) !== 0;
  if ((flags & CLONE_THREAD) !== 0 || (sharing && (flags & CLONE_VFORK) === 0)) refuse("ENOSYS");
  const child = host.processes.fork(host, process, sharing, stack);
  if ((flags & CLONE_PARENT_SETTID) !== 0) process.memory.writeU32(parentTid, child.pid);
  if ((flags & CLONE_CHILD_SETTID) !== 0) child.memory.writeU32(childTid, child.pid);
  if ((flags & CLONE_CHILD_CLEARTID) !== 0) child.clearAtEnd = childTid;
  if ((flags & CLONE_SETTLS) !== 0) child.registers.scalars[TPIDR_EL0] = tls;
  return child.pid;
}

function wait(host: Host, process: Process, pid: number, status: bigint, options: number, rusage: bigint): Result {
  const children = host.processes.all.filter((each) => each.parent === process && isMeant(each, process, pid));
  if (children.length === 0) refuse("ECHILD");
  const ended = children.find(({ ending }) => ending !== undefined);
  if (ended === undefined) return (options & WNOHANG) === 0 ? BLOCKS : 0;
  if (status !== 0n) process.memory.writeU32(status, statusWord(ended));
  if (rusage !== 0n) process.memory.write(rusage, usage(host));
  host.processes.forget(ended);
  return ended.pid;
}

function isMeant(child: Process, process: Process, pid: number): boolean {
  if (pid === -1) return true;
  if (pid === 0) return child.group === process.group;
  return pid > 0 ? child.pid === pid : child.group === -pid;
}

/** As WIFEXITED and WIFSIGNALED take it apart. */
function statusWord({ ending }: Process): number {
  if (ending === undefined) return 0;
  return ending.kind === "exited" ? ending.status << 8 : ending.signal;
}
