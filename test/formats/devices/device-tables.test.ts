// The tables of devices' registers in themselves, and the masks beside them.

import { expect } from "chai";
import { PL011, UARTCR, UARTDR, UARTFR, UARTINT, UARTLCR_H } from "../../../src/formats/devices/pl011";
import { PL031 } from "../../../src/formats/devices/pl031";
import { PL061 } from "../../../src/formats/devices/pl061";
import type { DeviceRegister, DeviceRegisters } from "../../../src/formats/devices/register";

const TABLES: readonly (readonly [string, DeviceRegisters])[] = [["PL011", PL011], ["PL031", PL031], ["PL061", PL061]];

/** "7:4" as 0xf0. */
function maskOf(bits: string): number {
  const [high, low = high] = bits.split(":").map(Number);
  return 2 ** (high! + 1) - 2 ** low!;
}

const masksOf = (row: DeviceRegister): Record<string, number> =>
  Object.fromEntries((row.fields ?? []).map(([bits, name]) => [name, maskOf(bits)]));

describe("device registers", () => {
  for (const [device, table] of TABLES) {
    it(`of the ${device} have fields that do not overlap, from the highest down`, () => {
      for (const [name, { fields = [] }] of Object.entries(table)) {
        let below = 2 ** 32;
        for (const [bits, field] of fields) {
          const mask = maskOf(bits);
          expect(mask, `${name}.${field}`).to.be.below(below);
          below = mask & -mask;
        }
      }
    });
  }

  const masks = [
    ["UARTFR", PL011.UARTFR, UARTFR], ["UARTLCR_H", PL011.UARTLCR_H, UARTLCR_H], ["UARTCR", PL011.UARTCR, UARTCR],
    ["UARTIMSC", PL011.UARTIMSC, UARTINT], ["UARTDR", PL011.UARTDR, UARTDR],
  ] as const;
  for (const [name, row, given] of masks) {
    it(`${name}: the masks are those of the fields`, () => {
      expect(given).to.deep.equal(masksOf(row));
    });
  }
});
