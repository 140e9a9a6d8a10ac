// The group Reserved. The texts are LLVM 14's, of the word at address 0:
//   echo 0x20 0x00 0x02 0x8b | llvm-mc --triple=aarch64 --disassemble --mattr=+v8.7a,+mte,+tme,+hbc,+brbe,+rme,+v8r

import { describeClass } from "./words-of-class";

describeClass("Reserved", [
  [0x00000000, "udf #0"],
  [0x00000001, "udf #1"],
  [0x0000ffff, "udf #65535"],
  [0x00010000, "unallocated"],
  [0x01ffffff, "unallocated"],
  [0x21000000, "unallocated"],
]);
