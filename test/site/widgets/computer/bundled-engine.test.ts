// The page's machine comes as one file, bundled apart from the pages: the engine must make the same modules there.

import { expect } from "chai";
import { runInNewContext } from "node:vm";
import { bundle, closureOf } from "../../../../src/course/judge/node/bundle";
import * as dispatcher from "../../../../src/machine/jit/dispatcher";

describe("the engine in the page's Worker", () => {
  it("makes the modules that it makes here, and V8 takes them", () => {
    const bundled = runInNewContext(bundle(closureOf("src/machine/jit/dispatcher.ts"))) as typeof dispatcher;
    const made = Uint8Array.from(bundled.dispatcherModule(false));
    expect(made).to.deep.equal(dispatcher.dispatcherModule(false));
    expect(WebAssembly.validate(made)).to.equal(true);
  });
});
