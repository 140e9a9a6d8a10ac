// The block device: Virtual I/O Device (VIRTIO) Version 1.2, section 5.2.6. Statuses of what it
// leaves open are QEMU's.

import { expect } from "chai";
import { VirtioBlock } from "../../../../src/machine/devices/virtio/block";
import { type Disk, DiskError, MemoryDisk, OverlayDisk } from "../../../../src/machine/devices/virtio/disk";
import { Driver, type Piece } from "./driver";

const OK = 0;
const IOERR = 1;
const UNSUPP = 2;

const SECTORS = 64;

/** Sector n is full of n. */
const content = (): Uint8Array => Uint8Array.from({ length: 512 * SECTORS }, (_, at) => Math.floor(at / 512));

function header(type: number, sector: number | bigint = 0): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, type, true);
  view.setUint32(4, 0xffff_ffff, true); // reserved: the device ignores it
  view.setBigUint64(8, BigInt(sector), true);
  return new Uint8Array(view.buffer);
}

function segment(sector: number | bigint, sectors: number, flags = 0): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  view.setBigUint64(0, BigInt(sector), true);
  view.setUint32(8, sectors, true);
  view.setUint32(12, flags, true);
  return new Uint8Array(view.buffer);
}

const filled = (length: number, byte: number): Uint8Array => new Uint8Array(length).fill(byte);

class Rig {
  readonly driver: Driver;
  readonly bytes: Uint8Array;

  constructor({ isReadOnly = false, disk }: { isReadOnly?: boolean; disk?: Disk } = {}) {
    this.bytes = content();
    this.driver = new Driver(new VirtioBlock({ disk: disk ?? new MemoryDisk(this.bytes, isReadOnly), serial: "o2p-0001" }), { size: 16 }).begin();
  }

  /** Posts a request: its status, and the rooms it has filled. The status is the last byte of the last room. */
  request(...pieces: readonly Piece[]): { status: number; rooms: readonly Uint8Array[] } {
    this.driver.recycle();
    const at = this.driver.post(0, ...pieces);
    const total = pieces.reduce<number>((sum, piece) => sum + (typeof piece === "number" ? piece : 0), 0);
    expect(this.driver.takeUsed(0).map(({ len }) => len)).to.deep.equal([total]);
    const rooms = pieces.flatMap((piece, i) => typeof piece === "number" ? [this.driver.bytesAt(at[i]!, piece)] : []);
    return { status: rooms.at(-1)!.at(-1)!, rooms };
  }
}

describe("virtio-blk", () => {
  describe("requests", () => {
    const rows: readonly (readonly [string, readonly Piece[], number])[] = [
      ["IN, one sector", [header(0, 5), 512, 1], OK],
      ["IN, the last one", [header(0, 63), 512, 1], OK],
      ["IN, all of them", [header(0, 0), 512 * 64, 1], OK],
      ["IN of nothing", [header(0, 5), 1], OK],
      ["IN of nothing at the end", [header(0, 64), 1], OK],
      ["IN behind the end", [header(0, 64), 512, 1], IOERR],
      ["IN across the end", [header(0, 63), 1024, 1], IOERR],
      ["IN of nothing behind the end", [header(0, 65), 1], IOERR],
      ["IN at the last sector there can be", [header(0, 0xffff_ffff_ffff_ffffn), 512, 1], IOERR],
      ["IN of half a sector", [header(0, 5), 256, 1], IOERR],
      ["OUT, one sector", [header(1, 5), filled(512, 0xaa), 1], OK],
      ["OUT of nothing", [header(1, 5), 1], OK],
      ["OUT behind the end", [header(1, 64), filled(512, 0xaa), 1], IOERR],
      ["OUT across the end", [header(1, 63), filled(1024, 0xaa), 1], IOERR],
      ["OUT of a sector and a half", [header(1, 5), filled(768, 0xaa), 1], IOERR],
      ["FLUSH", [header(4), 1], OK],
      ["GET_ID", [header(8), 20, 1], OK],
      ["GET_ID into less", [header(8), 4, 1], OK],
      ["GET_ID into nothing", [header(8), 1], OK],
      ["DISCARD", [header(11), segment(8, 8), 1], OK],
      ["DISCARD of nothing", [header(11), segment(8, 0), 1], OK],
      ["DISCARD across the end", [header(11), segment(60, 8), 1], IOERR],
      ["DISCARD of more than max_discard_sectors", [header(11), segment(0, 0x40_0000), 1], IOERR],
      ["DISCARD with UNMAP (5.2.6.2)", [header(11), segment(8, 8, 1), 1], UNSUPP],
      ["DISCARD with a flag that nobody knows (5.2.6.2)", [header(11), segment(8, 8, 2), 1], UNSUPP],
      ["DISCARD of two segments", [header(11), segment(8, 8), segment(24, 8), 1], UNSUPP],
      ["WRITE_ZEROES", [header(13), segment(8, 8), 1], OK],
      ["WRITE_ZEROES with UNMAP", [header(13), segment(8, 8, 1), 1], OK],
      ["WRITE_ZEROES with a flag that nobody knows", [header(13), segment(8, 8, 3), 1], UNSUPP],
      ["WRITE_ZEROES across the end", [header(13), segment(63, 2), 1], IOERR],
      ["a type that there is not", [header(99), 512, 1], UNSUPP],
      ["SECURE_ERASE, which is not offered", [header(14), segment(8, 8), 1], UNSUPP],
    ];
    for (const [title, pieces, status] of rows) {
      it(`${title}: ${["OK", "IOERR", "UNSUPP"][status]!}`, () => {
        expect(new Rig().request(...pieces).status).to.equal(status);
      });
    }
  });

  it("reads into as many buffers as the driver likes, cut anywhere (2.7.4.2)", () => {
    const { status, rooms } = new Rig().request(header(0, 5), 3, 600, 421, 1);
    expect(status).to.equal(OK);
    const all = rooms.flatMap((room) => [...room]).slice(0, 1024);
    expect(all).to.deep.equal([...filled(512, 5), ...filled(512, 6)]);
  });

  it("finds a header in pieces, and a status behind data in one buffer", () => {
    const whole = header(0, 9);
    const { status, rooms } = new Rig().request(whole.slice(0, 3), whole.slice(3, 9), whole.slice(9), 513);
    expect(status).to.equal(OK);
    expect(rooms[0]!.subarray(0, 512)).to.deep.equal(filled(512, 9));
  });

  it("writes", () => {
    const rig = new Rig();
    rig.request(header(1, 5), filled(100, 0xaa), filled(924, 0xbb), 1);
    const expected = content();
    expected.fill(0xaa, 5 * 512, 5 * 512 + 100).fill(0xbb, 5 * 512 + 100, 7 * 512);
    expect(rig.bytes).to.deep.equal(expected);
  });

  for (const [title, type] of [["OUT", 1], ["DISCARD", 11], ["WRITE_ZEROES", 13]] as const) {
    it(`changes nothing on a disk that cannot be written: ${title} (5.2.6.2)`, () => {
      const rig = new Rig({ isReadOnly: true });
      const data = type === 1 ? filled(512, 0xaa) : segment(8, 8);
      expect(rig.request(header(type, 5), data, 1).status).to.equal(IOERR);
      expect(rig.bytes).to.deep.equal(content());
    });
  }

  it("clears with WRITE_ZEROES, and nothing beside", () => {
    const rig = new Rig();
    rig.request(header(13), segment(8, 8), 1);
    expect(rig.bytes).to.deep.equal(content().fill(0, 8 * 512, 16 * 512));
  });

  it("answers GET_ID with its serial number, ended by a zero (5.2.6)", () => {
    const { rooms } = new Rig().request(header(8), 20, 1);
    expect([...rooms[0]!.subarray(0, 10)]).to.deep.equal([..."o2p-0001"].map((c) => c.charCodeAt(0)).concat(0, 0xee));
  });

  it("writes 256 KiB, which are several pieces", () => {
    const disk = new MemoryDisk(new Uint8Array(1 << 18));
    const data = Uint8Array.from({ length: 1 << 18 }, (_, at) => at >> 11);
    new Rig({ disk }).request(header(1), data.subarray(0, 100_000), data.subarray(100_000), 1);
    const written = new Uint8Array(1 << 18);
    disk.read(0, written);
    expect(Buffer.compare(written, data)).to.equal(0);
  });

  it("leaves the status alone when an id does not fit", () => {
    const { rooms } = new Rig().request(header(8), 4, 1);
    expect([...rooms[0]!, ...rooms[1]!]).to.deep.equal([0x6f, 0x32, 0x70, 0x2d, 0]);
  });

  it("copies 256 KiB, which are several pieces, in one request", () => {
    const big = new MemoryDisk(new Uint8Array(1 << 18).fill(3));
    const rig = new Rig({ disk: big });
    const { status, rooms } = rig.request(header(0, 0), 1 << 18, 1);
    expect(status).to.equal(OK);
    expect(rooms[0]!.every((byte) => byte === 3)).to.equal(true);
  });

  describe("a chain that is no request is the end (QEMU)", () => {
    const rows: readonly (readonly [string, readonly Piece[], string])[] = [
      ["no room for the status", [header(4)], "a request without room for its status"],
      ["nothing to read", [513], "a request without its header"],
      ["half a header", [header(0).slice(0, 15), 513], "a request without its header"],
      ["half a segment", [header(11), segment(8, 8).slice(0, 8), 1], "half a segment"],
      ["no segment", [header(13), 1], "half a segment"],
    ];
    for (const [title, pieces, fault] of rows) {
      it(title, () => {
        const { driver } = new Rig();
        driver.post(0, ...pieces);
        expect([driver.status, driver.device.fault, driver.takeUsed(0)]).to.deep.equal([0x4f, fault, []]);
      });
    }
  });

  it("touches nothing in RAM from then on", () => {
    const driver = new Driver(new VirtioBlock({ disk: new MemoryDisk(content()) })).begin(29);
    driver.post(0, header(4));
    expect([driver.status, driver.availEvent(0)]).to.deep.equal([0x4f, 1]);
  });

  it("turns the disk's failure into IOERR, and nobody else's", () => {
    const failing = (error: Error): Disk => ({
      bytes: 512 * SECTORS, isReadOnly: false,
      read: () => { throw error; }, write: () => { throw error; }, flush: () => { throw error; }, discard: () => { throw error; },
    });
    const requests: readonly (readonly Piece[])[] = [
      [header(0), 512, 1], [header(1), filled(512, 0), 1], [header(4), 1], [header(11), segment(0, 1), 1], [header(13), segment(0, 1), 1],
    ];
    const rig = new Rig({ disk: failing(new DiskError("gone")) });
    for (const pieces of requests) expect(rig.request(...pieces).status).to.equal(IOERR);
    expect(() => new Rig({ disk: failing(new RangeError("ours")) }).request(...requests[0]!)).to.throw("ours");
  });
});

describe("OverlayDisk", () => {
  const overlaid = (): { below: Uint8Array; disk: OverlayDisk } => {
    const below = content();
    return { below, disk: new OverlayDisk(new MemoryDisk(below, true)) };
  };
  const read = (disk: Disk, offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    disk.read(offset, bytes);
    return bytes;
  };

  it("reads through, and keeps what is written to itself", () => {
    const { below, disk } = overlaid();
    expect(disk.isReadOnly).to.equal(false);
    disk.write(4000, filled(200, 0xaa));
    expect(below).to.deep.equal(content());
    expect(read(disk, 0, disk.bytes)).to.deep.equal(content().fill(0xaa, 4000, 4200));
    expect(disk.save().map(([page]) => page)).to.deep.equal([0, 1]);
  });

  it("holds half a page where the disk ends in one", () => {
    const disk = new OverlayDisk(new MemoryDisk(new Uint8Array(5 * 512).fill(1)));
    disk.write(4 * 512, filled(512, 2));
    disk.write(9 * 256, filled(256, 3));
    expect(read(disk, 0, 2560)).to.deep.equal(filled(2560, 1).fill(2, 2048, 2304).fill(3, 2304));
  });

  it("gives up whole pages that are discarded", () => {
    const { disk } = overlaid();
    disk.write(0, filled(3 * 4096, 0xaa));
    disk.discard(2048, 8192);
    expect(disk.save().map(([page]) => page)).to.deep.equal([0, 2]);
  });

  it("is restored to what was saved, however it went on", () => {
    const { disk } = overlaid();
    disk.write(0, filled(512, 0xaa));
    const state = disk.save();
    disk.write(0, filled(512, 0xbb));
    disk.write(8192, filled(512, 0xbb));
    disk.restore(state);
    disk.write(512, filled(512, 0xcc));
    expect(read(disk, 0, disk.bytes)).to.deep.equal(content().fill(0xaa, 0, 512).fill(0xcc, 512, 1024));
    disk.restore(state);
    expect(read(disk, 0, disk.bytes)).to.deep.equal(content().fill(0xaa, 0, 512));
  });

  it("copies a page that it has saved when it is written again, and no other", () => {
    const { disk } = overlaid();
    disk.write(0, filled(8192, 0xaa));
    const first = disk.save();
    disk.write(0, filled(512, 0xbb));
    const second = disk.save();
    expect(first.map(([page, copy]) => [page, copy[0]])).to.deep.equal([[0, 0xaa], [1, 0xaa]]);
    expect(first.map(([, copy], i) => copy === second[i]![1])).to.deep.equal([false, true]);
  });

  it("keeps no more than it may: the rest is an I/O error", () => {
    const disk = new OverlayDisk(new MemoryDisk(content()), 2 * 4096);
    disk.write(0, filled(8192, 0xaa));
    expect(() => { disk.write(8192, filled(512, 0xbb)); }).to.throw(DiskError, "more is written than is kept");
    disk.write(4096, filled(512, 0xbb));
    disk.discard(0, 4096);
    disk.write(8192, filled(512, 0xbb));
    expect(disk.save().map(([page]) => page)).to.deep.equal([1, 2]);
  });
});
