// `walk`: the way from an address to what is there, as the MMU goes it, entry by entry. It is the
// crash screen that knows how to tell it: here the kernel lives on.

import { printWalk } from "../../crash/page-walk";
import { pageBytes, translate } from "../../memory/mem";
import { wordArgument } from "./arguments";
import { bytesText, hex } from "./columns";

export function walk(words: readonly string[]): void {
  const virtual = wordArgument(words[0]!);
  printWalk(virtual);
  const physical = translate(virtual);
  if (physical < 0) return;
  const bytes = bytesText(BigInt(pageBytes(virtual)));
  console.log(`physical ${hex(physical, 8)}, in ${bytes} at a time`);
}
