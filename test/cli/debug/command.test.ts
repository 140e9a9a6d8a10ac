// o2p debug as it is called: from a pipe, and as a server for GDB.

import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { o2p } from "../o2p";
import { COUNTING } from "./programs";

const COMMAND = join(__dirname, "..", "..", "..", "src", "cli", "o2p.js");

describe("o2p debug", () => {
  let folder = "";
  const file = (): string => join(folder, "counting.s");

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "o2p-debug-"));
    writeFileSync(join(folder, "counting.s"), COUNTING);
  });
  after(() => rmSync(folder, { recursive: true }));

  it("obeys standard input, and ends with it", () => {
    const { status, stdout } = o2p(["debug", file(), "--base", "0x1000"], "s\n// A comment.\n\nb\n");
    expect(stdout.split("\n")).to.deep.equal([
      "0: 0x1000  mov x0, #8192  x0 = 0x2000", "(o2p) s", "   x0  0x0 -> 0x2000", "1: 0x1004 <again>  add x1, x1, #1  x1 = x1 + 1",
      "(o2p) b", "   x0  0x2000 -> 0x0", "0: 0x1000  mov x0, #8192  x0 = 0x2000", "",
    ]);
    expect(status).to.equal(0);
  });

  it("ends with status 2 if it did not understand everything", () => {
    const { status, stdout, stderr } = o2p(["debug", file()], "frob\nhash\n");
    expect(stdout).to.match(/\(o2p\) frob\n\? there is no command frob.*\n\(o2p\) hash\n[0-9a-f]{16} at 0\n$/);
    expect([status, stderr]).to.deep.equal([2, "o2p: not every command was understood; see the lines that begin with ?\n"]);
  });

  const faults = [
    [["--gdb", "port"], "option '--gdb <port>' argument 'port' is invalid. Give a port, 1 to 65535, or 0 for any."],
    [["--ram", "0x100000000"], "--ram: at most 2 GiB can be had"],
  ] as const;
  for (const [options, fault] of faults) {
    it(`refuses ${options.join(" ")}`, () => {
      const { status, stderr } = o2p(["debug", file(), ...options]);
      expect([status, stderr]).to.deep.equal([2, `o2p: ${fault}\n`]);
    });
  }

  it("waits for GDB at a port, answers it, and leaves at Ctrl-C", async () => {
    const server = spawn(process.execPath, [COMMAND, "debug", file(), "--gdb", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const [greeting] = await once(server.stdout.setEncoding("utf8"), "data") as [string];
    const port = Number(/target remote localhost:(\d+)\n$/.exec(greeting)?.[1]);
    const client = connect(port, "127.0.0.1").setEncoding("latin1");
    client.write("$qC#b4");
    let answered = "";
    while (!answered.includes("#")) answered += (await once(client, "data") as [string])[0];
    expect(answered).to.equal("+$QC1#c5");
    const second = o2p(["debug", file(), "--gdb", `${port}`]);
    expect([second.status, second.stderr]).to.deep.equal([2, `o2p: --gdb: port ${port} is in use; give another\n`]);
    server.kill("SIGINT");
    expect(await once(server, "exit")).to.deep.equal([0, null]);
  });
});
