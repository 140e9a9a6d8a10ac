import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { parseDiskOption } from "../../../src/host/disk/disk-option";
import { lockFile } from "../../../src/host/disk/file-lock";
import { FileDisk, type OpenDisk, openDisk } from "../../../src/host/disk/node-disk";
import { DiskError } from "../../../src/machine/devices/virtio/disk";

const options = [
  // text                 file                mode
  ["disk.img",            "disk.img",         "read-write"],
  ["disk.img,readonly",   "disk.img",         "readonly"],
  ["disk.img,snapshot",   "disk.img",         "snapshot"],
  ["a,b.img,snapshot",    "a,b.img",          "snapshot"],
  ["a,b.img",             "a,b.img",          "read-write"],
] as const;

describe("--disk", () => {
  for (const [text, file, mode] of options) {
    it(text, () => { expect(parseDiskOption(text)).to.deep.equal({ file, mode }); });
  }
});

describe("a disk that is a file", () => {
  let dir: string;
  let path: string;
  const open: OpenDisk[] = [];
  before(() => { dir = mkdtempSync(join(tmpdir(), "o2p-disk-")); });
  after(() => rmSync(dir, { recursive: true }));
  beforeEach(() => {
    path = join(dir, "disk.img");
    writeFileSync(path, Buffer.alloc(4096, 0xaa));
  });
  afterEach(() => { for (const each of open.splice(0)) each.close(); });
  const opened = (option: string): OpenDisk["disk"] => {
    open.push(openDisk(option));
    return open.at(-1)!.disk;
  };
  const read = (disk: OpenDisk["disk"], offset: number, length: number): string => {
    const into = new Uint8Array(length);
    disk.read(offset, into);
    return Buffer.from(into).toString("hex");
  };
  const locks = (): string[] => readdirSync(tmpdir()).filter((name) => name === `o2p-disk-${statSync(path).dev}-${statSync(path).ino}.lock`);

  it("reads, writes and flushes", () => {
    const disk = opened(path);
    expect([disk.bytes, disk.isReadOnly]).to.deep.equal([4096, false]);
    disk.write(510, Uint8Array.of(1, 2, 3, 4));
    disk.flush();
    disk.discard(0, 4096);
    expect(read(disk, 509, 6)).to.equal("aa01020304aa");
    expect(readFileSync(path).subarray(509, 515).toString("hex")).to.equal("aa01020304aa");
  });

  it("can be read only", () => {
    const disk = opened(`${path},readonly`);
    expect(disk.isReadOnly).to.be.true;
    expect(() => { disk.write(0, Uint8Array.of(1)); }).to.throw(DiskError);
  });

  it("can be a snapshot: what is written is forgotten", () => {
    const disk = opened(`${path},snapshot`);
    disk.write(0, Uint8Array.of(1, 2));
    expect(disk.isReadOnly).to.be.false;
    expect(read(disk, 0, 3)).to.equal("0102aa");
    expect(readFileSync(path)[0]).to.equal(0xaa);
  });

  it("has an error where the file has become shorter", () => {
    const disk = opened(path);
    truncateSync(path, 1024);
    expect(() => read(disk, 1000, 100)).to.throw(DiskError, "the file has become shorter");
  });

  it("is written to by one machine at a time, whatever it is called", () => {
    opened(path);
    const other = join(dir, "other.img");
    linkSync(path, other);
    expect(() => openDisk(other)).to.throw(UserFault, `${other}: process ${process.pid} writes to it; end that, or add ,snapshot or ,readonly`);
    opened(`${other},snapshot`);
    rmSync(other);
    expect(locks()).to.have.length(1);
    open.shift()!.close();
    expect(locks()).to.have.length(0);
    opened(path);
  });

  it("is free again when the process has been killed that wrote to it", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => undefined, 1000)"]);
    writeFileSync(join(tmpdir(), `o2p-disk-${statSync(path).dev}-${statSync(path).ino}.lock`), String(child.pid));
    expect(lockFile(statSync(path))).to.equal(child.pid);
    child.kill("SIGKILL");
    await once(child, "exit");
    opened(path);
  });

  it("says in a line that it cannot leave its note", () => {
    const { dev, ino } = statSync(path);
    const note = join(tmpdir(), `o2p-disk-${dev}-${ino}.lock`);
    mkdirSync(note);
    try {
      expect(() => openDisk(path)).to.throw(UserFault, `${note}: cannot be kept (EISDIR): it says who writes to a disk; remove it, or add ,snapshot or ,readonly`);
    } finally {
      rmSync(note, { recursive: true });
    }
  });

  it("does not wait for the other end of a pipe", () => {
    const pipe = join(dir, "pipe");
    spawnSync("mkfifo", [pipe]);
    expect(() => openDisk(`${pipe},readonly`)).to.throw(UserFault, `${pipe}: is no file; a disk is one`);
  });

  const bad = [
    // what            made by                                                      said
    ["nowhere.img",    () => undefined,                                             "no such file"],
    ["folder",         (name: string) => { mkdirSync(name); },                      "is a directory"],
    ["empty.img",      (name: string) => { writeFileSync(name, ""); },              "is empty; give the disk a size, with truncate -s 64M for example"],
    ["odd.img",        (name: string) => { writeFileSync(name, Buffer.alloc(513)); }, "has 513 bytes, which are no blocks of 512; make it larger with truncate -s %512"],
  ] as const;
  for (const [name, make, message] of bad) {
    it(`says in a line what is wrong with ${name}`, () => {
      const bad = join(dir, name);
      make(bad);
      expect(() => new FileDisk(bad, false)).to.throw(UserFault, `${bad}: ${message}`);
    });
  }
});
