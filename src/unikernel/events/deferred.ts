// Deferred calls: what a callback wants done later, when the callbacks that run now are done. They
// run in the order in which they were deferred.
//
// 1. What a deferred call defers comes in the next turn of the event loop, so that events and
//    timers have their turn in between.

let calls: (() => void)[] = [];

export function defer(callback: () => void): void {
  calls.push(callback);
}

export function runDeferred(): void {
  if (calls.length === 0) return;
  const now = calls;
  calls = [];
  for (const call of now) call();
}

/** @noalloc */
export function areCallsDeferred(): boolean {
  return calls.length > 0;
}
