import { expect } from "chai";
import fc from "fast-check";
import { UserFault } from "../../../src/base/fault";
import { crc32 } from "../../../src/machine/board/crc32";
import { decodeSnapshot, encodeSnapshot } from "../../../src/machine/board/snapshot-file";
import { BlockWriter } from "../../../src/machine/board/snapshot-blocks";

const MIB = 1024 * 1024;

/** A file with that content, well formed around it. */
function fileOf(blocks: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(encodeSnapshot(null).length + 4096);
  file.set(encodeSnapshot(null).subarray(0, 28));
  let end = 28;
  for (const block of blocks) {
    file.set(block, end);
    end += block.length;
  }
  const view = new DataView(file.buffer);
  view.setBigUint64(16, BigInt(end), true);
  view.setUint32(24, crc32(file.subarray(28, end)), true);
  return file.subarray(0, end);
}

/** A file whose state is these bytes, read as a value. */
function forged(...bytes: readonly number[]): Uint8Array {
  const out = new BlockWriter();
  out.write(Uint8Array.from(bytes));
  return fileOf(out.end());
}

const double = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

describe("crc32", () => {
  // The check value of CRC-32/ISO-HDLC, and RFC 3720's idea of testing: zeros, and nothing.
  const cases = [["123456789", 0xcbf4_3926], ["", 0], ["\0\0\0\0", 0x2144_df1c]] as const;
  for (const [text, sum] of cases) it(JSON.stringify(text), () => expect(crc32(Buffer.from(text))).to.equal(sum));
});

describe("a snapshot file", () => {
  const values: readonly (readonly [what: string, state: unknown])[] = [
    ["nothing",          undefined],
    ["null",             null],
    ["truth",            [true, false]],
    ["numbers",          [0, -1, 1.5, 2 ** 53 - 1, Infinity, NaN]],
    ["bigints",          [0n, -5n, 0xffff_ffff_ffff_ffffn, 1n << 100n]],
    ["texts",            ["", "bootargs", "Grüße, 世界", "\ud800"]],
    ["bytes",            [new Uint8Array(0), Uint8Array.of(1, 2), new Uint8Array(0x3001).fill(9, 0x1000)]],
    ["doublewords",      BigUint64Array.of(0n, 0xffff_ffff_ffff_ffffn)],
    ["objects",          { a: { b: undefined, c: [] }, "": {}, length: 3 }],
    ["a forbidden name", JSON.parse('{"__proto__": 1}')],
  ];
  for (const [what, state] of values) it(`brings back ${what}`, () => expect(decodeSnapshot(encodeSnapshot(state))).to.deep.equal(state));

  it("tells -0 from 0", () => expect(decodeSnapshot(encodeSnapshot(-0))).to.satisfy((value: unknown) => Object.is(value, -0)));

  it("brings back whatever it is given", () => {
    const leaf = fc.oneof(fc.double(), fc.bigInt(), fc.string({ unit: "binary" }), fc.boolean(), fc.constantFrom(null, undefined),
      fc.uint8Array({ maxLength: 9000 }), fc.bigUint64Array({ maxLength: 9 }));
    const { any } = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("any"), { maxLength: 4 }), fc.dictionary(fc.string(), tie("any"), { maxKeys: 4, noNullPrototype: true })),
    }));
    fc.assert(fc.property(any, (state) => { expect(decodeSnapshot(encodeSnapshot(state))).to.deep.equal(state); }), { numRuns: 200 });
  });

  it("keeps what it read apart from what was saved", () => {
    const ram = new Uint8Array(0x2000).fill(3);
    const { ram: read } = decodeSnapshot(encodeSnapshot({ ram: ram.subarray(0x1000) })) as { readonly ram: Uint8Array };
    ram.fill(4);
    expect([read.length, read[0]]).to.deep.equal([0x1000, 3]);
  });

  it("takes of a view what it shows", () => {
    const words = BigUint64Array.of(1n, 2n, 3n);
    expect(decodeSnapshot(encodeSnapshot(words.subarray(1, 2)))).to.deep.equal(BigUint64Array.of(2n));
  });

  it("leaves out RAM that nobody has written to, and flash that is erased", () => {
    const state = { ram: new Uint8Array(64 * MIB), flash: new Uint8Array(64 * MIB).fill(0xff) };
    state.ram[40 * MIB] = 1;
    expect(encodeSnapshot(state).length).to.be.below(4096);
  });

  const unfit: readonly (readonly [what: string, state: unknown, said: string])[] = [
    ["a Map",      { uart: { fifo: new Map() } },        "state.uart.fifo is a Map: no snapshot can hold it"],
    ["a function", [() => 1],                            "state[0] is a function: no snapshot can hold it"],
    ["a symbol",   { a: Symbol("x") },                   "state.a is a symbol: no snapshot can hold it"],
    ["words",      { table: new Uint32Array(3) },        "state.table is a Uint32Array: no snapshot can hold it"],
  ];
  for (const [what, state, said] of unfit) it(`does not hold ${what}, which is our fault`, () => expect(() => encodeSnapshot(state)).to.throw(said));

  it("is not for endless states", () => {
    const ring: { inner?: unknown } = {};
    ring.inner = ring;
    expect(() => encodeSnapshot(ring)).to.throw("is too deep for a snapshot");
  });
});

describe("a file that is no snapshot", () => {
  const good = encodeSnapshot({ pc: 0x4008_0000n, ram: new Uint8Array(20_000).map((_, i) => i * i) });

  it("is refused wherever it is cut off", () => {
    for (let length = 0; length < good.length; length += length < 100 ? 1 : 97) {
      expect(() => decodeSnapshot(good.subarray(0, length)), `${length} bytes`).to.throw(UserFault);
    }
    expect(() => decodeSnapshot(good.subarray(0, good.length - 1))).to.throw(UserFault, `truncated, or has grown: it should have ${good.length} bytes, and has ${good.length - 1}`);
  });

  it("is refused, whichever byte is changed", () => {
    for (let at = 0; at < good.length; at += at < 100 ? 1 : 13) {
      const spoiled = good.slice();
      spoiled[at]! ^= 0x10;
      expect(() => decodeSnapshot(spoiled), `byte ${at}`).to.throw(UserFault).with.property("message").not.match(/\n/);
    }
  });

  const wrong: readonly (readonly [fault: string, file: Uint8Array])[] = [
    ["not a snapshot: it does not begin with \"o2p snapshot\"",     Uint8Array.from(Buffer.from("\x7fELF and more"))],
    ["not a snapshot",                                              new Uint8Array(0)],
    ["the snapshot is truncated: take it again",                    good.subarray(0, 20)],
    ["the snapshot is of version 1; this reads version 2",          good.map((byte, i) => (i === 12 ? 1 : byte))],
    ["the snapshot is damaged: its checksum is wrong",              good.map((byte, i) => (i === good.length - 1 ? byte ^ 1 : byte))],
    ["damaged: a tag is not as it should be",                       forged(99)],
    ["damaged: a length is not as it should be",                    forged(6, ...double(-1))],
    ["damaged: a length is not as it should be",                    forged(9, ...double(1.5))],
    ["damaged: a length is not as it should be",                    forged(7, ...double(2 ** 40))],
    ["damaged: a length is not as it should be",                    forged(8, ...double(2 ** 30))],
    ["damaged: a number is not as it should be",                    forged(5, ...double(1), 0x78, 0)],
    ["damaged: a name is not as it should be",                      forged(10, ...double(1), 0)],
    ["damaged: a length is not as it should be",                    forged(9, ...double(2 ** 30), 0)],
    ["damaged: its end is not as it should be",                     forged(9, ...double(2 ** 20), 0)],
    ["damaged: a value in values is not as it should be",           forged(...Array.from({ length: 40 }, () => [9, ...double(1)]).flat(), 0)],
    ["damaged: its end is not as it should be",                     fileOf([])],
    ["damaged: a block is not as it should be",                     fileOf([Uint8Array.of(1, 0, 0, 0, 200, 0, 0, 0, 1)])],
    ["damaged: a block is not as it should be",                     fileOf([Uint8Array.of(1, 0, 0, 1, 1, 0, 0, 0, 1)])],
    ["damaged: invalid block type",                                 fileOf([Uint8Array.of(1, 0, 0, 0, 4, 0, 0, 0, 7, 7, 7, 7)])],
  ];
  for (const [fault, file] of wrong) it(`is told: ${fault}`, () => expect(() => decodeSnapshot(file)).to.throw(UserFault, fault));
});
