// Whenever a sandboxed process is ended, by us or with us, nothing of it is left.

import { expect } from "chai";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bubblewrap } from "../../../src/course/sandbox/bubblewrap";
import { SandboxedProcess } from "../../../src/course/sandbox/process";
import type { Sandbox } from "../../../src/course/sandbox/sandbox";
import { secondUser } from "../../../src/course/sandbox/second-user";

const LIMITS = { heapMiB: 64, memoryMiB: 300, cpuSeconds: 20 };
const SETTING_UP_MS = 40;

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

describe("nothing is left of a process in", () => {
  for (const [name, sandbox] of Object.entries({ "bubblewrap": bubblewrap(), "another user's name": secondUser() })) {
    if (sandbox !== undefined) describe(name, () => endings(sandbox, name === "bubblewrap" ? "bubblewrap" : "secondUser"));
  }
});

function endings(sandbox: Sandbox, factory: string): void {
  const folder = mkdtempSync(join(tmpdir(), "o2p-end-"));
  const script = join(folder, "sleeper.js");
  /** Waits for its request, as our workers do, and has none once the grader's end of the pipe is closed. */
  const worker = join(folder, "worker.js");
  before(() => {
    const sleep = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);";
    writeFileSync(script, sleep);
    writeFileSync(worker, `if (require("node:fs").readSync(0, Buffer.alloc(1)) > 0) ${sleep}`);
  });
  after(() => rmSync(folder, { recursive: true }));

  function left(): number {
    return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
      } catch {
        return false; // It has just ended.
      }
    }).length;
  }

  /** The kernel ends a namespace's processes in its own time. */
  async function expectNothingLeft(): Promise<void> {
    for (let i = 0; i < 50 && left() > 0; i++) await pause(100);
    expect(left()).to.equal(0);
  }

  it("that we end, at whatever point of its setting up", async () => {
    for (let ms = 0; ms < SETTING_UP_MS; ms++) {
      const process = new SandboxedProcess(sandbox, { script, flags: [], limits: LIMITS }, 1000);
      await pause(ms);
      await process.end();
    }
    await expectNothingLeft();
  });

  // Between unshare's fork and its prctl the kernel does not yet know that the two belong together: a moment that a
  // loaded machine makes long. What is started then ends with its pipe, for no request has come through it.
  it("that starts while its grader is killed", async () => {
    const source = `
      const { ${factory} } = require("./src/course/sandbox/${factory === "bubblewrap" ? "bubblewrap" : "second-user"}");
      const { SandboxedProcess } = require("./src/course/sandbox/process");
      const sandbox = ${factory}();
      for (let i = 0; i < 6; i++) new SandboxedProcess(sandbox, { script: ${JSON.stringify(worker)}, flags: [], limits: ${JSON.stringify(LIMITS)} }, 1000);
      console.log("up");`;
    for (const ms of [0, 5, 10, 20, 30]) {
      const grader = spawn(process.execPath, ["-r", "ts-node/register", "-e", source], { cwd: join(__dirname, "../../.."), stdio: ["ignore", "pipe", "ignore"] });
      await new Promise((resolve) => grader.stdout.once("data", resolve));
      await pause(ms);
      grader.kill("SIGKILL");
    }
    await expectNothingLeft();
  });
}
