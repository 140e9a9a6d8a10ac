// The kernel's random numbers, with a virtio source of entropy mixed in. Whoever draws secrets
// takes the generator from here: so an image that draws some holds the driver, and no other does.
//
// 1. What the loader gave remains: a device that gives nothing, or lies, makes nothing worse.

import { random, type RandomGenerator } from "../../random/generator";
import { claimEntropyDevice } from "./entropy";

/** As many bytes as the generator's key has. */
const SEED_BYTES = 32;

let isAsked = false;

/** The kernel's generator. The first call waits for the device, if there is one. */
export function seededRandom(): RandomGenerator {
  const generator = random();
  if (isAsked) return generator;
  isAsked = true;
  const device = claimEntropyDevice();
  if (device === null) return generator;
  const seed = new Uint8Array(SEED_BYTES);
  const count = device.fillNow(seed);
  generator.absorbBytes(seed.subarray(0, count), true);
  seed.fill(0);
  return generator;
}
