// Why the program stands still, as GDB is told ("Debugging with GDB", Stop Reply Packets).

import type { Cause } from "../../machine/cpu/exception";
import type { StopReason } from "../../machine/cpu/stepping/debugger";
import type { Watch } from "../../machine/cpu/stepping/traps";

/** GDB's own numbers of signals, whatever the host's are. */
const SIGNALS = { none: 0, SIGINT: 2, SIGILL: 4, SIGTRAP: 5, SIGBUS: 10, SIGSEGV: 11, SIGSYS: 12 } as const;

export type Signal = keyof typeof SIGNALS;

function signalOf(cause: Cause): Signal {
  switch (cause.kind) {
    case "undefined": return "SIGILL";
    case "SVC": case "HVC": case "SMC": return "SIGSYS"; // Nobody answers.
    case "BRK": case "HLT": return "SIGTRAP";
    case "data abort": case "instruction abort": return cause.fault.kind === "alignment" ? "SIGBUS" : "SIGSEGV";
    case "PC alignment": case "SP alignment": return "SIGBUS";
    case "trapped access": case "trapped FP": case "trapped wait": case "illegal state": return "SIGILL";
    case "breakpoint": case "watchpoint": case "software step": return "SIGTRAP";
    case "IRQ": case "FIQ": case "SError": return "SIGINT";
  }
}

const WATCHES = { write: "watch", read: "rwatch", access: "awatch" } as const;

const watchText = (watch: Watch): string =>
  watch.kind === "memory" ? `${WATCHES[watch.on]}:${watch.address.toString(16)};` : "";

/** `breakpoint` says what sort the client has set where the program stands: swbreak or hwbreak. */
export function stopReply(reason: StopReason, thread: number, breakpoint: "swbreak" | "hwbreak" | undefined): string {
  const stopped = (signal: Signal, why = ""): string => `T${byte(SIGNALS[signal])}${why}thread:${thread.toString(16)};`;
  switch (reason.kind) {
    case "limit": return stopped("SIGTRAP");
    case "breakpoint": return stopped("SIGTRAP", breakpoint === undefined ? "" : `${breakpoint}:;`);
    case "watch": return stopped("SIGTRAP", watchText(reason.watch));
    case "start": return stopped("SIGTRAP", "replaylog:begin;");
    case "waiting": return stopped("none");
    case "exception": return stopped(signalOf(reason.cause));
    case "exited": return `W${byte(reason.status & 0xff)}`;
  }
}

/** The user pressed Ctrl-C. */
export const interruptedReply = (thread: number): string => `T${byte(SIGNALS.SIGINT)}thread:${thread.toString(16)};`;

const byte = (value: number): string => value.toString(16).padStart(2, "0");
