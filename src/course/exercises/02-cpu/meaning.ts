import { expect } from "chai";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { outcomeText, showMeaning } from "./meaning/show";
import { type Evaluation, memoryPlace, type Outcome, RAM, Stage, type State } from "./meaning/stage";
import type { PairOperands } from "./questions";
import type { Recording } from "./recorder/recording";

/** As the recorder makes it. What is wanted is no recording, but what becomes of the machine. */
type Recorded = (operands: PairOperands, before: State, evaluation: Evaluation) => Recording | Outcome;

const X0_X1_AT_X2 = { Rt: 0, Rt2: 1, Rn: 2 };

const BEFORE = { x0: 0xffn, x1: 0xff00_0000_0000_0000n, x2: 0x8010n, "mem[0x8010]": 0x1234n, "mem[0x8018]": 0x8000_0000_0000_0001n } as const;

/** Worked out by the manual's pseudocode (Arm ARM, "LDCLRP"). */
const BY_HAND: readonly (readonly [operands: PairOperands, before: State, changes: State, why: string])[] = [
  [X0_X1_AT_X2, BEFORE, { x0: 0x1234n, x1: 0x8000_0000_0000_0001n, "mem[0x8010]": 0x1200n, "mem[0x8018]": 1n }, "ldclrp x0, x1, [x2]: x0 clears bits of the low doubleword, x1 of the high one"],
  [X0_X1_AT_X2, { x0: 1n, x2: 0x8020n, "mem[0x8020]": 1n, "mem[0x8028]": 7n }, { x1: 7n, "mem[0x8020]": 0n }, "a lock of one bit is let go, and x0 and x1 get what was there"],
  [{ Rt: 3, Rt2: 4, Rn: 31 }, { sp: 0x8100n, x3: 0n, x4: 0n, "mem[0x8100]": 5n, "mem[0x8108]": 6n }, { x3: 5n, x4: 6n }, "number 31 is the stack pointer here"],
  [{ Rt: 5, Rt2: 6, Rn: 5 }, { x5: 0x8040n, x6: 2n, "mem[0x8040]": 0x8043n, "mem[0x8048]": 3n }, { x5: 0x8043n, x6: 3n, "mem[0x8040]": 3n, "mem[0x8048]": 1n }, "the base is one of the pair: the address is that of before"],
  [{ Rt: 5, Rt2: 6, Rn: 6 }, { x5: 2n, x6: 0x8040n, "mem[0x8040]": 3n, "mem[0x8048]": 0x8041n }, { x5: 3n, x6: 0x8041n, "mem[0x8040]": 1n, "mem[0x8048]": 1n }, "the base is the other of the pair"],
];

const FAULTS: readonly (readonly [address: bigint, fault: string])[] = [
  [0x1000n, "data abort: read, external fault at 0x1000"],
  [0x8018n, "data abort: read, alignment fault at 0x8018"],
  [0x8014n, "data abort: read, alignment fault at 0x8014"],
];

const stage = ((): (() => Stage) => {
  let made: Stage | undefined;
  return () => (made ??= new Stage());
})();

export const meaning: Trial<Recorded> = {
  show: showMeaning<PairOperands>(({ Rt, Rt2, Rn }) => `LDCLRP X${Rt}, X${Rt2}, [${Rn === 31 ? "SP" : `X${Rn}`}]`, stage),
  properties: [
    { title: "does what the manual says", cases: () => BY_HAND.map(([operands, before, changes, why]) => caseOf(operands, before, "at once", { changes }, why)) },
    { title: "agrees with the reference", cases: (draw) => draw.times(60, () => drawCase(draw, "at once")) },
    {
      title: "does the same where values are evaluated late (rule 2)",
      cases: (draw) => [
        ...BY_HAND.map(([operands, before, changes, why]) => caseOf(operands, before, "late", { changes }, why)),
        ...draw.times(60, () => drawCase(draw, "late")),
      ],
    },
    {
      title: "changes nothing if its access faults (rule 4)",
      cases: () => FAULTS.map(([address, fault]) => caseOf(X0_X1_AT_X2, { ...BEFORE, x2: address }, "late", { changes: {}, fault }, "the access is atomic, and of 16 bytes")),
    },
  ],
};

function caseOf(
  operands: PairOperands, before: State, evaluation: Evaluation, { changes, fault }: { changes: State; fault?: string }, why?: string,
): Case<Recorded> {
  const want: Outcome = { changes, fault, unnamed: [] };
  return {
    args: [operands, before, evaluation], want, ...(why === undefined ? {} : { why }),
    accept: (answer) => { expect(outcomeText(stage().outcome(answer, before, evaluation))).to.equal(outcomeText(want)); },
  };
}

function drawCase(draw: Draw, evaluation: Evaluation): Case<Recorded> {
  const [Rt, Rt2] = draw.shuffle(Array.from({ length: 31 }, (_, n) => n)) as [number, number];
  const Rn = draw.pick([31, Rt, Rt2, draw.below(31)]);
  const at = RAM + 16 * draw.below(256);
  const registers: Record<string, bigint> = { [`x${Rt}`]: draw.bigBits(64), [`x${Rt2}`]: draw.bigBits(64), nzcv: draw.bigBits(4) };
  registers[Rn === 31 ? "sp" : `x${Rn}`] = BigInt(at);
  const [low, high] = [draw.bigBits(64), draw.bigBits(64)];
  const before: State = { ...registers, [memoryPlace(at)]: low, [memoryPlace(at + 8)]: high };
  const after: State = {
    [`x${Rt}`]: low, [`x${Rt2}`]: high,
    [memoryPlace(at)]: low & ~registers[`x${Rt}`]!, [memoryPlace(at + 8)]: high & ~registers[`x${Rt2}`]!,
  };
  const changes = Object.fromEntries(Object.entries(after).filter(([place, value]) => before[place] !== value));
  return caseOf({ Rt, Rt2, Rn }, before, evaluation, { changes });
}
