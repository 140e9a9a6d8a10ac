// Every way to crash that test/unikernel/kernels/crashes.ts knows, on our machine and on QEMU: the right screen, and on
// both the same, but for what registers hold.

import { bootOnBoard } from "../unikernel/boot/board-boot";
import { kernel } from "../unikernel/boot/kernels";
import { bootOnQemu } from "../unikernel/boot/qemu-boot";
import { KERNEL, patternOf, type Screen, SCREENS, withoutRegisters } from "../unikernel/crash/screens";

const LIMIT = 200_000_000;

/** What is wrong with it; "" if nothing is. */
function fault(screen: Screen): string {
  const { word: bootargs, on } = screen;
  const built = kernel(KERNEL);
  const pattern = patternOf(screen, built);
  const { printed, isOff } = bootOnBoard(built.image, { bootargs, limit: LIMIT });
  if (!isOff || !pattern.test(printed)) return `on our board:\n${printed}`;
  if (on === "ours") return "";
  const there = bootOnQemu(built.image, { bootargs });
  if (!pattern.test(there)) return `on QEMU:\n${there}`;
  return withoutRegisters(there) === withoutRegisters(printed) ? "" : `QEMU differs:\n${there}\n${printed}`;
}

let wrong = 0;
for (const screen of SCREENS) {
  const what = fault(screen);
  if (what !== "") wrong++;
  console.log(`${screen.word}: ${what === "" ? "as expected" : what}`);
}
console.log(`${SCREENS.length} ways to crash, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
