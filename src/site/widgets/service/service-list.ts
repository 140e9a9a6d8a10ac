/** The services that a page boots: files of the repository, which `o2p build` takes as well. */
import type { Setup } from "../computer/messages";

export interface ServiceRow {
  readonly name: string;
  readonly title: string;
  /** In the repository. */
  readonly file: string;
  /** One line: what to try. */
  readonly tells: string;
  /** What is typed to it when the site is built, so that a page without script has something to show; "" for nothing. */
  readonly typed: string;
}

const folder = "src/unikernel/services";

export const serviceRows = [
  { name: "hello", title: "Hello", file: `${folder}/hello.ts`, typed: "", tells: "Change the text and press Ctrl-Enter: your service is compiled here, and boots." },
  { name: "ticker", title: "Ticker", file: `${folder}/ticker.ts`, typed: "", tells: "It sleeps between two ticks. Let it tick faster, or twice as long; then leave out the line that cancels the timer." },
  { name: "monitor", title: "Monitor", file: `${folder}/monitor.ts`, typed: "help\r", tells: "A shell in the kernel: type help, then memory, boot, walk 0, crash null. Its commands are modules of their own; give it another prompt." },
] as const satisfies readonly ServiceRow[];

export type ServiceName = (typeof serviceRows)[number]["name"];

/** The machine that the services boot on. */
export const serviceMachine: Setup = { ramMiB: 32, cpus: 1, gic: 2, bootargs: "", time: "steady", hasNetwork: false };
