// The errors that a system call answers with, and their numbers (Linux,
// include/uapi/asm-generic/errno-base.h and errno.h). A guest sees them negated in X0.

export const ERRORS = {
  EPERM: 1, ENOENT: 2, ESRCH: 3, EINTR: 4, EIO: 5, ENXIO: 6, E2BIG: 7, ENOEXEC: 8, EBADF: 9, ECHILD: 10,
  EAGAIN: 11, ENOMEM: 12, EACCES: 13, EFAULT: 14, EBUSY: 16, EEXIST: 17, EXDEV: 18, ENODEV: 19,
  ENOTDIR: 20, EISDIR: 21, EINVAL: 22, ENFILE: 23, EMFILE: 24, ENOTTY: 25, ETXTBSY: 26, EFBIG: 27,
  ENOSPC: 28, ESPIPE: 29, EROFS: 30, EMLINK: 31, EPIPE: 32, ERANGE: 34, ENAMETOOLONG: 36, ENOSYS: 38,
  ENOTEMPTY: 39, ELOOP: 40, ENOTSUP: 95, ETIMEDOUT: 110,
} as const;

export type ErrorName = keyof typeof ERRORS;

/** A system call's refusal. Whoever makes the call gets its number; the host goes on. */
export class SystemError extends Error {
  override readonly name = "SystemError";
  readonly code: ErrorName;

  constructor(code: ErrorName) {
    super(code);
    this.code = code;
  }
}

export function refuse(code: ErrorName): never {
  throw new SystemError(code);
}
