import { AssertionError, expect } from "chai";
import { PSCI } from "../../../formats/devices/psci";
import type { BoardRules } from "../../../machine/board/parts";
import { psci as ours, type PsciAnswer, type PsciArguments, type PsciEffect } from "../../../machine/board/psci";
import { hex } from "../03-system-registers/notation";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

type Psci = BoardRules["psci"];

/** Four CPUs, of which 0 and 2 are on. */
const IS_ON = [true, false, true, false] as const;

const ENTRY = 0x4008_0000n;
const NOT_SUPPORTED = 0xffff_ffff_ffff_ffffn;
const INVALID = 0xffff_ffff_ffff_fffen;
const ALREADY_ON = 0xffff_ffff_ffff_fffcn;

type Row = readonly [why: string, call: readonly [bigint, bigint?, bigint?, bigint?], result: bigint, effect?: PsciEffect];

/** As Arm DEN 0022 has them; QEMU 7.2's virt board answers the same. */
const QUESTIONS: readonly Row[] = [
  ["PSCI_VERSION: 1.1",                        [0x8400_0000n],                          0x1_0001n],
  ["MIGRATE_INFO_TYPE",                        [0x8400_0006n],                          2n],
  ["AFFINITY_INFO of CPU 0",                   [0xc400_0004n, 0n, 0n],                  0n],
  ["AFFINITY_INFO of CPU 1",                   [0xc400_0004n, 1n, 0n],                  1n],
  ["AFFINITY_INFO, of 32 bits",                [0x8400_0004n, 1n, 0n],                  1n],
  ["PSCI_FEATURES of CPU_ON",                  [0x8400_000an, 0xc400_0003n],            0n],
  ["PSCI_FEATURES of CPU_SUSPEND, of 32 bits", [0x8400_000an, 0x8400_0001n],            0n],
  ["PSCI_FEATURES of SYSTEM_SUSPEND",          [0x8400_000an, 0xc400_000en],            NOT_SUPPORTED],
  ["PSCI_FEATURES of nothing at all",          [0x8400_000an, 0n],                      NOT_SUPPORTED],
  ["there is no 64-bit PSCI_VERSION",          [0xc400_0000n],                          NOT_SUPPORTED],
  ["nothing at all",                           [0n],                                    NOT_SUPPORTED],
];

const DEEDS: readonly Row[] = [
  ["CPU_ON",                                   [0xc400_0003n, 1n, ENTRY, 7n],           0n, { kind: "CPU on", cpu: 1, entry: ENTRY, context: 7n }],
  ["CPU_ON, all bits of its arguments",        [0xc400_0003n, 3n, 0xffff_0000_4008_0000n, 1n << 63n], 0n, { kind: "CPU on", cpu: 3, entry: 0xffff_0000_4008_0000n, context: 1n << 63n }],
  ["CPU_OFF: it is the caller's own",          [0x8400_0002n, 3n],                      0n, { kind: "CPU off" }],
  ["CPU_SUSPEND",                              [0xc400_0001n, 0n, ENTRY, 5n],           0n, { kind: "suspend" }],
  ["CPU_SUSPEND, to power down",               [0x8400_0001n, 0x1_0000n, ENTRY, 5n],    0n, { kind: "suspend" }],
  ["CPU_SUSPEND, to a state with a name: bits 15:0 are the platform's own", [0xc400_0001n, 0xffffn, ENTRY, 5n], 0n, { kind: "suspend" }],
  ["SYSTEM_OFF",                               [0x8400_0008n],                          0n, { kind: "system off" }],
  ["SYSTEM_RESET",                             [0x8400_0009n],                          0n, { kind: "system reset" }],
];

const MISTAKES: readonly Row[] = [
  ["CPU_ON, of one that is on",                [0xc400_0003n, 2n, ENTRY, 0n],           ALREADY_ON],
  ["CPU_ON, of the caller",                    [0xc400_0003n, 0n, ENTRY, 0n],           ALREADY_ON],
  ["CPU_ON, of one that is not there",         [0xc400_0003n, 4n, ENTRY, 0n],           INVALID],
  ["CPU_ON, of another cluster",               [0xc400_0003n, 0x101n, ENTRY, 0n],       INVALID],
  ["CPU_ON, of MPIDR_EL1 as it was read",      [0xc400_0003n, 0x8000_0001n, ENTRY, 0n], INVALID],
  ["CPU_ON, far above 32 bits",                [0xc400_0003n, 0x1_0000_0001n, ENTRY, 0n], INVALID],
  ["CPU_ON, where no instruction can be",      [0xc400_0003n, 1n, ENTRY + 2n, 0n],      INVALID],
  ["CPU_ON of one that is on, and nowhere: it is wrong before it is on", [0xc400_0003n, 2n, ENTRY + 1n, 0n], INVALID],
  ["AFFINITY_INFO, of one that is not there",  [0xc400_0004n, 4n, 0n],                  INVALID],
  ["AFFINITY_INFO, of a cluster",              [0xc400_0004n, 0n, 1n],                  INVALID],
  ["CPU_SUSPEND, of a whole cluster",          [0xc400_0001n, 0x100_0000n],             INVALID],
  ["CPU_SUSPEND, with a reserved bit",         [0x8400_0001n, 0x2_0000n],               INVALID],
  ["CPU_SUSPEND, with bit 31",                 [0xc400_0001n, 0x8000_0000n],            INVALID],
  ["there is no 64-bit CPU_OFF",               [0xc400_0002n],                          NOT_SUPPORTED],
];

const WIDTHS: readonly Row[] = [
  ["the number is in W0",                      [0x1234_5678_8400_0000n],                0x1_0001n],
  ["a 32-bit call's arguments are in W1 to W3", [0x8400_0003n, 0x5_0000_0001n, 0x1_4008_0000n, 0x2_0000_0007n], 0n, { kind: "CPU on", cpu: 1, entry: ENTRY, context: 7n }],
  ["W1 and W2",                                [0x8400_0004n, 0x7_0000_0003n, 0x7_0000_0000n], 1n],
  ["W1, and a whole X0",                       [0xffff_ffff_8400_000an, 0xffff_ffff_8400_0008n], 0n],
];

export const psci: Trial<Psci> = {
  show: {
    call: (call, isOn) => `psci([${call.map(hex).join(", ")}], [${isOn.map((on) => (on ? "on" : "off")).join(", ")}])`,
    answer: answerText,
  },
  properties: [
    { title: "answers questions", cases: () => QUESTIONS.map(caseOf) },
    { title: "says what is to be done", cases: () => DEEDS.map(caseOf) },
    { title: "refuses what is wrong", cases: () => MISTAKES.map(caseOf) },
    { title: "knows how wide a number is", cases: () => WIDTHS.map(caseOf) },
    {
      title: "agrees with the reference, of machines with up to eight CPUs",
      cases: (draw) => draw.times(400, (): Case<Psci> => {
        const isOn = draw.times(draw.between(1, 8), () => draw.bits(1) === 1);
        const args = [drawCall(draw), isOn] as const;
        return caseFor(args, ours(...args));
      }),
    },
  ],
};

function drawCall(draw: Draw): PsciArguments {
  const numbers = Object.values(PSCI);
  const number = draw.below(8) === 0 ? draw.bits(5) + draw.pick([0x8400_0000, 0xc400_0000]) : draw.pick(numbers);
  const above = draw.below(4) === 0 ? draw.bigBits(32) << 32n : 0n;
  const first = draw.pick([BigInt(draw.below(9)), BigInt(draw.pick(numbers)), draw.bigBits(20)]);
  const second = draw.pick([0n, 0n, draw.bigBits(30) << 2n, draw.bigBits(48)]);
  return [BigInt(number) | above, first | (draw.below(4) === 0 ? above : 0n), second, draw.bigBits(64)];
}

const caseOf = ([why, [x0, x1 = 0n, x2 = 0n, x3 = 0n], result, effect]: Row): Case<Psci> =>
  ({ ...caseFor([[x0, x1, x2, x3], IS_ON], effect === undefined ? { result } : { result, effect }), why });

/** `effect: undefined` is no effect, too. */
const caseFor = (args: Case<Psci>["args"], want: PsciAnswer): Case<Psci> => ({
  args, want,
  accept(answer) {
    if (typeof answer !== "object" || answer === null) throw new AssertionError("no answer at all");
    expect({ effect: undefined, ...answer }).to.deep.equal({ effect: undefined, ...want });
  },
});

function answerText({ result, effect }: PsciAnswer): string {
  return effect === undefined ? hex(result) : `${hex(result)}, and ${effect.kind}${effect.kind === "CPU on" ? `: CPU ${effect.cpu} at ${hex(effect.entry)}, X0 = ${hex(effect.context)}` : ""}`;
}
