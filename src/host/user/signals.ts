// Signals: their names, what each does to a process that has said nothing about it (signal(7)), and
// what a process has said.

export type DefaultAction = "ends" | "ignored" | "stops" | "continues";

/** Number, name, default action, what a shell says of a program that it ended. */
const SIGNALS = [
  [1,  "SIGHUP",    "ends",      "hangup"],
  [2,  "SIGINT",    "ends",      "interrupted"],
  [3,  "SIGQUIT",   "ends",      "quit"],
  [4,  "SIGILL",    "ends",      "illegal instruction"],
  [5,  "SIGTRAP",   "ends",      "trace or breakpoint trap"],
  [6,  "SIGABRT",   "ends",      "aborted"],
  [7,  "SIGBUS",    "ends",      "bus error"],
  [8,  "SIGFPE",    "ends",      "floating-point exception"],
  [9,  "SIGKILL",   "ends",      "killed"],
  [10, "SIGUSR1",   "ends",      "user-defined signal 1"],
  [11, "SIGSEGV",   "ends",      "segmentation fault"],
  [12, "SIGUSR2",   "ends",      "user-defined signal 2"],
  [13, "SIGPIPE",   "ends",      "broken pipe"],
  [14, "SIGALRM",   "ends",      "alarm clock"],
  [15, "SIGTERM",   "ends",      "terminated"],
  [16, "SIGSTKFLT", "ends",      "stack fault"],
  [17, "SIGCHLD",   "ignored",   "child exited"],
  [18, "SIGCONT",   "continues", "continued"],
  [19, "SIGSTOP",   "stops",     "stopped"],
  [20, "SIGTSTP",   "stops",     "stopped"],
  [21, "SIGTTIN",   "stops",     "stopped"],
  [22, "SIGTTOU",   "stops",     "stopped"],
  [23, "SIGURG",    "ignored",   "urgent condition"],
  [24, "SIGXCPU",   "ends",      "processor time limit exceeded"],
  [25, "SIGXFSZ",   "ends",      "file size limit exceeded"],
  [26, "SIGVTALRM", "ends",      "virtual timer expired"],
  [27, "SIGPROF",   "ends",      "profiling timer expired"],
  [28, "SIGWINCH",  "ignored",   "window changed"],
  [29, "SIGIO",     "ends",      "input or output possible"],
  [30, "SIGPWR",    "ends",      "power failure"],
  [31, "SIGSYS",    "ends",      "bad system call"],
] as const satisfies readonly (readonly [number, string, DefaultAction, string])[];

export type SignalName = (typeof SIGNALS)[number][1];

const numbers: ReadonlyMap<SignalName, number> = new Map(SIGNALS.map(([number, name]) => [name, number]));

export const signalNumber = (name: SignalName): number => numbers.get(name)!;

export const LAST_SIGNAL = 64;

const rowOf = (signal: number) => SIGNALS.find(([number]) => number === signal);

/** Real-time signals end a process. Nothing is ever stopped here: who would continue it? */
export const defaultAction = (signal: number): DefaultAction => rowOf(signal)?.[2] ?? "ends";

export const signalText = (signal: number): string => rowOf(signal)?.[3] ?? `signal ${signal}`;

export const SIG_DFL = 0n;
export const SIG_IGN = 1n;

/** sa_flags (include/uapi/asm-generic/signal-defs.h). */
export const SA_SIGINFO = 0x4n;
export const SA_RESTORER = 0x0400_0000n;
export const SA_ONSTACK = 0x0800_0000n;
export const SA_RESTART = 0x1000_0000n;
export const SA_NODEFER = 0x4000_0000n;
export const SA_RESETHAND = 0x8000_0000n;

/** struct sigaction, as rt_sigaction passes it. */
export interface Action {
  readonly handler: bigint;
  readonly flags: bigint;
  readonly restorer: bigint;
  readonly mask: bigint;
}

export const DEFAULT: Action = { handler: SIG_DFL, flags: 0n, restorer: 0n, mask: 0n };

export const maskOf = (signal: number): bigint => 1n << BigInt(signal - 1);

const UNBLOCKABLE = maskOf(9) | maskOf(19);

/** What a process has said about signals, and which wait for it. */
export class SignalState {
  readonly actions = new Map<number, Action>();
  pending = 0n;
  /** For rt_sigsuspend: the mask to return to when a handler has run. */
  maskToRestore: bigint | undefined;
  alternateStack = { start: 0n, size: 0n };
  #blocked = 0n;

  get blocked(): bigint {
    return this.#blocked;
  }

  set blocked(mask: bigint) {
    this.#blocked = mask & ~UNBLOCKABLE;
  }

  action(signal: number): Action {
    return this.actions.get(signal) ?? DEFAULT;
  }

  /** A signal that nobody wants to hear of is dropped. */
  send(signal: number): void {
    const { handler } = this.action(signal);
    const dropped = handler === SIG_IGN || (handler === SIG_DFL && defaultAction(signal) !== "ends");
    if (!dropped) this.pending |= maskOf(signal);
  }

  /** The next one that may be delivered; it is pending no more. */
  take(): number | undefined {
    const ready = this.pending & ~this.#blocked;
    if (ready === 0n) return undefined;
    const signal = (ready & -ready).toString(2).length;
    this.pending &= ~maskOf(signal);
    return signal;
  }

  fork(): SignalState {
    const child = new SignalState();
    for (const [signal, action] of this.actions) child.actions.set(signal, action);
    child.#blocked = this.#blocked;
    child.alternateStack = { ...this.alternateStack };
    return child;
  }

  /** A new program has no handlers; what is ignored stays so. */
  exec(): void {
    for (const [signal, { handler }] of this.actions) if (handler !== SIG_IGN) this.actions.delete(signal);
    this.alternateStack = { start: 0n, size: 0n };
  }
}
