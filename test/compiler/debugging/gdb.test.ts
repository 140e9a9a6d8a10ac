// A compiled program under Debian's gdb: on QEMU, and on our machine by the server of `o2p boot --gdb`. It stops where it is told to, by
// TypeScript's line, and knows who called.

import { expect } from "chai";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProgram } from "../../../src/compiler/build";
import { debuggable } from "../../../src/host/computer/debuggable";
import { listenForGdb } from "../../../src/host/gdb/node-server";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { Debugger } from "../../../src/machine/cpu/stepping/debugger";
import { REPOSITORY } from "../hosted";
import { isInstalled, itWith } from "../../installed";
import { hasQemu, QEMU, runOnBoard, runOnQemu } from "../machines";

const PROGRAM = "test/compiler/debugging/trace.ts";

/** From the innermost out, as the comments of the program number its lines. */
const CALLS = [
  ["element", 27], ["Down.take", 16], ["walk", 31], ["total.<arrow 42:22>", 42], ["each", 36], ["total", 42], ["start", 47],
] as const;

const LONGEST_MS = 120_000;

describe("A program of seven calls", function () {
  this.timeout(LONGEST_MS);
  const { image, elf } = buildProgram(REPOSITORY, PROGRAM);
  let directory = "";
  let server: ChildProcess | undefined;

  before(() => {
    directory = mkdtempSync(join(tmpdir(), "o2p-gdb-"));
    writeFileSync(join(directory, "x.elf"), elf);
    writeFileSync(join(directory, "x.img"), image);
  });
  afterEach(() => { server?.kill("SIGKILL"); });
  after(() => { rmSync(directory, { recursive: true }); });

  it("ends in a trap whose trace has every call's file and line", () => {
    const expected = ["7", "trap: an index is out of range", ...CALLS.map(([name, line]) => `    at ${name} (${PROGRAM}:${line})`), ""];
    expect(runOnBoard(image).printed.split("\n")).to.deep.equal(expected);
    if (hasQemu()) expect(runOnQemu(image).split("\n")).to.deep.equal(expected);
  });

  itWith("gdb-multiarch and QEMU", isInstalled("gdb-multiarch") && isInstalled(QEMU))("stops on a line under gdb, on QEMU, and has a backtrace", async () => {
    const port = await freePort();
    server = spawn(QEMU, [
      "-machine", "virt", "-cpu", "cortex-a57", "-nodefaults", "-display", "none", "-serial", "null", "-S", "-gdb", `tcp:127.0.0.1:${port}`,
      "-kernel", join(directory, "x.img"),
    ], { stdio: "ignore" });
    expectBacktrace(await gdb(port));
  });

  itWith("gdb-multiarch")("and on our machine", async () => {
    const description = { ramBytes: 64 << 20, cpus: 1, gic: 2 } as const;
    const board = new Board({ description, outside: { serial: () => undefined } });
    board.start(prepareBoot(loadImage(image, description.ramBytes), description));
    const listening = await listenForGdb(new Debugger(debuggable(board, [])), 0);
    try {
      expectBacktrace(await gdb(listening.port));
    } finally {
      listening.close();
    }
  });

  /** gdb retries a connection that is refused. */
  async function gdb(port: number): Promise<string> {
    const commands = [
      "set confirm off", "set pagination off", "set style enabled off", "set architecture aarch64", "set tcp connect-timeout 60",
      `target remote 127.0.0.1:${port}`, "break trace.ts:27", "continue", "continue", "backtrace",
      "delete", "break trap", "continue", "backtrace", "kill",
    ];
    const child = spawn("gdb-multiarch", ["--nx", "--batch", ...commands.flatMap((each) => ["-ex", each]), join(directory, "x.elf")], { stdio: ["ignore", "pipe", "pipe"] });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { printed += text; });
    await once(child, "close");
    return printed;
  }

  function expectBacktrace(printed: string): void {
    expect(printed).to.match(/Breakpoint 1 at 0x[0-9a-f]+: file test\/compiler\/debugging\/trace\.ts, line 27\./);
    const frames = printed.split("\n").flatMap((line) => /^#(\d+) +(?:0x[0-9a-f]+ in )?(.+?) \(.*\) at (.+):(\d+)$/.exec(line)?.slice(1) ?? []);
    const expected = CALLS.flatMap(([name, line], i) => [String(i), name, PROGRAM, String(line)]);
    expect(frames.slice(0, expected.length), printed).to.deep.equal(expected);
    // The same calls, from where the last of them ends: its function has no frame but for that.
    const trap = frames.lastIndexOf("trap");
    const behind = CALLS.flatMap(([name, line], i) => [String(i + 1), name, PROGRAM, String(line)]);
    expect(frames.slice(trap + 3, trap + 3 + behind.length), printed).to.deep.equal(behind);
    expect(printed).not.to.match(/corrupt|warning/i);
  }
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
