import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

/**
 * An index has gone from `old` to `now`: whatever had the indices from `old` up to the one before `now` has been put into the ring.
 * Somebody wants to know when what has index `event` is there. Has that just happened? Indices are 16 bits, and behind 65535
 * comes 0. If `now` is `old`, nothing has happened.
 */
export const needsEvent: VirtioParts["needsEvent"] = (event, now, old) => {
  throw new Error(`Return whether ${event} was passed on the way from ${old} to ${now}, which may go through 65535 and 0.`);
};
