import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import { closureOf } from "../../../src/course/judge/node/bundle";
import { COURSE_ROOT } from "../../../src/course/root";

/** What a page loads to judge, and what its workers run. */
const ENTRIES = ["judge", "run", "compile", "engine"].map((name) => `src/course/judge/core/${name}.ts`);
const SHARED = ["src/course/exercises/load.ts", "src/course/exercises/manifest.ts"];

/** What puts the traps into kernel TypeScript: no exercise is about it. */
const CHECKS_OF_KERNELS = /^src\/(base\/bug|compiler\/hosted\/\S+|compiler\/ir\/operation|compiler\/language\/intrinsics)\.ts$/;

describe("the judge's core", () => {
  const files = new Map([...ENTRIES, ...SHARED, ...EXERCISES.map(({ file }) => `src/course/exercises/${file}`)].flatMap((entry) => [...closureOf(entry)]));

  for (const [path, text] of files) {
    it(`runs in a page as in Node: ${path}`, () => {
      expect(text).not.to.match(/from "node:|\brequire\(["']|\bprocess\.|\bBuffer\b|__dirname/);
    });
  }

  it("keeps parts of the unikernel from what knows their trials: the kernel's worker has the compiler and the machine", () => {
    const school = [...closureOf("src/course/judge/node/kernel-worker.ts").keys()].filter((path) => path.startsWith("src/course/") && !path.startsWith("src/course/judge/"));
    expect(school).to.deep.equal(["src/course/exercises/overlay.ts"]);
  });

  it("keeps the answers from the workers: they hold no trial, no reference and no exercise", () => {
    for (const entry of ["src/course/judge/node/run-worker.ts", "src/course/judge/core/run.ts", "src/course/judge/node/compile-worker.ts"]) {
      const inside = [...closureOf(entry).keys()].filter((path) => !path.startsWith("src/course/judge/") && !(entry.endsWith("/compile-worker.ts") && CHECKS_OF_KERNELS.test(path)));
      expect(inside, entry).to.have.members(entry.endsWith("/run.ts") ? ["src/course/exercises/plain.ts"] : []);
    }
    expect(readFileSync(join(COURSE_ROOT, "src/course/exercises/plain.ts"), "utf8")).not.to.match(/^import/m);
  });
});
