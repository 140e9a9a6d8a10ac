import type { GicParts } from "../../../machine/devices/gic/parts";
import { type Candidate, highestPending as ours } from "../../../machine/devices/gic/priority";
import type { Case, Trial } from "../exercise";

type HighestPending = GicParts["highestPending"];

const of = (intid: number, priority: number, group: 0 | 1 = 0): Candidate => ({ intid, priority, group });

const caseOf = (candidates: readonly Candidate[], want: Candidate | undefined, why: string): Case<HighestPending> =>
  ({ args: [candidates], want, why });

/** Arm IHI 0048B, "Interrupt prioritization" and "Interrupt handling and prioritization"; of equals, as QEMU 7.2. */
const TELLING: readonly Case<HighestPending>[] = [
  caseOf([], undefined, "nothing waits"),
  caseOf([of(33, 0xa0)], of(33, 0xa0), "it is alone"),
  caseOf([of(33, 0xff)], of(33, 0xff), "it is alone, however little it matters"),
  caseOf([of(33, 0xa0), of(34, 0x20)], of(34, 0x20), "the lower number is more urgent"),
  caseOf([of(34, 0x20), of(33, 0xa0)], of(34, 0x20), "the order of the list says nothing"),
  caseOf([of(40, 0x20), of(33, 0x20), of(50, 0x20)], of(33, 0x20), "of equals, the lower INTID"),
  caseOf([of(33, 0x21), of(40, 0x20)], of(40, 0x20), "a difference of one is a difference"),
  caseOf([of(27, 0x80), of(0, 0x81), of(287, 0x00)], of(287, 0x00), "priority 0 is the most urgent"),
  caseOf([of(0, 0x80), of(1, 0x80), of(2, 0x7f)], of(2, 0x7f), "priority comes before INTID"),
  caseOf([of(33, 0x40, 1), of(34, 0x40, 0)], of(33, 0x40, 1), "the group does not matter"),
];

const shown = (each: Candidate): string => `${each.intid}: 0x${each.priority.toString(16)}`;

export const gicFirst: Trial<HighestPending> = {
  show: {
    call: (candidates) => `highestPending([${candidates.map(shown).join(", ")}])`,
    answer: (answer) => (answer === undefined ? "none" : shown(answer)),
  },
  properties: [
    { title: "serves the lowest number first", cases: () => TELLING },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, (): Case<HighestPending> => {
        const intids = draw.shuffle(Array.from({ length: 12 }, (_, i) => 24 + i)).slice(0, draw.below(8));
        const candidates = intids.map((intid) => of(intid, draw.pick([0x20, 0x40, 0x40, 0x80, 0xa0, 0xf8]), draw.bits(1) as 0 | 1));
        return { args: [candidates], want: ours(candidates) };
      }),
    },
  ],
};
