// Every instruction against QEMU: recorded/qemu.txt, made by recorded/record.c.

import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hex } from "../../../../src/base/word";
import { INSTRUCTIONS } from "./instructions";

const RECORDED = join(__dirname, "recorded", "qemu.txt");

interface Case {
  readonly name: string;
  readonly operands: readonly bigint[];
  readonly result: bigint;
}

/** "AESE 64f0... 305f... = 189c..." */
function parse(line: string): Case {
  const [left, right] = line.split(" = ");
  const [name, ...operands] = left!.split(/ +/);
  return { name: name!, operands: operands.map((digits) => BigInt(`0x${digits}`)), result: BigInt(`0x${right}`) };
}

describe("the cryptographic instructions, recorded from QEMU", () => {
  const lines = readFileSync(RECORDED, "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const cases = lines.map(parse);

  it("are all there", () => {
    expect([...new Set(cases.map(({ name }) => name))].sort()).to.deep.equal(Object.keys(INSTRUCTIONS).sort());
  });

  for (const [name, instruction] of Object.entries(INSTRUCTIONS)) {
    it(name, () => {
      for (const { operands, result } of cases.filter((recorded) => recorded.name === name)) {
        const [a = 0n, b = 0n, c = 0n] = operands;
        expect(hex(instruction(a, b, c)), operands.map(hex).join(", ")).to.equal(hex(result));
      }
    });
  }
});
