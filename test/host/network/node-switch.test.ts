// One switch for several processes: here several ports of one process, which meet at a socket like strangers.

import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { SharedSwitchPort, socketPath } from "../../../src/host/network/node-switch";
import { itWith } from "../../installed";

const numbered = (number: number): Uint8Array => new Uint8Array(60).fill(number);

describe("switch:", () => {
  let dir: string;
  let path: string;
  const ports: SharedSwitchPort[] = [];
  before(() => { dir = mkdtempSync(join(tmpdir(), "o2p-switch-")); });
  after(() => rmSync(dir, { recursive: true }));
  beforeEach(() => {
    path = join(dir, "lab");
    rmSync(path, { force: true });
  });
  afterEach(() => { for (const port of ports.splice(0)) port.close(); });

  const joined = async (heard: number[]): Promise<SharedSwitchPort> => {
    const port = await SharedSwitchPort.join(path, (frame) => { heard.push(frame[12]!); });
    ports.push(port);
    return port;
  };
  /** What is heard has come. */
  const until = async (isThere: () => boolean): Promise<void> => {
    for (let waits = 0; !isThere(); waits++) {
      if (waits > 400) throw new Error("it does not come");
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
  };

  it("connects whoever joins it", async () => {
    const heard: number[][] = [[], [], []];
    const [a, b, c] = [await joined(heard[0]!), await joined(heard[1]!), await joined(heard[2]!)];
    expect([a.isSwitch, b.isSwitch, c.isSwitch]).to.deep.equal([true, false, false]);
    const frame = numbered(255); // To everybody.
    b.send(frame.fill(5, 12));
    await until(() => heard[0]!.length === 1 && heard[2]!.length === 1);
    a.send(frame.fill(6, 12));
    await until(() => heard[1]!.length === 1 && heard[2]!.length === 2);
    expect(heard).to.deep.equal([[5], [6], [5, 6]]);
  });

  it("goes on when the process is gone that was the switch", async () => {
    const heard: number[][] = [[], [], []];
    const [a, b, c] = [await joined(heard[0]!), await joined(heard[1]!), await joined(heard[2]!)];
    a.close();
    const frame = numbered(255);
    await until(() => {
      b.send(frame.fill(5, 12));
      return heard[2]!.length > 0;
    });
    expect([b.isSwitch, c.isSwitch].filter(Boolean)).to.have.length(1);
    expect(heard[0]).to.deep.equal([]);
  });

  it("takes the place of a process that was killed", async () => {
    const child = spawn(process.execPath, ["-e", `require("net").createServer().listen(${JSON.stringify(path)}, () => console.log("listens"))`]);
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(path)).to.be.true;
    const a = await joined([]);
    expect(a.isSwitch).to.be.true;
  });

  it("leaves no socket behind", async () => {
    const a = await joined([]);
    expect(existsSync(path)).to.be.true;
    a.close();
    await until(() => !existsSync(path));
  });

  it("has its socket among the temporary files, unless its name is a path", () => {
    expect(socketPath("lab")).to.equal(join(tmpdir(), "o2p-switch-lab"));
    expect(socketPath("./lab")).to.equal("./lab");
  });

  it("says in a line that a name cannot be had", async () => {
    const fault = await SharedSwitchPort.join("/nowhere/lab", () => undefined).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(UserFault).with.property("message").match(/^--net switch: \/nowhere\/lab cannot be a switch's socket \(E\w+\); give another name$/);
    writeFileSync(join(dir, "file"), "");
    expect(await SharedSwitchPort.join(join(dir, "file", "lab"), () => undefined).catch((error: unknown) => error)).to.be.instanceOf(UserFault);
  });

  it("leaves a file alone that is no socket", async () => {
    writeFileSync(path, "somebody's");
    const fault = await SharedSwitchPort.join(path, () => undefined).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(UserFault).with.property("message", `--net switch: ${path} cannot be a switch's socket (it is another file); give another name`);
    expect(readFileSync(path, "latin1")).to.equal("somebody's");
  });

  const qemu = "qemu-system-aarch64";
  itWith(qemu, spawnSync(qemu, ["--version"]).status === 0)("takes a QEMU with -netdev stream", async function () {
    this.timeout(20_000);
    const heard: number[] = [];
    const ours = await joined(heard);
    const further = join(dir, "further");
    const echo = createServer((socket) => {
      socket.on("error", () => socket.destroy()); // QEMU leaves without a word.
      socket.pipe(socket);
    }).listen(further);
    const stream = (id: string, to: string): string[] =>
      ["-netdev", `stream,id=${id},server=off,addr.type=unix,addr.path=${to}`, "-netdev", `hubport,id=p${id},hubid=0,netdev=${id}`];
    const machine = spawn(qemu, ["-machine", "virt", "-display", "none", "-nodefaults", "-monitor", "stdio", ...stream("a", path), ...stream("b", further)], { stdio: ["pipe", "pipe", "inherit"] });
    try {
      await once(machine.stdout, "data");
      await until(() => {
        ours.send(numbered(255).fill(9, 12));
        return heard.length > 0;
      });
      expect(heard[0]).to.equal(9);
    } finally {
      machine.stdin.end("quit\n");
      await once(machine, "exit");
      echo.close();
    }
  });
});
