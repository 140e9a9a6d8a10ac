// One round of what has an answer that somebody else knows, on bare machines. Whether all programs come to the same
// everywhere, npm run bench:engines asks each time.

import { expect } from "chai";
import { crc32 } from "node:zlib";
import { isInstalled, itWith } from "../../installed";
import { Workshop } from "./build";
import { machine, type MachineName, runGuest } from "./machines";

const GCC = "aarch64-linux-gnu-gcc";

const BYTES = Uint8Array.from({ length: 65536 }, (_, i) => (i === 0 ? 0 : i * 7 + 3));

const CASES = [
  // program  the first round's answer, by whom
  ["fib",     46368],        // F(24): OEIS A000045
  ["sieve",   9592],         // primes below 10^5: OEIS A006880
  ["crc32",   crc32(BYTES)], // zlib
] as const;

describe("bench/engines/programs", () => {
  let workshop: Workshop;
  before(() => { workshop = new Workshop(); });
  after(() => { workshop.remove(); });

  async function answer(name: string, on: MachineName): Promise<string> {
    const { architecture } = machine(on);
    await workshop.compile(name, architecture);
    const passes = await runGuest(machine(on), await workshop.image(name, architecture, [1]));
    return passes[0]!.checksum;
  }

  for (const [name, expected] of CASES) {
    itWith(GCC)(`${name} is right on our board`, async () => {
      expect(await answer(name, "interpreter")).to.equal(expected.toString(16).padStart(8, "0"));
    });
  }

  itWith("qemu-system-aarch64", isInstalled("qemu-system-aarch64") && isInstalled(GCC))("the same image runs on QEMU", async () => {
    expect(await answer("fib", "qemu")).to.equal("0000b520");
  });

  itWith("gcc", process.arch === "x64" && isInstalled("gcc"))("its twin runs on v86", async () => {
    expect(await answer("fib", "v86")).to.equal("0000b520");
  });
});
