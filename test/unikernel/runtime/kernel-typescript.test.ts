// The runtime is kernel TypeScript itself, and has what the language table names.

import { expect } from "chai";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { checkedProgram } from "../../../src/compiler/front/program";
import { validate } from "../../../src/compiler/front/validate/validate";
import { libraryMembers } from "../../../src/compiler/language/library";

const ROOT = path.join(__dirname, "../../..");
const RUNTIME = "src/unikernel/runtime";

const files = readdirSync(path.join(ROOT, RUNTIME)).sort();
const host = {
  read: (file: string): string | undefined => {
    const full = path.join(ROOT, file);
    return existsSync(full) ? readFileSync(full, "utf8") : undefined;
  },
};

describe("the runtime", () => {
  it("is accepted by the validator", function () {
    this.timeout(180_000);
    const checked = checkedProgram(host, files.map((file) => `${RUNTIME}/${file}`));
    const refusals = validate(checked, (file) => file.startsWith("src/unikernel/metal/"));
    expect(refusals.map(({ file, line, column, text }) => `${file}:${line}:${column} ${text}`)).to.deep.equal([]);
  });

  const named = libraryMembers().flatMap(({ name, lowersTo }) =>
    (lowersTo.includes("#") ? [[name, lowersTo] as const] : []));
  for (const [member, lowersTo] of named) {
    it(`has ${lowersTo} for ${member}`, async () => {
      const [file = "", symbol = ""] = lowersTo.split("#");
      const [exported = "", own] = symbol.split(".");
      const module = await import(path.join(ROOT, RUNTIME, file)) as Record<string, unknown>;
      const found = module[exported];
      expect(found).to.be.a("function");
      const instance: object = (found as { prototype?: object }).prototype ?? {};
      if (own !== undefined && own !== "message") expect(own in instance).to.equal(true);
    });
  }
});
