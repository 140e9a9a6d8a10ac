// What all virtio devices have in common ("Virtual I/O Device (VIRTIO) Version 1.2"): who one is
// (section 5), how driver and device come to terms (2.1 and 3.1), and what they agree on (6).

/** DeviceID, section 5. */
export const VIRTIO_DEVICE = {
  NONE: 0, // an empty slot
  NETWORK: 1,
  BLOCK: 2,
  CONSOLE: 3,
  ENTROPY: 4,
} as const;

/**
 * Device status, section 2.1: how far the driver has come. It sets one bit after the other; 0 puts
 * the device back to the beginning.
 */
export const VIRTIO_STATUS = {
  ACKNOWLEDGE: 1, // somebody has seen the device
  DRIVER: 2, // and knows how to drive it
  DRIVER_OK: 4, // the driver is ready: the device may begin
  FEATURES_OK: 8, // the driver has chosen its features; the device may refuse
  DEVICE_NEEDS_RESET: 64, // from the device: it has lost the thread
  FAILED: 128, // the driver has given up
} as const;

/** Features that do not depend on the device, section 6: numbers of bits. */
export const VIRTIO_FEATURE = {
  INDIRECT_DESC: 28, // a descriptor may point to a table of descriptors
  EVENT_IDX: 29, // each side says at which index it wants to be notified
  VERSION_1: 32, // the standard, and not what there was before it
} as const;

/** Why the device interrupts: bits of InterruptStatus, section 4.2.2. */
export const VIRTIO_INTERRUPT = {
  USED_BUFFER: 1, // there is something new in a used ring
  CONFIGURATION: 2, // the configuration has changed, or Status has
} as const;
