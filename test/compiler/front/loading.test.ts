// What a module does when it is loaded, it does also where nothing of it is named: `import "./x"` loads it, as in Node.

import { expect } from "chai";
import { frontEnd } from "../../../src/compiler/front/front-end";
import { REPOSITORY } from "../hosted";

const initializersOf = (files: Readonly<Record<string, string>>): string[] => {
  const host = { read: (name: string) => files[name] ?? REPOSITORY.read(name) };
  return frontEnd(host, "src/main.ts").initializers.map((symbol) => symbol.split("#")[0]!).filter((file) => file in files);
};

const TABLE = "export const table = [3, 1, 2].map((n) => n + 1);\n";
const SUM = `// ${"so that its initializer begins later in the text than the table's ".repeat(3)}\n`
  + 'import { table } from "./table";\nexport const sum = table.reduce((a, b) => a + b, 0);\n';

describe("modules are loaded", () => {
  const CASES = [
    // how the module is imported                                          what runs
    ["for a name",     'import { sum } from "./sum";\nexport function start(): void { console.log(`${sum}`); }\n', ["src/table.ts", "src/sum.ts"]],
    ["for its effect", 'import "./sum";\nexport function start(): void { console.log("x"); }\n', ["src/table.ts", "src/sum.ts"]],
    ["not at all",     'export function start(): void { console.log("x"); }\n', []],
  ] as const;

  for (const [how, main, expected] of CASES) {
    it(`imported ${how}: ${expected.join(", ") || "nothing runs"}`, () => {
      expect(initializersOf({ "src/main.ts": main, "src/sum.ts": SUM, "src/table.ts": TABLE })).to.deep.equal(expected);
    });
  }
});
