// Debian's programs do here what they do under QEMU (recorded by record.ts).

import { expect } from "chai";
import { CASES } from "./cases";
import { ours } from "./outcome";
import { fetchedPackages } from "./programs";
import { readRecording } from "./recording";

describe("host/user: Debian's programs", () => {
  if (fetchedPackages() === undefined) {
    it("are not fetched (test/host/user/fetch-programs.ts): the tests without them have to do, but not in CI", () =>
      expect(process.env["CI"], "CI needs the programs").to.equal(undefined));
    return;
  }
  for (const each of CASES.filter(({ long }) => long !== true)) {
    it(`${each.name}: ${each.program} answers as under QEMU`, () => expect(ours(each)).to.deep.equal(readRecording(each)));
  }
});
