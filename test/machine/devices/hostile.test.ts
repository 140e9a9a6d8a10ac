import { expect } from "chai";
import { CfiFlash } from "../../../src/machine/devices/cfi-flash/cfi-flash";
import { FwCfg } from "../../../src/machine/devices/fw-cfg";
import { fwCfgItems } from "../../../src/machine/devices/fw-cfg-items";
import { Pl011 } from "../../../src/machine/devices/pl011/pl011";
import { Pl031 } from "../../../src/machine/devices/pl031";
import { Pl061 } from "../../../src/machine/devices/pl061";
import { attack, type Target } from "./hostile";
import { ramOf } from "./ram";

const ACCESSES = 100_000;
const MOST_GROWTH = 64 << 20;

const nothing = (): void => undefined;

const TARGETS: readonly Target[] = [
  { name: "PL011", size: 0x1000, make: () => new Pl011({ line: nothing, transmit: nothing }) },
  { name: "PL031", size: 0x1000, make: () => new Pl031({ line: nothing, now: () => 1_577_836_800 }) },
  { name: "PL061", size: 0x1000, make: () => new Pl061({ line: nothing }) },
  { name: "fw_cfg", size: 0x18, make: () => new FwCfg({ memory: ramOf(1 << 20), items: fwCfgItems({ cpus: 1 }) }) },
  { name: "flash, eight blocks of it", size: 0x20_0000, make: () => new CfiFlash() },
];

describe("a guest that writes anything anywhere", function () {
  this.timeout(20_000);

  for (const target of TARGETS) {
    it(`${target.name}: ${ACCESSES} accesses, and nothing grows`, () => {
      expect(attack(target, ACCESSES, 6)).to.be.below(MOST_GROWTH);
    });
  }
});
