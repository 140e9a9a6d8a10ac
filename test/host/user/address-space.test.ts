// Areas, rights, and pages that are copied when they are written.

import { expect } from "chai";
import { createMemory, PAGE } from "../../../src/machine/cpu/layout";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { AddressSpace, addressOf, PROT_EXEC, PROT_READ, PROT_WRITE } from "../../../src/host/user/address-space";
import { SystemError } from "../../../src/host/user/errors";
import { Frames, OutOfMemory } from "../../../src/host/user/frames";
import { UserMemory } from "../../../src/host/user/user-memory";

const FRAMES = 16;
const READ_WRITE = PROT_READ | PROT_WRITE;

interface World {
  readonly space: AddressSpace;
  readonly frames: Frames;
  readonly memory: UserMemory;
  readonly changes: () => number;
}

function world(): World {
  const size = FRAMES * PAGE;
  const frames = new Frames(new PhysicalMemory(createMemory(size), 0, size));
  let changes = 0;
  const space = new AddressSpace(frames, () => { changes++; });
  return { space, frames, memory: new UserMemory(space, frames), changes: () => changes };
}

/** "10-12 rw" for each area. */
const areas = (space: AddressSpace): string[] => space.areas.map(({ start, end, rights }) =>
  `${start}-${end} ${(rights & PROT_READ) === 0 ? "-" : "r"}${(rights & PROT_WRITE) === 0 ? "-" : "w"}${(rights & PROT_EXEC) === 0 ? "-" : "x"}`);

describe("host/user: an address space", () => {
  const shapes = [
    // what                                     done to 10-20 rw-                                                areas
    ["a hole in the middle",                    (s: AddressSpace) => { s.unmap(12, 3); },                       ["10-12 rw-", "15-20 rw-"]],
    ["what is unmapped need not be there",      (s: AddressSpace) => { s.unmap(5, 10); },                       ["15-20 rw-"]],
    ["other rights in the middle",              (s: AddressSpace) => { s.protect(12, 2, PROT_READ); },          ["10-12 rw-", "12-14 r--", "14-20 rw-"]],
    ["the same rights again: one area",         (s: AddressSpace) => { s.protect(12, 2, PROT_READ); s.protect(12, 2, READ_WRITE); }, ["10-20 rw-"]],
    ["rights beyond the end change nothing",    (s: AddressSpace) => { s.protect(18, 4, PROT_READ); },          ["10-20 rw-"]],
    ["a neighbour that is alike joins",         (s: AddressSpace) => { s.map(20, 2, READ_WRITE); },             ["10-22 rw-"]],
    ["what is mapped over another replaces it", (s: AddressSpace) => { s.map(8, 4, PROT_EXEC); },               ["8-12 --x", "12-20 rw-"]],
    ["pages that are moved keep their rights",  (s: AddressSpace) => { s.move(10, 3, 40); },                    ["13-20 rw-", "40-43 rw-"]],
  ] as const;

  for (const [what, change, expected] of shapes) {
    it(what, () => {
      const { space } = world();
      space.map(10, 10, READ_WRITE);
      change(space);
      expect(areas(space)).to.deep.equal(expected);
    });
  }

  const places = [
    // pages   below   found
    [5,        100,    95],
    [5,        60,     45], // 50-60 is taken.
    [20,       60,     30],
    [30,       60,     undefined], // 20-50 would fit, but for 25-30.
    [4,        29,     21], // 25-30 is in the way.
  ] as const;

  for (const [pages, below, found] of places) {
    it(`${pages} free pages below ${below}: ${found ?? "none"}`, () => {
      const { space } = world();
      space.map(50, 10, READ_WRITE);
      space.map(25, 5, READ_WRITE);
      expect(space.findFree(pages, below)).to.equal(found);
    });
  }

  it("a page has a frame when it is touched, and gives it back", () => {
    const { space, frames, memory } = world();
    space.map(10, 1000, READ_WRITE);
    expect(frames.free).to.equal(FRAMES);
    memory.write(addressOf(12) - 1n, Uint8Array.of(1, 2));
    expect(frames.free).to.equal(FRAMES - 2);
    space.unmap(12, 1);
    expect(frames.free).to.equal(FRAMES - 1);
    space.release();
    expect(frames.free).to.equal(FRAMES);
  });

  it("a frame that comes back is zero", () => {
    const { space, memory } = world();
    space.map(10, 1, READ_WRITE);
    memory.write(addressOf(10), Uint8Array.of(7));
    space.forget(10, 1);
    for (let page = 0; page < FRAMES; page++) {
      space.map(20 + page, 1, READ_WRITE);
      expect([...memory.read(addressOf(20 + page), 1)]).to.deep.equal([0]);
    }
  });

  it("after a fork, the first write makes a copy, and says that something changed", () => {
    const { space, frames, memory, changes } = world();
    space.map(10, 2, READ_WRITE);
    memory.write(addressOf(10), Uint8Array.of(1));
    const child = new UserMemory(space.fork(), frames);
    expect(frames.free, "nothing is copied yet").to.equal(FRAMES - 1);
    const before = changes();
    child.write(addressOf(10), Uint8Array.of(2));
    expect(changes()).to.be.greaterThan(before);
    expect([memory.read(addressOf(10), 1)[0], child.read(addressOf(10), 1)[0]]).to.deep.equal([1, 2]);
    memory.write(addressOf(10), Uint8Array.of(3));
    expect(child.read(addressOf(10), 1)[0]).to.equal(2);
    expect(frames.free, "the last user of a frame keeps it").to.equal(FRAMES - 2);
  });

  it("a shared area is one in both, touched before the fork or not", () => {
    const { space, frames, memory } = world();
    space.map(10, 1, READ_WRITE, true);
    const child = new UserMemory(space.fork(), frames);
    child.write(addressOf(10), Uint8Array.of(9));
    expect(memory.read(addressOf(10), 1)[0]).to.equal(9);
  });

  it("when there are no frames left, whoever wants one hears of it", () => {
    const { space, memory } = world();
    space.map(10, FRAMES + 1, READ_WRITE);
    expect(() => { memory.write(addressOf(10), new Uint8Array((FRAMES + 1) * PAGE)); }).to.throw(OutOfMemory);
  });

  describe("a system call's pointer is refused", () => {
    const pointers = [
      // what                          does                                                            error
      ["to nowhere",                   (m: UserMemory) => m.read(8n, 1),                               "EFAULT"],
      ["whose end is nowhere",         (m: UserMemory) => m.read(addressOf(12) - 1n, 2),               "EFAULT"],
      ["with a length that is a lie",  (m: UserMemory) => m.read(addressOf(10), 2 ** 62),              "EFAULT"],
      ["to what may not be written",   (m: UserMemory) => { m.write(addressOf(20), new Uint8Array(1)); }, "EFAULT"],
      ["to a text without an end",     (m: UserMemory) => m.readString(addressOf(10)),                 "ENAMETOOLONG"],
      ["beyond the last address",      (m: UserMemory) => m.read((1n << 64n) - 1n, 2),                 "EFAULT"],
    ] as const;

    for (const [what, access, code] of pointers) {
      it(`${what}: ${code}`, () => {
        const { space, memory } = world();
        space.map(10, 2, READ_WRITE);
        space.map(20, 1, PROT_READ);
        memory.write(addressOf(10), new Uint8Array(2 * PAGE).fill(0x61));
        expect(() => access(memory)).to.throw(SystemError, code);
      });
    }
  });
});
