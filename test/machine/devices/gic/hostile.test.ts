import { expect } from "chai";
import type { Device } from "../../../../src/machine/devices/device";
import type { InterruptController } from "../../../../src/machine/devices/gic/controller";
import { GicV2 } from "../../../../src/machine/devices/gic/v2/gic-v2";
import { GicV3 } from "../../../../src/machine/devices/gic/v3/gic-v3";
import { READ_WRITE_REGISTERS } from "./interface-registers";
import { Random } from "../../../oracle/words";
import { attack, type Target } from "../hostile";

const ACCESSES = 100_000;
const MOST_GROWTH = 64 << 20;
const CPUS = 4;

/** Everything that the controller has on the bus, a part behind the other; each access is another CPU's. */
function together(make: (current: () => number) => InterruptController): Target {
  const parts = make(() => 0).mappings;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  return {
    name: "",
    size,
    make(): Device {
      let turn = 0;
      const gic = make(() => turn % CPUS);
      gic.line(1)(true);
      gic.privateLine(2, 27)(true);
      const at = (offset: number): { device: Device; offset: number } => {
        turn++;
        for (const { size: bytes, device } of gic.mappings) {
          if (offset < bytes) return { device, offset };
          offset -= bytes;
        }
        return { device: gic.mappings[0]!.device, offset: 0 };
      };
      return {
        read: (offset, bytes) => {
          const { device, offset: inside } = at(offset);
          return device.read(inside, bytes);
        },
        write: (offset, bytes, value) => {
          const { device, offset: inside } = at(offset);
          return device.write(inside, bytes, value);
        },
      };
    },
  };
}

describe("a guest that writes anything to an interrupt controller", function () {
  this.timeout(60_000);

  it(`GICv2: ${ACCESSES} accesses, and nothing grows`, () => {
    expect(attack(together((current) => new GicV2({ cpus: CPUS, current })), ACCESSES, 1)).to.be.below(MOST_GROWTH);
  });

  it(`GICv3: ${ACCESSES} accesses, and nothing grows`, () => {
    expect(attack(together(() => new GicV3({ cpus: CPUS })), ACCESSES, 2)).to.be.below(MOST_GROWTH);
  });

  it(`GICv3's system registers: ${ACCESSES} accesses, and what is read has 32 bits`, () => {
    const gic = new GicV3({ cpus: CPUS });
    const random = new Random(3);
    for (let i = 0; i < ACCESSES; i++) {
      const registers = gic.interruptInterface(random.below(CPUS));
      const name = READ_WRITE_REGISTERS[random.below(READ_WRITE_REGISTERS.length)]!;
      registers.writeRegister(name, (BigInt(random.next()) << 32n) | BigInt(random.next()));
      expect(registers.readRegister(name) >> 32n).to.equal(0n);
    }
  });
});
