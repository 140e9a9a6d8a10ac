/** One instruction on two registers, done by the machine; and which lanes of the result hang on which of the sources. */
import { Cpu } from "../../../machine/cpu/cpu";
import { createMemory, FPSR, PAGE, PC } from "../../../machine/cpu/layout";
import { PhysicalMemory } from "../../../machine/cpu/physical-memory";
import { registerNamed } from "../../../machine/cpu/stepping/registers";
import { laneOf, type LaneSize, withLane } from "./lanes";

export interface Outcome {
  readonly result: bigint;
  /** FPSR.QC: a lane was saturated. */
  readonly saturated: boolean;
}

/** A lane of a source: v1 or v2. */
export interface SourceLane {
  readonly register: 1 | 2;
  readonly lane: number;
}

const [v0, v1, v2] = [0, 1, 2].map((n) => registerNamed(`v${n}`)!) as [Reg, Reg, Reg];
type Reg = NonNullable<ReturnType<typeof registerNamed>>;
const fpsrQc = 1n << 27n;

export class VectorMachine {
  readonly #cpu: Cpu;

  constructor() {
    this.#cpu = new Cpu({ physical: new PhysicalMemory(createMemory(PAGE), 0, PAGE) });
  }

  /** `word` with v1 and v2 as given, everything else zero. */
  execute(word: number, x: bigint, y: bigint): Outcome {
    const { state, physical } = this.#cpu;
    state.scalars[PC] = 0n;
    state.scalars[FPSR] = 0n;
    v0.write(state, 0n);
    v1.write(state, x);
    v2.write(state, y);
    physical.write(0, Uint8Array.of(word, word >>> 8, word >>> 16, word >>> 24));
    this.#cpu.run(1);
    return { result: v0.read(state), saturated: (state.scalars[FPSR]! & fpsrQc) !== 0n };
  }

  /** For each lane of the result, which lanes change it: found by changing each in several ways. */
  sourcesOf(word: number, x: bigint, y: bigint, size: LaneSize, resultSize: LaneSize): readonly (readonly SourceLane[])[] {
    const { result } = this.execute(word, x, y);
    const sources: SourceLane[][] = Array.from({ length: 128 / resultSize }, () => []);
    for (const register of [1, 2] as const) {
      for (let lane = 0; lane < 128 / size; lane++) {
        const changed = this.#changedBy(word, x, y, register, size, lane, result);
        sources.forEach((list, i) => {
          if (laneOf(changed, resultSize, i) !== 0n) list.push({ register, lane });
        });
      }
    }
    return sources;
  }

  /** The bits of the result that some other value of the lane would change. */
  #changedBy(word: number, x: bigint, y: bigint, register: 1 | 2, size: LaneSize, lane: number, result: bigint): bigint {
    const own = register === 1 ? x : y;
    const was = laneOf(own, size, lane);
    const ones = (1n << BigInt(size)) - 1n;
    const top = 1n << BigInt(size - 1);
    return [was ^ ones, was ^ 1n, was ^ top, 0n, 1n, ones, top, top - 1n].reduce((changed, to) => {
      const other = withLane(own, size, lane, to);
      return changed | (this.execute(word, register === 1 ? other : x, register === 2 ? other : y).result ^ result);
    }, 0n);
  }
}
