// System calls, one by one. Errors' numbers are Linux's (asm-generic/errno-base.h, errno.h).

import { expect } from "chai";
import { call, EXIT, runGuest } from "./guest";

const AT_FDCWD = -100;
const TEXT_FILE = 'b 9f\npath: .asciz "file"\nother: .asciz "other"\nnowhere: .asciz "no/where"\n.balign 4\n9:\n';

describe("host/user: system calls", () => {
  const errors = [
    // call                                      assembly                                     errno
    ["an unknown number",                        call(999),                                   38], // ENOSYS
    ["read of a closed number",                  call(63, 9, "data", 1),                      9],  // EBADF
    ["write of a negative number",               call(64, -1, "data", 1),                     9],
    ["write from nowhere",                       call(64, 1, 8, 1),                           14], // EFAULT
    ["write from beyond the end",                call(64, 1, 0x50fff8, 16),                   14],
    ["writev with too many pieces",              call(66, 1, "data", 1025),                   22], // EINVAL
    ["openat of nothing",                        call(56, AT_FDCWD, "path", 0),               2],  // ENOENT
    ["openat of a path at nowhere",              call(56, AT_FDCWD, 8, 0),                    14],
    ["openat in no directory",                   call(56, AT_FDCWD, "nowhere", 0o101, 0o600), 2],
    ["lseek of a stream",                        call(62, 0, 0, 0),                           29], // ESPIPE
    ["close twice",                              `${call(57, 0)}\n${call(57, 0)}`,            9],
    ["dup3 onto itself",                         call(24, 1, 1, 0),                           22],
    ["ioctl TCGETS of what is no terminal",      call(29, 1, 0x5401, "data"),                 25], // ENOTTY
    ["getcwd with no room",                      call(17, "data", 1),                         34], // ERANGE
    ["chdir to nowhere",                         call(49, "path"),                            2],
    ["readlinkat of nothing",                    call(78, AT_FDCWD, "path", "data", 100),     2],
    ["unlinkat of nothing",                      call(35, AT_FDCWD, "path", 0),               2],
    ["execve of nothing",                        call(221, "path", 0, 0),                     2],
    ["wait4 without children",                   call(260, -1, 0, 0, 0),                      10], // ECHILD
    ["kill of nobody",                           call(129, 99, 0),                            3],  // ESRCH
    ["kill with no signal's number",             call(129, 0, 65),                            22],
    ["rt_sigaction of SIGKILL",                  call(134, 9, "data", 0, 8),                  22],
    ["mmap of nothing",                          call(222, 0, 0, 3, 0x22, -1, 0),             22],
    ["mmap of a file that is not open",          call(222, 0, 4096, 1, 2, 9, 0),              9],
    ["mmap, fixed, between two pages",           call(222, 0x600010, 4096, 3, 0x32, -1, 0),   22],
    ["mprotect of what is not mapped",           call(226, 0x900000, 4096, 1),                12], // ENOMEM
    ["munmap between two pages",                 call(215, 0x500001, 4096),                   22],
    ["clone of a thread",                        call(220, 0x10f00, 0, 0, 0, 0),              38],
    ["futex whose word has changed",             call(98, "data", 0, 1, 0),                   11], // EAGAIN
    ["clock_gettime of no clock",                call(113, 99, "data"),                       22],
    ["setuid to somebody else",                  call(146, 0),                                1],  // EPERM
  ] as const;

  for (const [what, source, errno] of errors) {
    it(`${what}: ${errno}`, () => expect(runGuest(TEXT_FILE + source + "\n" + EXIT).status).to.equal(errno));
  }

  const answers = [
    // call                                      assembly                                                            status
    ["getpid of the first",                      call(172),                                                          100],
    ["getuid",                                   `${call(174)}\nsub x0, x0, #900`,                                   100],
    ["umask answers the one before",             `${call(166, 0o77)}\n${call(166, 0)}`,                              0o77],
    ["dup answers the lowest free number",       call(23, 1),                                                        3],
    ["brk grows, zeroed",                        `${call(214, 0)}\nmov x19, x0\nadd x0, x0, #1, lsl #12\nmov x8, #214\nsvc #0\nldr x1, [x19]\nsub x0, x0, x19\nadd x0, x1, x0, lsr #8`, 16],
    ["write answers how much",                   call(64, 1, "data", 5),                                             5],
    ["sched_getaffinity: one CPU",               `${call(123, 0, 8, "data")}\nldr x1, =data\nldr x0, [x1]`,          1],
    ["a pipe keeps bytes",                       `${call(59, "data", 0)}\nldr x20, =data\nldp w21, w22, [x20]\nmov w1, #42\nstrb w1, [x20, #8]\n` +
      "mov x0, x22\nadd x1, x20, #8\nmov x2, #1\nmov x8, #64\nsvc #0\nmov x0, x21\nadd x1, x20, #9\nmov x2, #10\nmov x8, #63\nsvc #0\nldrb w0, [x20, #9]", 42],
    ["mremap keeps what was there",              `${call(222, 0, 4096, 3, 0x22, -1, 0)}\nmov w1, #77\nstr w1, [x0]\nmov x1, #4096\nmov x2, #0x200000\nmov x3, #1\nmov x8, #216\nsvc #0\nldr w0, [x0]`, 77],
    ["PROT_NONE reads of a call fail",           `${call(226, "data", 4096, 0)}\n${call(64, 1, "data", 1)}`,         14],
    ["nanosleep makes the clock jump",           `ldr x9, =data\nmov x1, #3\nstr x1, [x9]\n${call(101, "data", 0)}\n${call(113, 1, "data")}\nldr x9, =data\nldr x0, [x9]`, 3],
  ] as const;

  for (const [what, source, status] of answers) {
    it(`${what}: ${status}`, () => expect(runGuest(source + "\n" + EXIT).status).to.equal(status));
  }

  it("a file that is written can be read again, sought in, and mapped", () => {
    const { stdout, status } = runGuest(`${TEXT_FILE}
      ${call(56, AT_FDCWD, "path", 0o102, 0o600)}
      mov x19, x0
      adr x1, other
      mov x2, #5
      mov x8, #64
      svc #0
      mov x0, x19
      mov x1, #1
      mov x2, #0
      mov x8, #62
      svc #0
      mov x0, x19
      ldr x1, =data
      mov x2, #100
      mov x8, #63
      svc #0
      mov x2, x0
      mov x0, #1
      ldr x1, =data
      mov x8, #64
      svc #0
      mov x4, x19
      mov x0, #0
      mov x1, #4096
      mov x2, #1
      mov x3, #2
      mov x5, #0
      mov x8, #222
      svc #0
      ldrb w0, [x0, #4]
      ${EXIT}`);
    expect([stdout, status]).to.deep.equal(["ther", "r".charCodeAt(0)]);
  });

  it("a process that waits for itself is ended, and the host says so", () => {
    const { status, reports } = runGuest(call(72, 0, 0, 0, 0, 0));
    expect([status, reports]).to.deep.equal([128 + 9, ["guest: waits for ever: no process can go on (pselect6)"]]);
  });

  it("a trace has a line for each call", () => {
    const lines: string[] = [];
    runGuest(`${TEXT_FILE}${call(56, AT_FDCWD, "path", 0, 0)}\n${call(214, 0)}\n${call(999)}\n${EXIT}`, { trace: (line) => lines.push(line) });
    expect(lines).to.deep.equal([
      '100 openat(AT_FDCWD, "file", 0x0, 00) = -ENOENT', "100 brk(NULL) = 0x510000", "100 system call 999 = -ENOSYS", "100 exit(38) = ?",
    ]);
  });
});
