// Every operation against the answers that QEMU gave (recorded/answers.txt, by record-with-qemu.ts).

import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "./operations";

const lines = readFileSync(join(__dirname, "recorded", "answers.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

describe("floating point, as QEMU has it", () => {
  for (const operation of operations()) {
    const recorded = lines.filter((line) => line.startsWith(`${operation.name} `));

    it(operation.name, () => {
      expect(recorded).not.to.be.empty;
      const ours = recorded.map((line) => {
        const asked = line.slice(0, line.indexOf(" ->"));
        const [fpcr, fpsr, x, y = 0n, z = 0n] = asked.split(" ").slice(1).map((digits) => BigInt(`0x${digits}`));
        const context = { fpcr: Number(fpcr), fpsr: Number(fpsr) };
        const result = operation.apply(context, x!, y, z);
        return `${asked} -> ${result.toString(16)} ${context.fpsr.toString(16)}`;
      });
      expect(ours).to.deep.equal(recorded);
    });
  }
});
