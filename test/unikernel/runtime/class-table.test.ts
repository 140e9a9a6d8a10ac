// The runtime's constants against the layout that the compiler reads too.

import { expect } from "chai";
import { BUILT_IN, SHAPES } from "../../../src/formats/objects/layout";
import { CLASS, SHAPE } from "../../../src/unikernel/runtime/built-in";

describe("built-in classes of the runtime", () => {
  it("have the numbers of the layout", () => {
    for (const [name, number] of Object.entries(CLASS)) {
      const spelt = name.replace(/^arrayOf(\w+)/, (_, of: string) => `array of ${of.toLowerCase()}`);
      expect(BUILT_IN[number], name).to.equal(spelt);
    }
  });

  it("and so have the shapes", () => {
    for (const [name, number] of Object.entries(SHAPE)) expect(SHAPES[number]).to.equal(name);
  });
});
