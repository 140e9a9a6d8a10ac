// `random`: bytes of the kernel's generator.

import { seededRandom } from "../../drivers/virtio/seeded-random";
import { numberArgument } from "./arguments";
import { hex } from "./columns";

const COUNT = 16;
const MOST = 256;
const PER_ROW = 20;

export function printRandom(words: readonly string[]): void {
  const bytes = new Uint8Array(words.length === 0 ? COUNT : numberArgument(words[0]!, 1, MOST));
  seededRandom().fill(bytes);
  for (let from = 0; from < bytes.length; from += PER_ROW) {
    let row = "";
    for (const byte of bytes.subarray(from, from + PER_ROW)) row += hex(byte, 2);
    console.log(row);
  }
}
