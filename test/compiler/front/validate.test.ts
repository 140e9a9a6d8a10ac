// The validator against the table of what it must refuse: each with its rule, its place and its advice.

import { expect } from "chai";
import { checkedProgram } from "../../../src/compiler/front/program";
import type { Refusal } from "../../../src/compiler/front/validate/refusal";
import { validate } from "../../../src/compiler/front/validate/validate";
import { CIRCLES, REFUSALS } from "../refusals";

export function refusalsOf(files: Readonly<Record<string, string>>): Refusal[] {
  const [start] = Object.keys(files);
  return validate(checkedProgram({ read: (path) => files[path] }, [start!]));
}

const placed = ({ rule, line, column }: Refusal): string => `${rule} ${line}:${column}`;

describe("what is outside the language", () => {
  const other = {
    "other.ts": "export const x = 1;\n",
    "src/unikernel/metal/object.ts": "export function objectAt<T>(address: bigint): T { return address as unknown as T; }\n",
  };
  for (const { rule, source, line, column, advice } of REFUSALS) {
    it(`${rule}: ${source.replace(/\s+/g, " ").slice(0, 100)}`, () => {
      const refusals = refusalsOf({ "module.ts": source, ...other });
      expect(refusals.map(placed)).to.include(`${rule} ${line}:${column}`);
      const found = refusals.find((each) => placed(each) === `${rule} ${line}:${column}`);
      expect(found?.advice).to.include(advice);
      expect(found?.file).to.equal("module.ts");
    });
  }

  for (const { rule, files, advice } of CIRCLES) {
    it(`${rule}: ${Object.keys(files).join(", ")}`, () => {
      const unmarked = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace("▸", "")]));
      const [path, text] = Object.entries(files).find(([, each]) => each.includes("▸"))!;
      const found = refusalsOf(unmarked).find((each) => each.rule === rule && each.file === path);
      expect(found?.column).to.equal(text.indexOf("▸") + 1);
      expect(found?.advice).to.include(advice);
    });
  }
});
