// Why the program stands still, in words.

import { hex } from "../../base/word";
import { type Cause, causeText } from "../../machine/cpu/exception";
import type { StopReason } from "../../machine/cpu/stepping/debugger";
import type { Watch } from "../../machine/cpu/stepping/traps";
import type { Symbols } from "./symbols";

/** undefined: it has done what was asked. */
export function reasonText(reason: StopReason, symbols: Symbols): string | undefined {
  switch (reason.kind) {
    case "limit": return undefined;
    case "breakpoint": return `breakpoint at ${[hex(reason.address), symbols.nearest(reason.address)].join(" ").trim()}`;
    case "watch": return watchText(reason.watch);
    case "start": return "this is the start: nothing earlier is remembered";
    case "waiting": return "it waits for an interrupt or an event, and none will come";
    case "exited": return `the program has ended with status ${reason.status}`;
    case "exception": return `${causeText(reason.cause)}${advice(reason.cause)}`;
  }
}

const WATCHED = { read: "read", write: "written", access: "read or written" } as const;

export function watchText(watch: Watch): string {
  if (watch.kind === "register") return `${watch.register.name} changes`;
  return `${watch.length} bytes at ${hex(watch.address)} are ${WATCHED[watch.on]}`;
}

function advice(cause: Cause): string {
  switch (cause.kind) {
    case "BRK": case "HLT": return ": the program asks to be stopped here; `set pc pc+4` goes past it";
    case "SVC": case "HVC": case "SMC": return ": nobody is there to answer; `c` goes on behind it";
    case "undefined": return ": this CPU has no such instruction, or this is no code";
    case "instruction abort": return ": there is no memory there";
    case "data abort": return cause.fault.kind === "external" ? ": there is no memory there" : "";
    default: return "";
  }
}
