import { expect } from "chai";
import fc from "fast-check";
import { snapshotIn, withSnapshot } from "../../../../src/site/widgets/computer/snapshot-link";

const page = "https://course.example/prefix/machine/?x=1#old";

describe("a snapshot in a link", () => {
  it("is what was put in", () => fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
    const link = new URL(withSnapshot(page, bytes));
    expect(link.pathname + link.search).to.equal("/prefix/machine/?x=1");
    expect([...snapshotIn(link.hash)!]).to.deep.equal([...bytes]);
  })));

  it("is base64 as RFC 4648 has it for addresses", () => {
    expect(withSnapshot("https://c.example/", Uint8Array.of(0xfb, 0xef, 0xff, 0x01))).to.equal("https://c.example/#snapshot=--__AQ");
  });

  const none = ["", "#other", "#snapshot=a", "#snapshot=%%%%", "#snapshot=ab cd"];
  for (const hash of none) {
    it(`is not in ${JSON.stringify(hash)}`, () => expect(snapshotIn(hash)).to.equal(undefined));
  }
});
