// 4 MiB of random reads and writes; soak.ts does 64.

import { expect } from "chai";
import { QEMU } from "../../../compiler/machines";
import { itWith } from "../../../installed";
import { kernelImage } from "./kernel-image";
import { digestOf, soakOnBoard, soakOnQemu } from "./soak";
import { soakOrder } from "./soak-model";

describe("4 MiB of random reads and writes against a disk", function () {
  this.timeout(300_000);
  const order = soakOrder(1, 4);
  let image: Uint8Array;
  before(() => { image = kernelImage(); });

  for (const [name, run, ask] of [["our machine", soakOnBoard, it], ["QEMU", soakOnQemu, itWith(QEMU)]] as const) {
    ask(`on ${name}: what was read, and what is on the disk, as in the model`, () => {
      const { prints, disk } = run(image, order);
      expect(prints).to.equal(order.prints);
      expect(digestOf(disk)).to.equal(digestOf(order.after));
      expect(digestOf(disk)).to.not.equal(digestOf(order.before));
    });
  }
});
