// map, unmap and protect on the machine itself, against a model of pieces: AT's answers, loads, stores
// and jumps; and a mistake in them, which must be found. (Many more: compare-operations.ts,
// find-mistakes.ts.)

import { expect } from "chai";
import { hasQemu, QEMU, runOnQemu } from "../../compiler/machines";
import { itWith } from "../../installed";
import { isFound, MISTAKES } from "./mistakes";
import { faultless, OperationImages, withoutDigest } from "./operations";
import { runWatched } from "./table-watch";

const ON_BOARD = 200;
const ON_QEMU = 2000;
/** Another one than the long run's. */
const SEED = 1000;

describe("random operations on the kernel's tables", function () {
  this.timeout(300_000);
  let images: OperationImages;

  before(() => { images = new OperationImages(); });

  it(`${ON_BOARD} on our board, nothing ever writable and executable, and the same answers on QEMU`, () => {
    const image = images.of(ON_BOARD, SEED);
    const { printed, violations, dangerous, looks } = runWatched(image);
    expect(withoutDigest(printed)).to.equal(faultless(ON_BOARD));
    expect(violations).to.deep.equal([]);
    expect([looks > 0, dangerous]).to.deep.equal([true, 0]);
    if (hasQemu()) expect(runOnQemu(image)).to.equal(printed);
  });

  itWith(QEMU)(`${ON_QEMU} on QEMU`, () => {
    expect(withoutDigest(runOnQemu(images.of(ON_QEMU, SEED)))).to.equal(faultless(ON_QEMU));
  });

  it(`a mistake is found: ${MISTAKES[0]!.what}`, () => {
    expect(isFound(MISTAKES[0]!)).to.equal(true);
  });
});
