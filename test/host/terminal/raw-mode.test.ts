// Whatever ends or stops the program, the terminal is left as it was. In a pseudo-terminal (script, of util-linux) the
// terminal's own settings say so.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { EventEmitter } from "node:events";
import { join } from "node:path";
import { enterRawMode } from "../../../src/host/terminal/raw-mode";
import { itWith } from "../../installed";

class FakeProcess extends EventEmitter {
  readonly pid = 42;
  readonly log: string[] = [];

  kill(pid: number, signal: string): void {
    this.log.push(`${signal} to ${pid}, ${this.listenerCount(signal)} listen`);
  }
}

function started(): { process: FakeProcess; leave: () => void; take: () => string[] } {
  const process = new FakeProcess();
  const leave = enterRawMode({ setRawMode: (isRaw) => { process.log.push(isRaw ? "raw" : "cooked"); } }, process);
  return { process, leave, take: () => process.log.splice(0) };
}

describe("enterRawMode()", () => {
  it("makes the terminal raw, and undoes it", () => {
    const { process, leave, take } = started();
    expect(take()).to.deep.equal(["raw"]);
    leave();
    expect(take()).to.deep.equal(["cooked"]);
    expect(process.eventNames()).to.deep.equal([]);
  });

  it("undoes it when the process exits", () => {
    const { process, take } = started();
    process.emit("exit");
    expect(take()).to.deep.equal(["raw", "cooked"]);
  });

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) {
    it(`undoes it, and dies of ${signal} nevertheless`, () => {
      const { process, take } = started();
      process.emit(signal);
      expect(take()).to.deep.equal(["raw", "cooked", `${signal} to 42, 0 listen`]);
    });
  }

  it("undoes it while the process is stopped", () => {
    const { process, take } = started();
    process.emit("SIGTSTP");
    process.emit("SIGCONT");
    expect(take()).to.deep.equal(["raw", "cooked", "SIGSTOP to 42, 0 listen", "raw"]);
  });

  describe("on a real terminal", () => {
    const SOURCE = join(__dirname, "../../../src/host/terminal/raw-mode");
    const ends = [
      ["it returns", "leave()"],
      ["it exits", "process.exit(3)"],
      ["an exception is thrown", "setTimeout(() => { throw new Error('thrown') })"],
      ["SIGTERM comes", "process.kill(process.pid, 'SIGTERM'); setTimeout(() => undefined, 1000)"],
    ] as const;
    const itAtTerminal = itWith("script, of util-linux", spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") === true);
    for (const [title, end] of ends) {
      itAtTerminal(`is left as it was when ${title}`, () => {
        const program = `require("ts-node/register"); const { enterRawMode } = require(${JSON.stringify(SOURCE)}); const leave = enterRawMode(process.stdin, process); require("child_process").spawnSync("stty", ["-a"], { stdio: "inherit" }); ${end}`;
        const command = `stty -a; ${process.execPath} -e '${program.replaceAll("'", `'\\''`)}' 2>&1; stty -a`;
        const { stdout } = spawnSync("script", ["-qec", command, "/dev/null"], { encoding: "utf8", cwd: join(__dirname, "../../..") });
        expect([...stdout.matchAll(/(-?)icanon/g)].map(([, off]) => (off === "-" ? "raw" : "cooked"))).to.deep.equal(["cooked", "raw", "cooked"]);
      });
    }
  });
});
