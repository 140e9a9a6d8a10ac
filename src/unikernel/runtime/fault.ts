// An exception of the processor that nobody meant: the vectors (src/compiler/runtime-assembly.ts)
// come here with what it says of itself, and this ends the program. Nothing here allocates.
//
//   fault: ESR_EL1 0x96000010, ELR_EL1 0x402012a8, FAR_EL1 0x10000000
//       at pick (src/program.ts)
//       at start (src/program.ts:20)

import { load64 } from "../metal/memory";
import { symbol } from "../metal/linker";
import { plus } from "../metal/word";
import { log, print, printHex, put } from "./console";
import { functionOf } from "./image-tables";
import { beginExplanation, isFrame, printCall, printFunction, printTrace } from "./panic";
import { powerOff } from "./power";

const NEWLINE = 10;

function isCode(address: bigint): boolean {
  return address >= symbol("link/image") && address < symbol("link/text-end");
}

/** `frame` and `link` are X29 and X30 where it happened. @noalloc */
export function fault(
  ESR_EL1: bigint, ELR_EL1: bigint, FAR_EL1: bigint, frame: bigint, link: bigint,
): never {
  print("fault: ESR_EL1 ");
  printHex(ESR_EL1);
  print(", ELR_EL1 ");
  printHex(ELR_EL1);
  print(", FAR_EL1 ");
  printHex(FAR_EL1);
  put(NEWLINE);
  if (beginExplanation()) explain(ELR_EL1, frame, link);
  return powerOff();
}

/** The tables know the lines of calls; of the instruction itself, they know the function. */
function explain(at: bigint, frame: bigint, link: bigint): void {
  const row = functionOf(plus(at, 4n));
  if (isCode(at)) {
    printFunction(row);
    log(")");
  }
  // Without a frame of its own, or where no code is, X30 still says who called.
  const isTold = frame === 0n || (isFrame(frame) && load64(plus(frame, 8n)) === link);
  if (isCode(link) && functionOf(link) !== row && !isTold) printCall(link);
  printTrace(frame, false);
}
