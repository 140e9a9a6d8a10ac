// Whole programs on both engines: chapter 5's, chapter 8's, from the first instruction to where they are switched off, and
// U-Boot, which nobody here wrote. Both print the same and end in the same state; test/long/jit.ts has longer ones.

import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { COURSE_ROOT, imagesFolder } from "../../../src/course/root";
import { ImageCache } from "../../../src/host/images/cache";
import { IMAGES } from "../../../src/host/images/images";
import { createJit } from "../../../src/machine/jit/jit";
import { assembled } from "../board/machines";
import { boot, service, type Software } from "./boots";

interface Trial {
  readonly title: string;
  readonly software: () => Software;
  readonly prints: RegExp;
  /** Of all instructions, those of compiled code. */
  readonly share: number;
}

const chapter5 = (): Uint8Array => assembled(readFileSync(join(COURSE_ROOT, "chapters/05-exceptions/files/exceptions.s"), "utf8"));

const monitor = (): Pick<Software, "image" | "conversation"> => ({
  image: service("src/unikernel/services/monitor.ts"),
  conversation: [[/> $/, "help\r"], [/> $/, "memory\r"], [/> $/, "echo one two\r"], [/> $/, "poweroff\r"]],
});
const SAID = /> echo one two\none two\n> poweroff\n$/;

const TRIALS: readonly Trial[] = [
  { title: "chapter 5's exceptions", software: () => ({ image: chapter5(), memory: 8 }), prints: /./, share: 0 },
  { title: "monitor, and who types", software: () => ({ ...monitor(), memory: 64 }), prints: SAID, share: 0.5 },
  { title: "monitor with GICv3, on four CPUs", software: () => ({ ...monitor(), memory: 128, cpus: 4, gic: 3 }), prints: SAID, share: 0.5 },
];

/** On the interpreter, and on an engine: both equal. Answers the share of compiled code. */
function bootedOnBoth({ software, prints }: Omit<Trial, "share">): number {
  const what = software();
  const right = boot(what);
  const jit = createJit();
  const ours = boot(what, jit);
  expect(right.printed).to.match(prints);
  expect({ printed: ours.printed, hash: ours.hash, time: ours.board.time, isOff: ours.board.isOff })
    .to.deep.equal({ printed: right.printed, hash: right.hash, time: right.board.time, isOff: right.board.isOff });
  const { interpreted, slow } = jit.statistics;
  return (ours.board.time - interpreted - slow) / ours.board.time;
}

describe("Boots on the engine as on the interpreter", () => {
  for (const trial of TRIALS) {
    it(trial.title, () => { expect(bootedOnBoth(trial)).to.be.at.least(trial.share); });
  }

  const cache = new ImageCache(imagesFolder());
  if (!cache.has(IMAGES["u-boot"])) {
    it("U-Boot, which is not here (npx o2p images fetch u-boot), but in CI", () => { expect(process.env["CI"]).to.equal(undefined); });
    return;
  }

  it("U-Boot, to the board that it finds", () => {
    const software = (): Software => ({ firmware: readFileSync(cache.at(IMAGES["u-boot"])), memory: 128, end: /DRAM: {2}128 MiB/, pace: 100_000 });
    expect(bootedOnBoth({ title: "", software, prints: /U-Boot 20\d\d/ })).to.be.greaterThan(0.5);
  });
});
