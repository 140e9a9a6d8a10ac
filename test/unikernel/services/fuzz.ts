// The monitor, at which a monkey types, here and on QEMU: it lives on, and says the same.
//
//   npx ts-node test/unikernel/services/fuzz.ts [--seed N] [--bytes N]

import { Command } from "commander";
import { kernel } from "../boot/kernels";
import { randomTyping } from "./random-typing";
import { bytesOf, onBoard, onQemu } from "./serial-session";

async function main(): Promise<void> {
  const { seed, bytes } = new Command("fuzz").option("--seed <n>", "what is typed", Number, 1).option("--bytes <n>", "how much", Number, 10_000)
    .parse().opts<{ seed: number; bytes: number }>();
  const { image } = kernel("src/unikernel/services/monitor.ts");
  const typed = Uint8Array.from([...randomTyping(bytes, seed), ...bytesOf("\x03echo still here\rpoweroff\r")]);
  const [here, there] = [onBoard(image, typed), await onQemu(image, typed)];
  const livesOn = here.endsWith("> echo still here\nstill here\n> poweroff\n");
  console.log(`seed ${seed}: ${bytes} bytes typed, ${here.length} said; it ${livesOn ? "lives on" : "DOES NOT LIVE ON"}; QEMU's ${here === there ? "is the same" : "DIFFERS"}`);
  process.exitCode = livesOn && here === there ? 0 : 1;
}

void main();
