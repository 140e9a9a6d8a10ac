import { expect } from "chai";
import { bits, register, word } from "../../../src/course/exercises/notation";
import { showPlain } from "../../../src/course/exercises/plain";

describe("the manual's notation", () => {
  const table = [
    // shown                        as
    [word(0x91000420),              "0x91000420"],
    [word(-1),                      "-1"],
    [word(2 ** 32),                 "4294967296"],
    [word("x" as never),            `"x"`],
    [bits(1, 3),                    "0b001"],
    [bits(8, 3),                    "8"],
    [bits(-0, 3),                   "-0"],
    [register(0xfn, 64),            "0x0000_0000_0000_000f"],
    [register(0xf0f0f0f0n, 32),     "0xf0f0_f0f0"],
    [register(-1n, 32),             "-1n"],
    [register(undefined as never, 32), "undefined"],
  ] as const;
  for (const [shown, as] of table) it(as, () => expect(shown).to.equal(as));
});

describe("plain data is shown", () => {
  const table = [
    [undefined, "undefined"], [null, "null"], [1n, "1n"], ["a\n", `"a\\n"`], [-0, "-0"], [NaN, "NaN"], [[1, [2n]], "[1, [2n]]"], [{}, "{}"],
    [{ a: 1, "b c": [] }, `{ a: 1, "b c": [] }`], [new Uint8Array([0, 255]), "bytes(00 ff)"], ["x".repeat(500), `"${"x".repeat(199)}...`],
  ] as const;
  for (const [value, text] of table) it(`as ${text.slice(0, 30)}`, () => expect(showPlain(value)).to.equal(text));
});
