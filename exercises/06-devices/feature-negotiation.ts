import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

/**
 * What comes of it when the driver writes `written` to a device's Status, which was `status`: { status, features }, what Status is
 * then, and the features that this has settled, if it has; else { status }. The device offers the features `offered`, and the
 * driver has accepted `accepted`: words of 64 bits, a bit for each. Bits of Status:
 *
 *   0 ACKNOWLEDGE   1 DRIVER   2 DRIVER_OK   3 FEATURES_OK   6 DEVICE_NEEDS_RESET   7 FAILED
 *
 * Status becomes what is written, with one exception. When FEATURES_OK goes from 0 to 1, the device looks at what was accepted. It
 * agrees if all of that was offered, and VERSION_1 (feature 32) is among it; then the features accepted are settled. If it does not
 * agree, FEATURES_OK stays 0. At no other time does the device look at features. `written` is not 0: that would be a reset.
 */
export const negotiate: VirtioParts["negotiate"] = (written, status, offered, accepted) => {
  const features = `${accepted.toString(16)} of ${offered.toString(16)}`;
  throw new Error(`Return what Status becomes of 0x${status.toString(16)} when 0x${written.toString(16)} is written, and features are ${features}.`);
};
