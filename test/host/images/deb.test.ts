import { expect } from "chai";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { withPackage } from "../../../src/host/images/deb";

/** By Debian's dpkg-deb 1.21: two files, of which one has a name too long for a tar header, directories and a link. */
const TINY = join(__dirname, "recorded", "tiny.deb");
const LONG = "./usr/share/a-directory-with-a-name-that-is-long/and-another-one-below-it-which-makes-the-path-longer/than-the-field/contents";

describe("withPackage", () => {
  let dir: string;
  let scratch: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), "o2p-deb-"));
    scratch = join(dir, "scratch");
  });
  after(() => rmSync(dir, { recursive: true }));
  afterEach(() => expect(existsSync(scratch), "the scratch file is left").to.equal(false));

  const file = (bytes: Uint8Array): string => {
    const path = join(dir, "bad.deb");
    writeFileSync(path, bytes);
    return path;
  };

  it("finds the files, and what is in them", () => {
    const found = withPackage(TINY, scratch, ({ files, contents }) => files.map((each) => [each.name, Buffer.from(contents(each)).toString()]));
    expect(found).to.deep.equal([["./usr/hello", "hello\n"], [LONG, "x".repeat(600)]]);
  });

  const whole = readFileSync(TINY);
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["a text",                 Buffer.from("hello\n"),                                      "is not a whole Debian package"],
    ["half a package",         whole.subarray(0, 600),                                      "is not a whole Debian package"],
    ["another ar archive",     Buffer.from("!<arch>\n"),                                    "is not a whole Debian package"],
    ["an unknown compression", Buffer.from(whole.toString("latin1").replace("data.tar.gz", "data.tar.qq"), "latin1"), "data.tar.qq is compressed in a way that is not known here"],
    ["bad compressed data",    Buffer.from(whole).fill(0x55, 500, 700),                     "gzip cannot unpack it: "],
  ];
  for (const [what, bytes, message] of cases) {
    it(`says what is wrong with ${what}`, () => {
      expect(() => withPackage(file(bytes), scratch, () => undefined)).to.throw(UserFault, `bad.deb: ${message}`);
    });
  }
});
