// A guest can never break the host, whatever it does to its system registers and page tables. `npm run test:long` tries
// more.

import { expect } from "chai";
import { runBadGuests, sendBadGuestsBack } from "./bad-guests";

const CASES = 1000;
const TRAVELLERS = 10;

describe("A guest with random page tables, vectors and system registers", () => {
  it("hurts nobody but itself, and does the same at any pace", () => {
    expect(runBadGuests(CASES, 1)).to.deep.equal([]);
  });

  it("does the same again when it is sent back in time", () => {
    expect(sendBadGuestsBack(TRAVELLERS, 1)).to.deep.equal([]);
  });
});
