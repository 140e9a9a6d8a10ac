import { needsEvent } from "../../../formats/devices/virtqueue";
import { blockAction } from "./block-request";
import { walkChain } from "./chain";
import { negotiate } from "./negotiation";
import type { VirtioParts } from "./parts";

/** Our own parts. */
export const STANDARD_VIRTIO_PARTS: VirtioParts = { walkChain, needsEvent, negotiate, blockAction };
