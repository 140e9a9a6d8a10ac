// Two translations of the same manual, written apart: src/machine/mmu, and the model, which QEMU agrees with
// (model/model.test.ts). `npm run test:long` has more addresses.

import { expect } from "chai";
import type { MmuParts } from "../../../src/machine/mmu/parts";
import { STANDARD_MMU_PARTS as ours } from "../../../src/machine/mmu/standard-parts";
import { compareTranslations } from "./agreement";

const ADDRESSES = 5000;

describe("An MMU in a random world", () => {
  it("maps what the model maps, and faults where it faults", () => {
    const { addresses, differences, outcomes } = compareTranslations(ADDRESSES, 1);
    expect(differences).to.deep.equal([]);
    expect(addresses).to.equal(ADDRESSES);
    // Each way that a walk can end, at each level that it can end at.
    expect(Object.keys(outcomes).sort()).to.deep.equal([
      "access flag 1", "access flag 2", "access flag 3",
      "address size 0", "address size 1", "address size 2", "address size 3",
      "external 0", "external 1", "external 2", "external 3",
      "mapped 1", "mapped 2", "mapped 3", "mapped by no walk",
      "permission 1", "permission 2", "permission 3",
      "translation 0", "translation 1", "translation 2", "translation 3",
    ]);
  });

  const broken: readonly (readonly [what: string, parts: Partial<MmuParts>])[] = [
    ["takes any address for one of the range's", { isInRange: () => true }],
    ["knows no output size", { walk: (va, range, _, read, parts) => ours.walk(va, range, 48, read, parts) }],
    ["forgets what tables take away", { limited: (leaf) => leaf }],
    ["does not heed PAN", { permits: (leaf, request) => ours.permits(leaf, { ...request, PAN: false }) }],
    ["does not heed WXN", { permits: (leaf, request) => ours.permits(leaf, { ...request, WXN: false }) }],
    ["takes EL0 for EL1", { permits: (leaf, request) => ours.permits(leaf, { ...request, unprivileged: false }) }],
    ["keeps what a TLBI removes", { isInvalidated: () => false }],
    ["does not know address spaces apart", { tlbMatches: (entry, page) => ours.tlbMatches({ ...entry, asid: undefined }, page, 0) }],
    ["removes only a block's first page", {
      isInvalidated: (entry, invalidation) => ours.isInvalidated({ ...entry, pages: 1 }, invalidation),
    }],
    ["has 0 for every fault", { faultStatus: () => 0 }],
  ];
  for (const [what, parts] of broken) {
    it(`is told from one that ${what}`, () => {
      expect(compareTranslations(ADDRESSES, 1, { ...ours, ...parts }).differences).to.not.deep.equal([]);
    });
  }
});
