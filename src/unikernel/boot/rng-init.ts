// RNG::init: the random numbers get their seed. The loader puts one into the device tree, and it is
// blotted out there, so that nobody reads it twice; the counter adds what it can. (In IncludeOS's
// port the pool is seeded with the number 4.) A virtio device adds more, when the first service
// wants numbers that nobody can guess (../drivers/virtio/seeded-random.ts).
//
// 1. The seed is never a constant. Without rng-seed the numbers can be guessed by who knows when
//    the machine was started: that is said on the console, once.

import { deviceTree } from "../device-tree/flattened-tree";
import { childCalled } from "../device-tree/lookup";
import { cellOf, valueAt, valueBytes } from "../device-tree/values";
import { store8 } from "../metal/memory";
import { readSystemRegister } from "../metal/system-register";
import { plus } from "../metal/word";
import { beginRandom, random } from "../random/generator";

export function RNG_init(): void {
  const count = readSystemRegister("CNTVCT_EL0");
  const counter = new Uint32Array(2);
  counter[0] = Number(count & 0xffff_ffffn);
  counter[1] = Number(count >> 32n);
  beginRandom().absorb(counter, false);
  const chosen = childCalled(deviceTree, deviceTree.root, "chosen");
  if (chosen !== 0n) absorbSeed(deviceTree.property(chosen, "rng-seed"));
  if (random().seedBytes === 0) {
    console.log("boot: no entropy: the device tree has no rng-seed; random numbers can be guessed");
  }
}

function absorbSeed(seed: bigint): void {
  const words = new Uint32Array(valueBytes(seed) >>> 2);
  for (let i = 0; i < words.length; i++) words[i] = cellOf(seed, i, 0);
  random().absorb(words, true);
  words.fill(0);
  for (let i = 0; i < valueBytes(seed); i++) store8(plus(valueAt(seed), BigInt(i)), 0);
}
