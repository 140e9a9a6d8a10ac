// How fast the parts of the course are: npm run bench. Reported, not asserted: machines differ.

import { reportBuildTimes } from "./compiler/build-time";
import { reportQuality } from "./compiler/quality";
import { benchCpu } from "./cpu.bench";
import { benchDecoder } from "./decoder.bench";
import { savesToVerdicts } from "./learn.bench";
import { benchMmu } from "./mmu.bench";
import { figuresTable } from "./stopwatch";

async function main(): Promise<void> {
  console.log(figuresTable([...benchDecoder(), ...benchCpu(), ...benchMmu()]));
  const times = (await savesToVerdicts()).map(Math.round);
  const median = times[Math.floor(times.length / 2)];
  console.log(`o2p learn, from save to verdict: ${times[0]} ms, ${median} ms in the middle, ${times.at(-1)} ms at worst of ${times.length} saves; target 1,000 ms`);
  reportQuality();
  reportBuildTimes();
}

void main();
