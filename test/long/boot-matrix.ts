// hello and ticker, one image each, on all the machines of test/unikernel/boot/matrix.test.ts: each prints the same
// everywhere, and every machine powers off.

import { transcript } from "../unikernel/boot/board-boot";
import { HELLO, kernel, TICKER } from "../unikernel/boot/kernels";
import { bootOnQemu, CPUS } from "../unikernel/boot/qemu-boot";

const TICKS = Array.from({ length: 10 }, (_, i) => `tick ${i + 1}\n`).join("");
const PRINTED = [[HELLO, "hello from the upper half\n"], [TICKER, TICKS]] as const;
const LIMIT = 100_000_000;

let different = 0;

function check(machine: string, printed: string, expected: string): void {
  if (printed === expected) return;
  different++;
  console.log(`${machine}: ${JSON.stringify(printed)}`);
}

let boots = 0;
for (const [path, expected] of PRINTED) {
  const { image } = kernel(path);
  for (const gic of [2, 3] as const) {
    check(`our board, ${path}, GICv${gic}`, transcript(image, { gic, limit: LIMIT }), expected);
    boots++;
    for (const cpu of CPUS) for (const virtualization of [false, true]) {
      check(`QEMU, ${path}, ${cpu}, GICv${gic}, EL${virtualization ? 2 : 1}`, bootOnQemu(image, { cpu, gic, virtualization }), expected);
      boots++;
    }
  }
}
console.log(`${boots} boots, ${different} of them different`);
process.exitCode = different === 0 ? 0 : 1;
