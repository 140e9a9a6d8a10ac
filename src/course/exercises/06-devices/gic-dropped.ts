import { dropped as ours } from "../../../machine/devices/gic/active-priorities";
import type { GicParts } from "../../../machine/devices/gic/parts";
import type { Case, Trial } from "../exercise";
import { acceptsWords, hexWord } from "./gic-words";

type Dropped = GicParts["dropped"];

const caseOf = (active: readonly number[], want: readonly number[], why?: string): Case<Dropped> =>
  ({ args: [active], want, accept: acceptsWords(want), ...(why === undefined ? {} : { why }) });

/** Arm IHI 0048B, GICC_EOIR and GICC_APRn; as on QEMU 7.2. */
const TELLING: readonly Case<Dropped>[] = [
  caseOf([1, 0, 0, 0], [0, 0, 0, 0], "priority 0 was alone"),
  caseOf([0b1010, 0, 0, 0], [0b1000, 0, 0, 0], "of 2 and 6, 2 is over"),
  caseOf([0, 1, 0, 1], [0, 0, 0, 1], "the first word that is not 0 has the most urgent"),
  caseOf([0x8000_0000, 1, 0, 0], [0, 1, 0, 0], "bit 31 is a bit like the others"),
  caseOf([0, 0, 0, 0x8000_0000], [0, 0, 0, 0], "the last priority that there is"),
  caseOf([0, 0, 0, 0], [0, 0, 0, 0], "nothing is handled, and so nothing ends"),
  caseOf([0, 0x8000_0001, 0xffff_ffff, 0], [0, 0x8000_0000, 0xffff_ffff, 0], "only one is over"),
];

export const gicDropped: Trial<Dropped> = {
  show: {
    call: (active) => `dropped([${active.map(hexWord).join(", ")}])`,
    answer: (answer) => `[${answer.map(hexWord).join(", ")}]`,
  },
  properties: [
    { title: "takes the most urgent away, and nothing else", cases: () => TELLING },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, () => {
        const active = Array.from({ length: 4 }, () => draw.pick([0, 0, 1 << draw.below(32), draw.bits(32)]) >>> 0);
        return caseOf(active, ours(active));
      }),
    },
  ],
};
