// The same program in the same state, on two machines: one instruction at a time, and as many as one likes. RAM is full
// of it, so that it runs on whatever page it gets to, and overwrites itself now and then.

import { hex } from "../../../src/base/word";
import { CodeCache } from "../../../src/machine/cpu/code-cache";
import { Cpu } from "../../../src/machine/cpu/cpu";
import type { MachineEngine } from "../../../src/machine/cpu/engine";
import { causeText } from "../../../src/machine/cpu/exception";
import { createMemory } from "../../../src/machine/cpu/layout";
import { meaningOf } from "../../../src/machine/cpu/meanings";
import { PhysicalMemory } from "../../../src/machine/cpu/physical-memory";
import { stateHash } from "../../../src/machine/cpu/stepping/state-hash";
import type { Translation } from "../../../src/machine/cpu/translation";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";
import { oneIn, pick } from "../../oracle/cpu/values";
import { drawWordsOf, Random } from "../../oracle/words";
import { drawRegisters, RAM } from "./fuzz";

/** Instructions and exceptions of one program. */
const LENGTH = 1000;

/** B, B.NE, CBZ X3, TBZ W3, #5: by a few words, forwards or backwards. */
const BRANCHES: readonly ((words: number) => number)[] = [
  (words) => 0x1400_0000 | (words & 0x3ff_ffff),
  (words) => 0x5400_0001 | ((words & 0x7_ffff) << 5),
  (words) => 0xb400_0003 | ((words & 0x7_ffff) << 5),
  (words) => 0x3628_0003 | ((words & 0x3fff) << 5),
];

export interface Pace {
  readonly stops: readonly string[];
  readonly retired: number;
  readonly hash: string;
}

export interface Comparison {
  /** Seeds of programs that went otherwise. */
  readonly different: readonly number[];
  readonly retired: number;
  readonly stops: number;
}

export function comparePaces(programs: number, seed: number, translation: Translation): Comparison {
  const different: number[] = [];
  let [retired, stops] = [0, 0];
  const program = programs === 0 ? new Uint32Array() : wordsFor(new Random(seed));
  for (let i = 0; i < programs; i++) {
    const own = seed + 1 + i;
    const random = new Random(~own);
    const stepped = run(program, own, translation, () => 1);
    const ran = run(program, own, translation, () => 1 + random.below(200));
    if (JSON.stringify(stepped) !== JSON.stringify(ran)) different.push(own);
    retired += stepped.retired;
    stops += stepped.stops.length;
  }
  return { different, retired, stops };
}

/** Instructions, all but a few. Where they are in RAM depends on the program's seed. */
export function wordsFor(random: Random): Uint32Array {
  const ofGroup = (name: RegExp): Row[] => standardDecoder().rows.filter((row) => name.test(row.group));
  const groups = [/^Data processing -- (imm|reg)/, /scalar floating/, /^Loads/].map(ofGroup);
  return Uint32Array.from({ length: RAM / 4 }, () => {
    if (oneIn(random, 8)) return pick(random, BRANCHES)(random.below(40) - 20) >>> 0;
    for (;;) {
      const [word] = drawWordsOf([pick(random, pick(random, groups))], 1, random);
      if (oneIn(random, 100) || meaningOf(standardDecoder(), word!) !== undefined) return word!;
    }
  });
}

/** `engine`: chapter 11's. */
export function run(program: Uint32Array, seed: number, translation: Translation, limit: () => number, engine?: MachineEngine, length = LENGTH): Pace {
  const random = new Random(seed);
  const physical = new PhysicalMemory(createMemory(RAM, engine?.bytesFor(1)), 0, RAM);
  const start = 4 * random.below(program.length);
  const bytes = new Uint8Array(program.buffer);
  physical.write(0, bytes.subarray(start));
  physical.write(RAM - start, bytes.subarray(0, start));
  const code = new CodeCache(physical);
  const cpu = new Cpu({ physical, translation, code, ...engine?.install({ physical, code, cpus: 1 })(0) });
  const begin = (): void => {
    for (let i = 0; i < 8; i++) drawRegisters(cpu, random);
    cpu.pc = BigInt(4 * random.below(RAM / 4));
  };
  begin();
  const stops: string[] = [];
  while (cpu.retired + stops.length < length) {
    const stop = cpu.run(Math.min(limit(), length - cpu.retired - stops.length));
    if (stop.kind === "limit") continue;
    const what = stop.kind === "exception" ? causeText(stop.cause) : stop.kind;
    stops.push(`${what}, PC being ${hex(cpu.pc)}, after ${cpu.retired}`);
    begin();
  }
  return { stops, retired: cpu.retired, hash: stateHash({ physical, cpus: [cpu] }) };
}
