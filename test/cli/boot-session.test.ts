// What o2p boot does with a terminal, files and networks around a machine.

import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COURSE_ROOT } from "../../src/course/root";
import { o2p } from "./o2p";
import { itWith } from "../installed";

/** Says > when it is ready, echoes what is typed until a q comes, and switches the machine off. It polls: UARTFR.RXFE is bit 4. */
const ECHO = `
        mov   x1, #0x09000000
        mov   w0, #'>'
        str   w0, [x1]
again:  ldr   w2, [x1, #0x18]
        tbnz  w2, #4, again
        ldr   w0, [x1]
        str   w0, [x1]
        and   w0, w0, #0xff
        cmp   w0, #'q'
        b.ne  again
        mov   w0, #0x84000000
        add   w0, w0, #8
        hvc   #0
`;
/** Counts in X0, for ever. */
const COUNT = "again: add x0, x0, #1\n str x0, [sp, #-16]!\n add sp, sp, #16\n b again\n";
const COUNT_WITH_STACK = `mov x1, #0x40000000\n add x1, x1, #0x100, lsl #12\n mov sp, x1\n ${COUNT}`;
/** Sleeps until an interrupt, of which there is none. */
const SLEEP = "mov x1, #0x09000000\n mov w0, #'>'\n str w0, [x1]\n again: wfi\n b again\n";

describe("o2p boot, its outside", () => {
  let dir: string;
  before(() => { dir = mkdtempSync(join(tmpdir(), "o2p-boot-session-")); });
  after(() => rmSync(dir, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const statistic = (stderr: string, name: string): string => new RegExp(`^${name} +(.*)$`, "m").exec(stderr)?.[1] ?? "";

  it("hands what is typed to the machine, and ends when that is switched off", () => {
    expect(o2p(["boot", file("echo.s", ECHO)], "hello, q")).to.deep.equal({ status: 0, stdout: ">hello, q", stderr: "" });
  });

  it("loses nothing of a long text", () => {
    const text = "0123456789abcdef".repeat(1000);
    expect(o2p(["boot", file("echo.s", ECHO)], `${text}q`).stdout).to.equal(`>${text}q`);
  });

  it("hands Ctrl-A from a pipe to the machine, like any byte", () => {
    expect(o2p(["boot", file("echo.s", ECHO)], "\x01xq").stdout).to.equal(">\x01xq");
  });

  it("ends after as many instructions as it is told", () => {
    const { status, stderr } = o2p(["boot", file("count.s", COUNT_WITH_STACK), "--stop-after", "1000003", "--stats"]);
    expect(status).to.equal(0);
    expect(statistic(stderr, "instructions")).to.equal("1,000,003");
    expect(statistic(stderr, "machine's time")).to.equal("0.001 s, virtual"); // A thousand million instructions a second.
  });

  it("goes on in another process from where one was saved, and comes to the same state", () => {
    const image = file("count.s", COUNT_WITH_STACK);
    const saved = join(dir, "machine.snapshot");
    const through = o2p(["boot", image, "--memory", "8", "--stop-after", "300000", "--stats"]);
    expect(o2p(["boot", image, "--memory", "8", "--stop-after", "100000", "--save", saved])).to.deep.include({ status: 0, stderr: "" });
    const resumed = o2p(["boot", "--load", saved, "--stop-after", "200000", "--stats"]);
    expect(statistic(resumed.stderr, "state")).to.match(/^[0-9a-f]{16}$/).and.to.equal(statistic(through.stderr, "state"));
    expect(statistic(resumed.stderr, "instructions")).to.equal("200,000");
  });

  it("saves to the file that it was loaded from, and leaves that as it was where there is no room", () => {
    const saved = join(dir, "again.snapshot");
    const image = file("count.s", COUNT_WITH_STACK);
    o2p(["boot", image, "--memory", "8", "--stop-after", "1000", "--save", saved]);
    const first = readFileSync(saved);
    symlinkSync("/dev/full", `${saved}.new`);
    const again = ["boot", "--load", saved, "--stop-after", "1000", "--save", saved];
    expect(o2p(again)).to.deep.include({ status: 2, stderr: `o2p: ${saved}: no space left on device\n` });
    expect(readFileSync(saved).equals(first)).to.equal(true);
    expect(o2p(again)).to.deep.include({ status: 0, stderr: "" });
    expect(readFileSync(saved).equals(first)).to.equal(false);
    expect(readdirSync(dir).filter((name) => name.startsWith("again"))).to.deep.equal(["again.snapshot"]);
  });

  it("says in a line that nobody could ever save", () => {
    const { status, stderr } = o2p(["boot", file("sleep.s", SLEEP), "--save", join(dir, "never.snapshot")]);
    expect({ status, stderr }).to.deep.equal({ status: 2, stderr: "o2p: --save: say when, with --stop-after; Ctrl-A s wants a terminal, and there is none\n" });
  });

  it("says in a line that a snapshot is damaged, or its disk missing", () => {
    const image = file("count.s", COUNT_WITH_STACK);
    const disk = file("disk.img", new Uint8Array(4096));
    const saved = join(dir, "disk.snapshot");
    o2p(["boot", image, "--memory", "8", "--disk", `${disk},snapshot`, "--stop-after", "1000", "--save", saved]);
    expect(o2p(["boot", "--load", saved])).to.deep.include({ status: 2, stderr: `o2p: ${saved}: the machine had a disk of 4096 bytes,snapshot, and gets none: give it the same with --disk\n` });
    expect(o2p(["boot", "--load", saved, "--disk", `${disk},snapshot`, "--stop-after", "1000"])).to.deep.include({ status: 0, stderr: "" });
    const bytes = readFileSync(saved);
    bytes[bytes.length >> 1]! ^= 1;
    expect(o2p(["boot", "--load", file("damaged.snapshot", bytes)]).stderr).to.match(/^o2p: .*damaged\.snapshot: the snapshot is damaged: its checksum is wrong\n$/);
    expect(o2p(["boot", "--load", file("short.snapshot", bytes.subarray(0, 100))]).stderr).to.match(/^o2p: .*short\.snapshot: the snapshot is truncated.*\n$/);
  });

  it("says in a line that a network card has another address than the saved machine knows", () => {
    const saved = join(dir, "net.snapshot");
    const net = ["--net", `switch:${join(dir, "lab")},mac=52:54:00:00:00:0a`];
    o2p(["boot", file("count.s", COUNT_WITH_STACK), "--memory", "8", ...net, "--stop-after", "1000", "--save", saved]);
    const other = o2p(["boot", "--load", saved, "--net", `switch:${join(dir, "lab")}`, "--stop-after", "1000"]);
    expect(other).to.deep.include({ status: 2, stderr: `o2p: ${saved}: the machine's network card 0 has the address 52:54:00:00:00:0a, and gets 52:54:00:12:34:56: add ,mac=52:54:00:00:00:0a to its --net\n` });
    expect(o2p(["boot", "--load", saved, ...net, "--stop-after", "1000"])).to.deep.include({ status: 0, stderr: "" });
  });

  it("traces what a filter asks for", () => {
    const { stderr } = o2p(["boot", file("echo.s", ECHO), "--trace", "psci,mmio:pl011,code:0x40080000-0x40080004"], "q");
    const lines = stderr.split("\n").map((line) => line.trim().replace(/^\d+ /, ""));
    expect(lines[0]).to.equal("cpu0 code      0x40080000  d2a12001  mov x1, #150994944");
    expect(lines).to.include("cpu0 mmio      pl011@9000000 UARTDR -> 0x71");
    expect(lines).to.include("cpu0 mmio      pl011@9000000 UARTDR <- 0x71");
    expect(lines.at(-2)).to.match(/^cpu0 psci {6}SYSTEM_OFF\(.*\) = 0, system off$/);
  });

  it("keeps its memory within that of the guest and 300 MiB", () => {
    const { stderr } = o2p(["boot", file("count.s", COUNT_WITH_STACK), "--stop-after", "1000000", "--stats"]);
    const [, peak, ram] = /^peak memory +(\d+) MiB, for (\d+) MiB of RAM$/m.exec(stderr) ?? [];
    expect(Number(peak)).to.be.below(Number(ram) + 300);
  });

  it("says in a line that a port is in use", async () => {
    const socket = createSocket("udp4");
    await new Promise<void>((resolve) => { socket.bind(0, "127.0.0.1", resolve); });
    const { port } = socket.address();
    const { status, stderr } = o2p(["boot", file("sleep.s", SLEEP), "--net", `udp:${port}`]);
    socket.close();
    expect({ status, stderr }).to.deep.equal({ status: 2, stderr: `o2p: --net udp: port ${port} is in use; give another\n` });
  });

  it("says what its exit status means", () => {
    expect(o2p(["boot", "--help"]).stdout.replace(/\s+/g, " ")).to.include("Exit status: 0 when the machine has been switched off, or was stopped as you asked; 1 when it waits");
  });

  describe("at a terminal", () => {
    // script (of util-linux) gives it a pseudo-terminal, and hands on what it is given.
    const itAtTerminal = itWith("script, of util-linux", spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true);
    /** What stands on the screen, when `keys` were pressed as soon as the machine said >. */
    const atTerminal = async (image: string, keys: string): Promise<string> => {
      const command = `${process.execPath} ${join(COURSE_ROOT, "src/cli/o2p.js")} boot ${image}; echo status $?; stty -a`;
      const terminal = spawn("script", ["-qec", command, "/dev/null"]);
      let screen = "";
      terminal.stdout.on("data", (bytes: Buffer) => {
        if (screen === "") terminal.stdin.write(keys);
        screen += bytes.toString("latin1");
      });
      await once(terminal, "close");
      return screen;
    };

    itAtTerminal("Ctrl-A h helps, Ctrl-A x leaves, and the terminal is as it was", async function () {
      this.timeout(60_000);
      const screen = await atTerminal(file("sleep.s", SLEEP), "\x01h\x01x");
      expect(screen).to.include("Ctrl-A x       leave: the machine is lost");
      expect(screen).to.match(/status 0\r?\n/).and.to.match(/ icanon/);
    });

    itAtTerminal("Ctrl-A s saves and leaves; where there is no room, the machine goes on", async function () {
      this.timeout(60_000);
      const saved = join(dir, "key.snapshot");
      const image = `${file("sleep.s", SLEEP)} --memory 8 --save ${saved}`;
      symlinkSync("/dev/full", `${saved}.new`);
      expect(await atTerminal(image, "\x01s\x01x")).to.include(`o2p: ${saved}: no space left on device; the machine goes on`).and.to.match(/status 0\r?\n/);
      expect(existsSync(saved)).to.equal(false);
      expect(await atTerminal(image, "\x01s")).to.match(/status 0\r?\n/);
      expect(existsSync(saved)).to.equal(true);
    });

    itAtTerminal("Ctrl-C is the machine's", async function () {
      this.timeout(60_000);
      expect(await atTerminal(file("echo.s", ECHO), "\x03a\x01\x01q")).to.include(">\x03a\x01q");
    });
  });
});
