// A seccomp filter: the system calls that a process in the sandbox is refused (seccomp(2); the program is classic
// BPF, linux/filter.h). It makes threads, as Node must, but no process; no socket; no memory that is not its own.
//
// The program reads struct seccomp_data:   0 nr    4 arch    16 args[0], low word

import { arch } from "node:process";

/** The call's number on each architecture; undefined where it has none. */
interface DeniedCall {
  readonly name: string;
  readonly x64: number | undefined;
  readonly arm64: number | undefined;
}

const DENIED: readonly DeniedCall[] = [
  { name: "fork",              x64: 57,  arm64: undefined },
  { name: "vfork",             x64: 58,  arm64: undefined },
  { name: "execveat",          x64: 322, arm64: 281 },
  { name: "socket",            x64: 41,  arm64: 198 },
  { name: "ptrace",            x64: 101, arm64: 117 },
  { name: "process_vm_readv",  x64: 310, arm64: 270 },
  { name: "process_vm_writev", x64: 311, arm64: 271 },
  { name: "memfd_create",      x64: 319, arm64: 279 },
  { name: "shmget",            x64: 29,  arm64: 194 },
  { name: "userfaultfd",       x64: 323, arm64: 282 },
  { name: "io_uring_setup",    x64: 425, arm64: 425 },
  { name: "bpf",               x64: 321, arm64: 280 },
  { name: "perf_event_open",   x64: 298, arm64: 241 },
  { name: "add_key",           x64: 248, arm64: 217 },
  { name: "request_key",       x64: 249, arm64: 218 },
  { name: "keyctl",            x64: 250, arm64: 219 },
  { name: "mount",             x64: 165, arm64: 40 },
  { name: "umount2",           x64: 166, arm64: 39 },
  { name: "pivot_root",        x64: 155, arm64: 41 },
  { name: "unshare",           x64: 272, arm64: 97 },
  { name: "setns",             x64: 308, arm64: 268 },
  { name: "open_by_handle_at", x64: 304, arm64: 265 },
];

const CLONE = { x64: 56, arm64: 220 } as const;
/** clone3 hides its flags behind a pointer; told that there is no such call, libc uses clone. */
const CLONE3 = 435;
const CLONE_THREAD = 0x0001_0000;

const AUDIT_ARCH = { x64: 0xc000003e, arm64: 0xc00000b7 } as const;
/** x32 calls on x86-64 are the same calls by other numbers. */
const X32_BIT = 0x4000_0000;

const LOAD = 0x20;       // BPF_LD | BPF_W | BPF_ABS
const IF_EQUAL = 0x15;   // BPF_JMP | BPF_JEQ | BPF_K
const IF_ANY_BIT = 0x45; // BPF_JMP | BPF_JSET | BPF_K
const RETURN = 0x06;     // BPF_RET | BPF_K

const ALLOW = 0x7fff_0000;
const KILL = 0x8000_0000;
const EPERM = 0x0005_0001;
const ENOSYS = 0x0005_0026;

type Step = readonly [code: number, ifTrue: number, ifFalse: number, operand: number];

/** The filter for this machine, as the kernel reads it, or undefined on an architecture that it is not written for. */
export function seccompFilter(): Uint8Array | undefined {
  if (arch !== "x64" && arch !== "arm64") return undefined;
  const isX64 = arch === "x64";
  const denied = DENIED.map((call) => call[arch as "x64" | "arm64"]).filter((number) => number !== undefined);
  const program: Step[] = [
    [LOAD, 0, 0, 4],
    [IF_EQUAL, 1, 0, AUDIT_ARCH[arch]],
    [RETURN, 0, 0, KILL],
    [LOAD, 0, 0, 0],
    ...(isX64 ? [[IF_ANY_BIT, 0, 1, X32_BIT], [RETURN, 0, 0, KILL]] as const : []),
    ...denied.flatMap((number): Step[] => [[IF_EQUAL, 0, 1, number], [RETURN, 0, 0, EPERM]]),
    [IF_EQUAL, 0, 1, CLONE3],
    [RETURN, 0, 0, ENOSYS],
    [IF_EQUAL, 1, 0, CLONE[arch]],
    [RETURN, 0, 0, ALLOW],
    [LOAD, 0, 0, 16],
    [IF_ANY_BIT, 0, 1, CLONE_THREAD],
    [RETURN, 0, 0, ALLOW],
    [RETURN, 0, 0, EPERM],
  ];
  return encoded(program);
}

/** struct sock_filter: u16 code, u8 jt, u8 jf, u32 k, in the machine's own order, which is little-endian on both. */
function encoded(program: readonly Step[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * program.length));
  for (const [i, [code, ifTrue, ifFalse, operand]] of program.entries()) {
    view.setUint16(8 * i, code, true);
    view.setUint8(8 * i + 2, ifTrue);
    view.setUint8(8 * i + 3, ifFalse);
    view.setUint32(8 * i + 4, operand, true);
  }
  return new Uint8Array(view.buffer);
}
