/**
 * The Worker that a page's machine runs in. computer-plugin.ts makes it one file. Its slices follow each other by
 * messages to itself, since a Worker's timers wait for 4 ms at least.
 */
import { FileDisk } from "./file-disk";
import type { Report, Request } from "./messages";
import { Runner } from "./runner";

const { port1: here, port2: there } = new MessageChannel();
const waiting: (() => void)[] = [];
here.onmessage = () => waiting.shift()?.();

function later(ms: number, task: () => void): () => void {
  let isOff = false;
  const run = (): void => { if (!isOff) task(); };
  if (ms >= 1) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
  waiting.push(run);
  there.postMessage(0);
  return () => { isOff = true; };
}

const runner = new Runner({
  later,
  report: (report: Report) => postMessage(report),
  now: () => performance.now(),
  openDisk: (file) => new FileDisk(file),
  fillRandom: (bytes) => {
    // The browser gives no more at a time.
    for (let at = 0; at < bytes.length; at += 65536) bytes.set(crypto.getRandomValues(new Uint8Array(Math.min(65536, bytes.length - at))), at);
  },
});

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  runner.handle(data).catch((fault: unknown) => { setTimeout(() => { throw fault; }); }); // A bug of ours: the page hears of it.
});
