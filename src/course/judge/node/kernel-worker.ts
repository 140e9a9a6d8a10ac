// The process in which parts of the unikernel are compiled, and kernels with them built and booted on our machine. The
// first line of its input is the kernel's sources, every other a KernelRequest, each answered by one line.

import { createInterface } from "node:readline";
import { KernelBuilder } from "../core/kernel";
import type { KernelRequest, KernelSources } from "../core/kernel-messages";

let builder: KernelBuilder | undefined;

createInterface({ input: process.stdin }).on("line", (line) => {
  if (builder === undefined) builder = new KernelBuilder(JSON.parse(line) as KernelSources);
  else process.stdout.write(`${JSON.stringify(builder.answer(JSON.parse(line) as KernelRequest))}\n`);
});
