// The host's own time.

import type { Clock } from "./clock";

const MILLISECOND = 1_000_000n;

export class NodeClock implements Clock {
  readonly #start = process.hrtime.bigint();
  readonly #startRealtime = BigInt(Date.now()) * MILLISECOND;

  monotonic(): bigint {
    return process.hrtime.bigint() - this.#start;
  }

  realtime(): bigint {
    return this.#startRealtime + this.monotonic();
  }

  waitUntil(monotonic: bigint): void {
    const missing = Number(monotonic - this.monotonic()) / Number(MILLISECOND);
    if (missing > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, missing);
  }
}
