// kernel_main: the kernel's life, in IncludeOS's four steps. What OS::start starts, every image
// has; what a service wants besides, it claims in its start().

import { asm } from "../metal/assembly";
import { symbol } from "../metal/linker";
import { startDrivers } from "./os-start";
import { step } from "./boot-log";
import { isRodataWhole, isTextWhole, isTraceWhole } from "./init-sanity-checks";
import { refuseToBoot } from "./refuse-to-boot";
import { runEventLoop } from "../events/event-loop";

let argumentCount = 0;
let argumentVector = 0n;

/** How many arguments there are, the name among them; and where ./libc-start-main.ts put them. */
export function argc(): number {
  return argumentCount;
}

export function argv(): bigint {
  return argumentVector;
}

export function kernel_main(count: number, vector: bigint): void {
  argumentCount = count;
  argumentVector = vector;
  step("__libc_start_main");
  startDrivers();
  step("OS::start");
  program();
  step("OS::post_start");
  kernel_sanity_checks();
  step("kernel_sanity_checks");
  runEventLoop();
  step("OS::event_loop");
}

/** Whoever has started may have written where nothing is to be written. */
function kernel_sanity_checks(): void {
  if (!isTextWhole()) refuseToBoot(".text", CHANGED);
  if (!isRodataWhole()) refuseToBoot(".rodata", CHANGED);
  if (!isTraceWhole(symbol("link/trace"))) refuseToBoot("the symbols", CHANGED);
}

const CHANGED = " have been written to while the service started";

/** The service's start(). */
function program(): void {
  return asm`b ${symbol("link/program")}`;
}
