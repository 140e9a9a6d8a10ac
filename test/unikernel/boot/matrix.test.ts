// One image on every machine: three CPUs, both interrupt controllers, entered at EL1 and at EL2 (where PSCI is called
// by SMC), on QEMU; both interrupt controllers on our board, which has no EL2. ticker on all of them: test/long/boot-matrix.ts.

import { expect } from "chai";
import { itWith } from "../../installed";
import { QEMU } from "../../compiler/machines";
import { transcript } from "./board-boot";
import { HELLO, kernel } from "./kernels";
import { bootOnQemu, CPUS } from "./qemu-boot";

const PRINTED = "hello from the upper half\n";

describe("hello, the same image everywhere", function () {
  this.timeout(120_000);

  for (const gic of [2, 3] as const) {
    it(`on our board, GICv${gic}`, () => { expect(transcript(kernel(HELLO).image, { gic })).to.equal(PRINTED); });
  }

  for (const cpu of CPUS) for (const gic of [2, 3] as const) for (const virtualization of [false, true]) {
    itWith(QEMU)(`on QEMU: ${cpu}, GICv${gic}, entered at EL${virtualization ? 2 : 1}`, () => {
      expect(bootOnQemu(kernel(HELLO).image, { cpu, gic, virtualization })).to.equal(PRINTED);
    });
  }

  itWith(QEMU)("on QEMU with a Secure state, whose memory and UART are disabled in the tree", () => {
    expect(bootOnQemu(kernel(HELLO).image, { machine: ",secure=on" })).to.equal(PRINTED);
  });
});
