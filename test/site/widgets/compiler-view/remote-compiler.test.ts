import { expect } from "chai";
import type { CompileOutcome, CompileRequest } from "../../../../src/site/widgets/compiler-view/messages";
import { RemoteCompiler } from "../../../../src/site/widgets/compiler-view/remote-compiler";

/** A Worker that answers when the test says so. */
class StillWorker {
  static made: StillWorker[] = [];
  readonly asked: CompileRequest[] = [];
  isEnded = false;
  onmessage: ((event: { readonly data: CompileOutcome }) => void) | undefined;
  onerror: ((event: { readonly message: string }) => void) | undefined;

  constructor() {
    StillWorker.made.push(this);
  }

  postMessage(request: CompileRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(): void {
    this.onmessage?.({ data: { kind: "refused", lines: [], ms: 1 } });
  }
}

const request = (source: string): CompileRequest => ({ source, isOptimized: true });

describe("RemoteCompiler", () => {
  const real = globalThis.Worker;
  let compiler: RemoteCompiler;
  beforeEach(() => {
    StillWorker.made = [];
    globalThis.Worker = StillWorker as unknown as typeof Worker;
    compiler = new RemoteCompiler("/worker.js");
  });
  afterEach(() => {
    compiler.close();
    globalThis.Worker = real;
  });

  it("starts its Worker with the first request", () => {
    expect(StillWorker.made).to.have.length(0);
    compiler.compile(request("a"));
    expect(StillWorker.made).to.have.length(1);
    expect(compiler.news()).to.include({ isBusy: true, isThere: false });
  });

  it("keeps of the requests that come while it compiles the latest", () => {
    for (const source of ["a", "b", "c"]) compiler.compile(request(source));
    const [worker] = StillWorker.made;
    worker!.answer();
    expect(worker!.asked.map(({ source }) => source)).to.deep.equal(["a", "c"]);
    expect(compiler.news().answer!.request.source).to.equal("a");
    expect(compiler.news().isBusy).to.equal(true);
    worker!.answer();
    expect(compiler.news().answer!.request.source).to.equal("c");
    expect(compiler.news().isBusy).to.equal(false);
  });

  it("says that it broke, and starts anew with the next request", () => {
    compiler.compile(request("a"));
    StillWorker.made[0]!.onerror?.({ message: "a bug" });
    expect(compiler.news().fault).to.contain("a bug");
    expect(StillWorker.made[0]!.isEnded).to.equal(true);
    compiler.compile(request("a"));
    expect(StillWorker.made).to.have.length(2);
    expect(compiler.news().fault).to.equal(undefined);
  });

  it("has another compile what came while the one that broke was at work", () => {
    compiler.compile(request("a"));
    compiler.compile(request("b"));
    StillWorker.made[0]!.onerror?.({ message: "a bug" });
    expect(StillWorker.made.map(({ isEnded }) => isEnded)).to.deep.equal([true, false]);
    expect(StillWorker.made[1]!.asked.map(({ source }) => source)).to.deep.equal(["b"]);
    expect(compiler.news()).to.include({ isBusy: true, fault: undefined });
  });

  it("gives up a program that does not end, earlier if it has been changed since", () => {
    const [realTimeout, realClear] = [globalThis.setTimeout, globalThis.clearTimeout];
    let timer: { readonly ms: number; readonly go: () => void } | undefined;
    globalThis.setTimeout = ((go: () => void, ms: number) => { timer = { ms, go }; return 1; }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = (() => { timer = undefined; }) as typeof clearTimeout;
    try {
      compiler.compile(request("a"));
      expect(timer?.ms).to.equal(60_000);
      timer!.go();
      expect(compiler.news().fault).to.match(/^Given up: it took more than a minute\./);
      compiler.compile(request("a"));
      compiler.compile(request("b"));
      compiler.compile(request("c"));
      expect(timer?.ms).to.equal(10_000);
      timer!.go();
      expect(StillWorker.made.at(-1)!.asked.map(({ source }) => source)).to.deep.equal(["c"]);
      expect(StillWorker.made.map(({ isEnded }) => isEnded)).to.deep.equal([true, true, false]);
      StillWorker.made.at(-1)!.answer();
      expect(timer).to.equal(undefined);
    } finally {
      [globalThis.setTimeout, globalThis.clearTimeout] = [realTimeout, realClear];
    }
  });
});
