import { expect } from "chai";
import type { Pass } from "./marks";
import { type Column, disagreements, geometricMean, heads, msText, ratioOf, ratioText, tableRow } from "./table";

const COLUMNS: readonly Column[] = [{ title: "name", width: 6, isText: true }, { title: "time", width: 7 }, { title: "ratio", width: 5 }];

describe("bench/engines/table: times and their ratios", () => {
  it("numbers stand to the right, and an empty last cell leaves no blanks", () => {
    expect(heads(COLUMNS)).to.equal("name       time  ratio");
    expect(tableRow(COLUMNS, ["sieve", "12.3 ms", "1.50"])).to.equal("sieve   12.3 ms   1.50");
    expect(tableRow(COLUMNS, ["sieve", "12.3 ms", ""])).to.equal("sieve   12.3 ms");
  });

  for (const [ms, text] of [[0.17951, "0.18 ms"], [1.2345, "1.23 ms"], [999.4, "999 ms"], [1234.5, "1235 ms"], [undefined, ""]] as const) {
    it(`${ms} milliseconds are told as "${text}"`, () => {
      expect(msText(ms)).to.equal(text);
    });
  }

  it("a ratio has two decimals, and is none without both times", () => {
    expect(ratioText(ratioOf(3, 2))).to.equal("1.50");
    expect([ratioOf(undefined, 2), ratioOf(3, undefined)]).to.deep.equal([undefined, undefined]);
    expect(ratioText(undefined)).to.equal("");
  });

  it("the geometric mean of twice as long and half as long is as long", () => {
    expect(geometricMean([2, 0.5])).to.be.closeTo(1, 1e-12);
    expect(geometricMean([2, 8, undefined])).to.be.closeTo(4, 1e-12);
    expect(geometricMean([undefined])).to.equal(undefined);
  });
});

describe("bench/engines/table: checksums", () => {
  const pass = (rounds: number, checksum: string): Pass => ({ rounds, checksum, ms: 1 });

  it("machines agree if equal rounds give equal checksums", () => {
    const passes = new Map([["qemu", [pass(1, "aa"), pass(8, "bb"), pass(8, "bb")]], ["v86", [pass(1, "aa"), pass(2, "cc")]]]);
    expect(disagreements("fib", passes)).to.deep.equal([]);
  });

  it("who comes to something else is named, beside who came first", () => {
    const passes = new Map([["jit", [pass(1, "aa")]], ["qemu", [pass(1, "ab")]], ["v86", [pass(1, "aa")]]]);
    expect(disagreements("fib", passes)).to.deep.equal(["fib: 1 rounds are ab on qemu, and aa on jit"]);
  });

  it("a machine that differs from itself is named, too", () => {
    expect(disagreements("fib", new Map([["jit", [pass(8, "aa"), pass(8, "ab")]]]))).to.have.length(1);
  });
});
