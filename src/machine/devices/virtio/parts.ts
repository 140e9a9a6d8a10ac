// The parts of the virtio devices that can be replaced: what this chapter's exercises implement.
// Plain data goes in and comes out.

import type { BlockAction, BlockRequest, DiskDescription } from "./block-request";
import type { DescriptorReader, DescriptorTable, Walk } from "./chain";
import type { Terms } from "./negotiation";

export interface VirtioParts {
  /** The buffers of the chain that begins with descriptor `head` of `ring`. */
  walkChain(ring: DescriptorTable, head: number, read: DescriptorReader): Walk;
  /** An index goes from `old` to `now`: does whoever waits for `event` want to hear of it? */
  needsEvent(event: number, now: number, old: number): boolean;
  /** What Status becomes when the driver writes it, and the features, if this settles them. */
  negotiate(written: number, status: number, offered: bigint, accepted: bigint): Terms;
  /** What a disk has to do. */
  blockAction(request: BlockRequest, disk: DiskDescription): BlockAction;
}
