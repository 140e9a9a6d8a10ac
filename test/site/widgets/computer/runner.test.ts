import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { MemoryDisk } from "../../../../src/machine/devices/virtio/disk";
import type { Report, Request, Setup, Status } from "../../../../src/site/widgets/computer/messages";
import { Runner } from "../../../../src/site/widgets/computer/runner";

const program = (name: string): string => readFileSync(path.join(__dirname, `../../../../chapters/06-devices/files/${name}.s`), "utf8");
const setup: Setup = { ramMiB: 16, cpus: 1, gic: 2, bootargs: "", time: "steady", hasNetwork: false };
const assembly = (source: string, changes: Partial<Setup> = {}, runs = true): Request => ({ kind: "start", setup: { ...setup, ...changes }, software: { kind: "assembly", source }, runs });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A Worker without a Worker: time is the test's, and goes on only where somebody waits for it. */
class Bench {
  readonly reports: Report[] = [];
  readonly runner: Runner;
  #ms = 0;
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  /** A look at the clock takes `lookMs`. */
  constructor(lookMs = 0.5) {
    this.runner = new Runner({
      report: (report) => this.reports.push(report),
      later: (ms, task) => {
        const waiting = { at: this.#ms + ms, task };
        this.#tasks.push(waiting);
        return () => { this.#tasks = this.#tasks.filter((each) => each !== waiting); };
      },
      now: () => { this.#ms += lookMs; return this.#ms; },
      openDisk: () => new MemoryDisk(new Uint8Array(512)),
      fillRandom: (random) => random.fill(7),
    });
  }

  async ask(...requests: readonly Request[]): Promise<void> {
    for (const request of requests) await this.runner.handle(request);
  }

  /** Slices until nothing waits, or `ms` have passed. */
  pass(ms = Infinity): void {
    const end = this.#ms + ms;
    for (;;) {
      const next = [...this.#tasks].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) return;
      this.#tasks = this.#tasks.filter((each) => each !== next);
      this.#ms = Math.max(this.#ms, next.at);
      next.task();
    }
  }

  get said(): string {
    return this.reports.flatMap((report) => (report.kind === "said" ? [new TextDecoder().decode(report.bytes)] : [])).join("");
  }

  get status(): Status {
    return this.reports.flatMap((report) => (report.kind === "status" ? [report.status] : [])).at(-1)!;
  }

  of<K extends Report["kind"]>(kind: K): readonly (Report & { readonly kind: K })[] {
    return this.reports.filter((report): report is Report & { readonly kind: K } => report.kind === kind);
  }
}

describe("Runner", () => {
  it("assembles a program, runs it, and says that it has switched itself off", async () => {
    const bench = new Bench();
    await bench.ask(assembly(program("hello")));
    bench.pass();
    expect(bench.said).to.equal("Hello, bus\n");
    expect(bench.status).to.include({ standing: "off", speed: 0 });
    const [{ lines }] = bench.of("started") as [Report & { readonly kind: "started" }];
    expect(lines[0]).to.deep.equal({ line: 9, address: 0x4008_0000 });
  });

  it("says what is typed, and sleeps until somebody types", async () => {
    const bench = new Bench();
    await bench.ask(assembly(program("echo")));
    bench.pass();
    expect(bench.status.standing).to.equal("waits");
    const { time } = bench.status;
    // Three keys between two slices: none of them waits for a fourth.
    for (const key of "abc") await bench.ask({ kind: "type", bytes: bytes(key) });
    bench.pass();
    expect(bench.said).to.equal("Type. Ctrl-D ends it.\r\nABC");
    expect(bench.status.time).to.be.within(time + 1, time + 200);
    await bench.ask({ kind: "type", bytes: bytes("\x04") });
    bench.pass();
    expect(bench.said).to.match(/Off\.\r\n$/);
    expect(bench.status.standing).to.equal("off");
  });

  it("lets sleep last as long as it says, by the page's clock", async () => {
    const bench = new Bench();
    await bench.ask(assembly(program("tick")));
    bench.pass(2700);
    expect(bench.said.split("\r\n")).to.have.length(6);
    expect(bench.status.seconds).to.be.within(2.4, 2.7);
    bench.pass();
    expect(bench.status.standing).to.equal("off");
    expect(bench.status.seconds).to.be.within(4.99, 5.01);
  });

  it("skips sleep in virtual time, and does the same each time", async () => {
    const ends = [];
    for (let i = 0; i < 2; i++) {
      const bench = new Bench();
      await bench.ask(assembly(program("tick"), { time: "virtual" }));
      bench.pass();
      ends.push([bench.said, bench.status.time, bench.status.seconds]);
    }
    expect(ends[0]).to.deep.equal(ends[1]);
  });

  it("stops, steps, and goes on", async () => {
    const bench = new Bench();
    await bench.ask({ kind: "watch", wanted: { cpu: 0, devices: false, walk: undefined } }, assembly(program("hello"), {}, false));
    expect(bench.status).to.include({ standing: "stopped", time: 0 });
    await bench.ask({ kind: "step", count: 1 });
    bench.pass();
    expect(bench.status).to.include({ standing: "stopped", time: 1 });
    expect(bench.of("view").at(-1)!.view.cpu).to.include({ pc: 0x4008_0004n, next: "ldr x2, 0x40080038" });
    await bench.ask({ kind: "step", count: 9 });
    bench.pass();
    expect(bench.status.time).to.equal(10);
    await bench.ask({ kind: "run" });
    bench.pass();
    expect(bench.said).to.equal("Hello, bus\n");
  });

  it("stops a machine that goes in a circle, between two slices", async () => {
    const bench = new Bench(10);
    await bench.ask(assembly("again: b again"));
    bench.pass(300);
    expect(bench.status.standing).to.equal("runs");
    await bench.ask({ kind: "stop" });
    const { time } = bench.status;
    expect(bench.status.standing).to.equal("stopped");
    bench.pass(100);
    expect(bench.status.time).to.equal(time);
  });

  it("shows four CPUs, their interrupts, and which of them sleep", async () => {
    const bench = new Bench();
    await bench.ask({ kind: "watch", wanted: { cpu: 3, devices: true, walk: undefined } }, assembly(program("four"), { cpus: 4 }));
    bench.pass();
    const { view } = bench.of("view").at(-1)!;
    expect(bench.said.split("\r\n").slice(0, 2)).to.deep.equal(["CPU 1 hears of CPU 0", "CPU 2 hears of CPU 1"]);
    expect(view.cpu.index).to.equal(3);
    expect(view.activities).to.deep.equal(["runs", "WFI", "WFI", "WFI"]);
    expect(view.devices!.interrupts).to.deep.equal([]); // SGI 0 has been acknowledged by all.
    expect(view.devices!.cpuInterface).to.include({ mask: 0xf0 });
  });

  it("walks PC's address through the tables that the machine has made", async () => {
    const bench = new Bench();
    const source = readFileSync(path.join(__dirname, "../../../../chapters/05-exceptions/files/exceptions.s"), "utf8");
    await bench.ask(assembly(source));
    bench.pass();
    await bench.ask({ kind: "watch", wanted: { cpu: 0, devices: false, walk: 0x4028_0000n } });
    const { walk } = bench.of("view").at(-1)!.view;
    // Its own tables: level 1 has two entries, level 2 four.
    expect(walk!.descriptors.length).to.equal(6);
    expect(walk!.registers.TCR_EL1).to.equal(0x1_0080_3519n);
  });

  it("is the same machine behind a snapshot", async () => {
    const first = new Bench();
    await first.ask(assembly(program("tick"), { time: "virtual" }, false), { kind: "step", count: 700 });
    first.pass();
    await first.ask({ kind: "save" });
    const [{ snapshot }] = first.of("saved") as [Report & { readonly kind: "saved" }];
    await first.ask({ kind: "run" });
    first.pass();
    const second = new Bench();
    await second.ask({ kind: "load", snapshot: new Blob([new Uint8Array(snapshot)]), disks: [], time: "virtual", runs: true });
    second.pass();
    expect(first.said.endsWith(second.said)).to.equal(true);
    expect(second.status).to.deep.equal(first.status);
  });

  const faults: readonly (readonly [title: string, request: Request, what: RegExp, line: number | undefined])[] = [
    ["a mistake in a program", assembly("nop\nmov x0, nothing"), /column/, 2],
    ["nothing to run", { kind: "start", setup, software: { kind: "files", disks: [] }, runs: true }, /^there is nothing to run/, undefined],
    ["a kernel and firmware", { kind: "start", setup, software: { kind: "files", disks: [], kernel: new Blob(["abcd"]), firmware: new Blob(["abcd"]) }, runs: true }, /take one of them out$/, undefined],
    ["a text for a kernel", { kind: "start", setup, software: { kind: "files", disks: [], kernel: new Blob(["hello, hello, hello"]) }, runs: true }, /a text, not an image/, undefined],
    ["no snapshot", { kind: "load", snapshot: new Blob(["hello"]), disks: [], time: "steady", runs: true }, /^not a snapshot/, undefined],
  ];
  for (const [title, request, what, line] of faults) {
    it(`says in a line what is wrong: ${title}`, async () => {
      const bench = new Bench();
      await bench.ask(request);
      bench.pass();
      const [fault] = bench.of("fault");
      expect(fault!.what).to.match(what);
      expect(fault!.line).to.equal(line);
      await bench.ask(assembly(program("hello")));
      bench.pass();
      expect(bench.said).to.equal("Hello, bus\n");
    });
  }
});
