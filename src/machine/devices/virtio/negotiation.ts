// How driver and device come to terms ("Virtual I/O Device (VIRTIO) Version 1.2", section 3.1): the
// device offers features, the driver accepts some of them and says so in Status with FEATURES_OK,
// and reads Status again, since the device may take exception.

import { VIRTIO_FEATURE, VIRTIO_STATUS } from "../../../formats/devices/virtio";

/** Numbers of bits, as a word of features. */
export function featureWord(...bits: readonly number[]): bigint {
  return bits.reduce((word, bit) => word | (1n << BigInt(bit)), 0n);
}

export function hasFeature(word: bigint, bit: number): boolean {
  return ((word >> BigInt(bit)) & 1n) === 1n;
}

/** What came of it: Status; and the features, if they have just been settled. */
export interface Terms {
  readonly status: number;
  readonly features?: bigint;
}

/** The driver writes `written` to Status, which was `status`, and has accepted `accepted`. */
export function negotiate(
  written: number, status: number, offered: bigint, accepted: bigint,
): Terms {
  const { FEATURES_OK } = VIRTIO_STATUS;
  const isSettling = (written & FEATURES_OK) !== 0 && (status & FEATURES_OK) === 0;
  if (!isSettling) return { status: written };
  const isOffered = (accepted & ~offered) === 0n;
  if (!isOffered || !hasFeature(accepted, VIRTIO_FEATURE.VERSION_1)) {
    return { status: written & ~FEATURES_OK };
  }
  return { status: written, features: accepted };
}
