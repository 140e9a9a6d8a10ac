/**
 * Compiles a reader's part of the unikernel in the page, and builds and boots kernels that hold it. The first message is
 * the kernel's sources, every other a KernelRequest, each answered by one message. judge-plugin.ts makes it one file, in
 * front of which stands TypeScript.
 */
import { KernelBuilder } from "../../../../course/judge/core/kernel";
import type { KernelRequest, KernelSources } from "../../../../course/judge/core/kernel-messages";

let builder: KernelBuilder | undefined;

addEventListener("message", ({ data }: MessageEvent<KernelSources | KernelRequest>) => {
  if (builder === undefined) builder = new KernelBuilder(data as KernelSources);
  else postMessage(builder.answer(data as KernelRequest));
});
