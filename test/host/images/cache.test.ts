import { expect } from "chai";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { ImageCache } from "../../../src/host/images/cache";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("ImageCache", () => {
  let dir: string;
  let cache: ImageCache;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "o2p-cache-"));
    cache = new ImageCache(join(dir, "images"));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it("gives back what was put there, and says where it came from", () => {
    cache.put({ "busybox": bytes("abc"), "modules/one.ko": bytes("") }, { packages: ["busybox-static_1.deb"] });
    expect(Buffer.from(cache.read("busybox", "again")).toString()).to.equal("abc");
    expect(cache.has("modules/one.ko")).to.equal(true);
    expect(cache.entry("busybox")).to.deep.equal({ // FIPS 180-2, appendix B.1
      packages: ["busybox-static_1.deb"], size: 3, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    });
  });

  it("keeps what was there before", () => {
    cache.put({ linux: bytes("1") }, { packages: [] });
    cache.put({ busybox: bytes("2") }, { packages: [] });
    expect([cache.has("linux"), cache.has("busybox")]).to.deep.equal([true, true]);
    expect(readdirSync(cache.at()).sort()).to.deep.equal(["busybox", "linux", "manifest.json"]);
  });

  it("does not give what has changed", () => {
    cache.put({ linux: bytes("kernel") }, { packages: [] });
    writeFileSync(cache.at("linux"), "kernol");
    expect(cache.has("linux")).to.equal(false);
    expect(() => cache.read("linux", "the command")).to.throw(UserFault, "linux is not what was brought there: run the command");
  });

  it("says what is not there", () => {
    expect(cache.has("linux")).to.equal(false);
    expect(() => cache.read("linux", "the command")).to.throw(UserFault, `linux is not in ${cache.at()}: run the command`);
    cache.put({ linux: bytes("kernel") }, { packages: [] });
    rmSync(cache.at("linux"));
    expect(() => cache.read("linux", "the command")).to.throw(UserFault, "linux is not in");
  });

  it("says that its manifest is broken", () => {
    cache.put({ linux: bytes("kernel") }, { packages: [] });
    writeFileSync(cache.at("manifest.json"), "{");
    expect(() => cache.has("linux")).to.throw(UserFault, "manifest.json cannot be read: delete it, and fetch the images again");
  });
});
