// What a sandbox lets a program do, and how a program's end is told. The programs are Node's; attacks through the
// judge are in test/course/judge.

import { expect } from "chai";
import { mkdirSync, mkdtempSync, chmodSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { ownCode } from "../../../src/course/sandbox/choose";
import { type End, SandboxedProcess } from "../../../src/course/sandbox/process";
import type { Limits, Sandbox } from "../../../src/course/sandbox/sandbox";
import { secondUser } from "../../../src/course/sandbox/second-user";

const LIMITS: Limits = { heapMiB: 64, memoryMiB: 400, cpuSeconds: 20 };
const MAX_OUTPUT = 100_000;

describe("a program in", () => {
  const folder = mkdtempSync(join(tmpdir(), "o2p-sandbox-"));
  let programs = 0;
  before(() => chmodSync(folder, 0o755));
  after(() => rmSync(folder, { recursive: true }));

  async function run(sandbox: Sandbox, source: string, limits: Partial<Limits> = {}, deadlineMs = 10_000): Promise<End & { lines: string[] }> {
    const dir = join(folder, `${++programs}`);
    mkdirSync(dir);
    writeFileSync(join(dir, "program.js"), source);
    const lines: string[] = [];
    const process = new SandboxedProcess(sandbox, { script: join(dir, "program.js"), flags: [], limits: { ...LIMITS, ...limits } }, MAX_OUTPUT);
    process.onLine((line) => lines.push(line));
    process.setDeadline(deadlineMs);
    process.sendLast("hello");
    return { ...(await process.ended), lines };
  }

  const sandboxes = { "no sandbox": ownCode(), "bubblewrap": bubblewrap(), "another user's name": secondUser() };
  for (const [name, sandbox] of Object.entries(sandboxes)) {
    if (sandbox === undefined) continue;

    describe(name, () => {
      const ends: readonly (readonly [string, string, End["cause"]])[] = [
        // what it does                      how                                                                       its end
        ["says hello",                       `console.log("hello")`,                                                   "exit"],
        ["exits",                            `process.exit(3)`,                                                        "exit"],
        ["throws",                           `throw new Error("no")`,                                                  "exit"],
        ["aborts",                           `process.abort()`,                                                        "exit"],
        ["fills the heap",                   `const all = []; for (;;) all.push(new Array(1e5).fill(all.length))`,     "out of memory"],
        ["writes without end",               `const s = "x".repeat(9999) + "\\n"; for (;;) require("fs").writeSync(1, s)`, "too much output"],
        ["writes one line without end",      `const s = "x".repeat(9999); for (;;) require("fs").writeSync(1, s)`,     "too much output"],
      ];
      for (const [what, source, cause] of ends) {
        it(`that ${what} ends with: ${cause}`, async () => expect((await run(sandbox, source)).cause).to.equal(cause));
      }

      it("that does not end is ended", async () => expect((await run(sandbox, "for (;;);", {}, 300)).cause).to.equal("timeout"));

      it("hears what is sent and says what is heard", async () => {
        const { lines } = await run(sandbox, `process.stdin.on("data", (text) => console.log("heard " + text))`);
        expect(lines).to.deep.equal(["heard hello", ""]);
      });
    });
  }

  const walls = { "bubblewrap": bubblewrap(), "another user's name": secondUser() };
  for (const [name, sandbox] of Object.entries(walls)) {
    if (sandbox === undefined) continue;
    const isStrong = name === "bubblewrap";

    describe(`${name}, it cannot`, () => {
      const table = [
        // do this                           by
        ["read /etc/passwd",                 `fs.readFileSync("/etc/passwd")`],
        ["list the root's home",             `fs.readdirSync("/root")`],
        ["write to /tmp",                    `fs.writeFileSync("/tmp/o2p-was-here", "x")`],
        ["write beside itself",              `fs.writeFileSync(__dirname + "/x", "x")`],
        ["start a process",                  `if (require("child_process").spawnSync(process.execPath, ["-e", "0"]).error) throw Error("refused")`],
        ["see another process",              `if (fs.readdirSync("/proc").filter(Number).length < 4) throw Error("alone")`],
        ["take 8 GB",                        `Buffer.alloc(8 * 2 ** 30, 1)`],
        ["take 1 GB in pieces",              `const all = []; for (let i = 0; i < 16; i++) all.push(Buffer.alloc(2 ** 26, 1))`],
        ["keep an environment",              `if (Object.keys(process.env).every((name) => name === "PWD")) throw Error("none")`],
        ["be root",                          `if (process.getuid() !== 0) throw Error("not")`],
      ] as const;
      for (const [what, how] of table) {
        it(what, async () => {
          const { lines } = await run(sandbox, `const fs = require("node:fs"); try { ${how}; console.log("DONE"); } catch (fault) { console.log("refused"); }`);
          expect(lines).to.deep.equal(["refused"]);
        });
      }

      if (!isStrong) return;
      it("open a socket", async () => {
        const source = `require("net").createServer().on("error", (fault) => console.log(fault.code)).listen(0, () => { console.log("DONE"); process.exit(); })`;
        expect((await run(sandbox, source)).lines).to.deep.equal(["EPERM"]);
      });

      it("see a file that it was not given", async () => {
        const { lines } = await run(sandbox, `console.log(require("fs").readdirSync("/").join(" "), require("fs").readdirSync("/dev").join(" "))`);
        expect(lines[0]).to.match(/^[a-z0-9 ]+ null urandom$/).and.not.match(/home|root|etc|var/);
      });
    });
  }
});
