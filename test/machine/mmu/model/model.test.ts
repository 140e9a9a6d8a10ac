// The model itself, held to QEMU: what AT says of addresses in worlds, recorded (qemu/record.ts).

import { expect } from "chai";
import { differences, questionOf } from "./qemu/questions";
import { inputsHash, readRecording } from "./qemu/recording";

describe("The model of translation", () => {
  const worlds = readRecording();

  it("is asked what QEMU was asked", () => {
    expect(worlds.filter(({ seed, inputs, answers }) => inputsHash(questionOf(seed, answers.length)) !== inputs))
      .to.deep.equal([], "run: npx ts-node test/machine/mmu/model/qemu/record.ts");
  });

  it("says of every address what QEMU's AT says", () => {
    const wrong = worlds.flatMap(({ seed, answers }) => {
      const { world, addresses } = questionOf(seed, answers.length);
      return addresses.flatMap((address, i) => differences(world, address, answers[i]!).map((line) => `world ${seed}: ${line}`));
    });
    expect(wrong).to.deep.equal([]);
    expect(worlds.flatMap(({ answers }) => answers)).to.have.lengthOf(2000);
  });
});
