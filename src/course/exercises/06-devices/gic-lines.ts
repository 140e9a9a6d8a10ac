import { expect } from "chai";
import { linesAt as ours, type Lines } from "../../../machine/devices/gic/lines";
import type { GicParts } from "../../../machine/devices/gic/parts";
import type { Case, Trial } from "../exercise";
import { hexWord, unsigned } from "./gic-words";

type LinesAt = GicParts["linesAt"];

const wordsOf = (lines: unknown): unknown => {
  const { levels, edges, latched } = lines as Record<keyof Lines, unknown>;
  return [levels, edges, latched].map(unsigned);
};

function caseOf(lines: Lines, levels: number, want: Lines, why?: string): Case<LinesAt> {
  return {
    args: [lines, levels], want, ...(why === undefined ? {} : { why }),
    accept: (answer) => {
      expect(answer).to.be.an("object").that.has.all.keys("levels", "edges", "latched");
      expect(wordsOf(answer)).to.deep.equal(wordsOf(want));
    },
  };
}

/** Arm IHI 0048B, "Interrupt handling state machine" and GICD_ICFGRn; as on QEMU 7.2. */
const TELLING = [
  // before: levels, edges, latched  becomes  latched, why
  [0b00, 0b10, 0b00, 0b11, 0b10, "both rise; one of them counts by its edges"],
  [0b11, 0b10, 0b00, 0b11, 0b00, "both were high before: nothing rises"],
  [0b11, 0b10, 0b00, 0b00, 0b00, "both fall, and that is no edge that counts"],
  [0b10, 0b10, 0b10, 0b00, 0b10, "it falls, and stays latched: it was seen to rise"],
  [0b01, 0b00, 0b01, 0b00, 0b01, "software's latch of a level stays as well"],
  [0b00, 0b00, 0b00, 0b11, 0b00, "levels are not remembered"],
  [0b00, 0b01, 0b01, 0b01, 0b01, "it rises once more before it was acknowledged: once is enough"],
  [0,    -1,   0,    1 << 31, 1 << 31, "interrupt 31 is a bit like the others"],
] as const;

export const gicLines: Trial<LinesAt> = {
  show: {
    call: (lines, levels) =>
      `linesAt({ levels: ${hexWord(lines.levels)}, edges: ${hexWord(lines.edges)}, latched: ${hexWord(lines.latched)} }, ${hexWord(levels)})`,
    answer: (answer) => `levels ${hexWord(answer.levels)}, edges ${hexWord(answer.edges)}, latched ${hexWord(answer.latched)}`,
  },
  properties: [
    {
      title: "latches what rises, where edges count",
      cases: () => TELLING.map(([levels, edges, latched, next, want, why]) =>
        caseOf({ levels, edges, latched }, next, { levels: next, edges, latched: want }, why)),
    },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, () => {
        const lines = { levels: draw.bits(32), edges: draw.bits(32), latched: draw.bits(32) & draw.bits(32) };
        const levels = draw.bits(32);
        return caseOf(lines, levels, ours(lines, levels));
      }),
    },
  ],
};
