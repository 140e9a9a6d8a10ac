import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { parseOptions } from "./options";
import { NAMES } from "./programs";

describe("bench/engines/options", () => {
  it("without any, everything is measured, by the fast engine", () => {
    expect(parseOptions([])).to.deep.equal({ names: NAMES, engine: "jit", hasV86: true });
  });

  it("eight programs, cold code and Debian's Linux are everything", () => {
    expect(NAMES).to.have.length(10);
    expect(new Set(NAMES).size).to.equal(10);
  });

  it("--only may be repeated, and the order is ours", () => {
    expect(parseOptions(["--only", "sha256", "--only", "fib"]).names).to.deep.equal(["fib", "sha256"]);
  });

  it("--without-debian and --without-v86 leave them out", () => {
    const { names, hasV86 } = parseOptions(["--without-debian", "--without-v86"]);
    expect(names).to.deep.equal(NAMES.filter((name) => name !== "debian"));
    expect(hasV86).to.equal(false);
  });

  it("--engine and --json", () => {
    expect(parseOptions(["--engine", "interpreter", "--json", "x.json"])).to.include({ engine: "interpreter", json: "x.json" });
  });

  for (const [args, fault] of [
    [["--only", "quake"],         /'quake' is invalid.*sieve/],
    [["--engine", "turbo"],       /'turbo' is invalid.*jit or interpreter/],
    [["--fast"],                  /unknown option '--fast'/],
    [["fib"],                     /too many arguments/],
    [["--json"],                  /argument missing/],
  ] as const) {
    it(`${args.join(" ")} is the user's fault`, () => {
      expect(() => parseOptions(args)).to.throw(UserFault, fault).with.property("message").that.does.not.include("\n");
    });
  }
});
