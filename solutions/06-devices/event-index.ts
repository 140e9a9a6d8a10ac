import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

/**
 * An index has gone from `old` to `now`: whatever had the indices from `old` up to the one before `now` has been put into the ring.
 * Somebody wants to know when what has index `event` is there. Has that just happened? Indices are 16 bits, and behind 65535
 * comes 0. If `now` is `old`, nothing has happened.
 */
export const needsEvent: VirtioParts["needsEvent"] = (event, now, old) => ((event - old) & 0xffff) < ((now - old) & 0xffff);
