import { expect } from "chai";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { o2p } from "./o2p";

describe("o2p images", () => {
  const before_ = { O2P_CACHE: process.env["O2P_CACHE"], PATH: process.env["PATH"] };
  let dir: string;
  let cache: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "o2p-images-"));
    cache = join(dir, "cache");
    process.env["O2P_CACHE"] = cache;
  });
  afterEach(() => {
    for (const [name, value] of Object.entries(before_)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    rmSync(dir, { recursive: true });
  });

  it("list says what is not there", () => {
    expect(o2p(["images", "list"])).to.deep.equal({
      status: 0, stderr: "", stdout: "linux      not here\ninitramfs  not here\nu-boot     not here\nbusybox    not here\n",
    });
  });

  it("path says how to bring what is not there", () => {
    expect(o2p(["images", "path", "initramfs"])).to.deep.equal({
      status: 2, stdout: "", stderr: `o2p: initramfs.cpio.gz is not in ${cache}: run npx o2p images fetch linux\n`,
    });
  });

  it("knows its images", () => {
    const { status, stderr } = o2p(["images", "fetch", "windows"]);
    expect({ status, stderr }).to.deep.equal({ status: 2, stderr: "o2p: command-argument value 'windows' is invalid for argument 'name'. Give one of linux, u-boot, busybox.\n" });
  });

  describe("fetch, where there is no apt", () => {
    /** dpkg-deb -Zgzip, of a package with one file. */
    const TINY = join(__dirname, "..", "host", "images", "recorded", "tiny.deb");
    beforeEach(() => {
      const programs = join(dir, "programs");
      mkdirSync(programs);
      symlinkSync("/bin/gzip", join(programs, "gzip"));
      process.env["PATH"] = programs;
    });

    const packages = [
      ["u-boot",  "download u-boot-qemu (Debian 12; arm64 or all)"],
      ["busybox", "download busybox-static (Debian 12; arm64 or all)"],
      ["linux",   "download the package linux-image-... that linux-image-arm64 (Debian 12; arm64) depends on"],
    ] as const;
    for (const [name, what] of packages) {
      it(`says what to download for ${name}, and where to put it`, () => {
        const { status, stdout, stderr } = o2p(["images", "fetch", name]);
        expect({ status, stdout }).to.deep.equal({ status: 2, stdout: "" });
        expect(stderr).to.contain(`o2p: there is no apt here: ${what} from Debian's package archive into ${cache}/packages, and try again\n`);
      });
    }

    it("takes apart what was put there, and says what is missing in it", () => {
      mkdirSync(join(cache, "packages"), { recursive: true });
      const deb = join(cache, "packages", "u-boot-qemu_1_all.deb");
      copyFileSync(TINY, deb);
      const { status, stderr } = o2p(["images", "fetch", "u-boot"]);
      expect(status).to.equal(2);
      expect(stderr).to.contain(`o2p: ${deb}: has no file that matches`);
    });
  });

  it("fetch passes on why apt cannot bring it", () => {
    const programs = join(dir, "programs");
    mkdirSync(programs);
    writeFileSync(join(programs, "apt-get"), "#!/bin/sh\n[ $1 = --version ] && exit\necho 'W: slow' >&2; echo 'E: the network is down' >&2; exit 100\n");
    chmodSync(join(programs, "apt-get"), 0o755);
    process.env["PATH"] = `${programs}:/bin`;
    expect(o2p(["images", "fetch", "u-boot"])).to.deep.equal({ status: 2, stdout: "", stderr: "o2p: apt-get update failed: the network is down\n" });
  });
});
