import type { GicParts } from "../../../machine/devices/gic/parts";
import { groupPriority as ours } from "../../../machine/devices/gic/priority";
import type { Case, Trial } from "../exercise";

type GroupPriority = GicParts["groupPriority"];

/** Arm IHI 0048B, "Priority grouping": the group priority field, by binary point. */
const TABLE = [
  // point  bits
  [0, 0xfe], [1, 0xfc], [2, 0xf8], [3, 0xf0], [4, 0xe0], [5, 0xc0], [6, 0x80], [7, 0x00],
] as const;

const hex = (value: number): string => `0x${value.toString(16)}`;

export const gicGroupPriority: Trial<GroupPriority> = {
  show: {
    call: (priority, point) => `groupPriority(${hex(priority)}, ${point})`,
    answer: (answer) => hex(answer),
  },
  properties: [
    {
      title: "cuts where the manual does",
      cases: () => TABLE.map(([point, bits]): Case<GroupPriority> => ({ args: [0xff, point], want: bits, why: `a binary point of ${point}` })),
    },
    {
      title: "keeps what is above where it is",
      cases: (): readonly Case<GroupPriority>[] => [
        { args: [0xa5, 0], want: 0xa4 },
        { args: [0xa5, 2], want: 0xa0 },
        { args: [0x10, 3], want: 0x10, why: "there is nothing to take away" },
        { args: [0x0f, 3], want: 0x00 },
        { args: [0x80, 6], want: 0x80 },
        { args: [0x00, 4], want: 0x00 },
      ],
    },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(200, (): Case<GroupPriority> => {
        const args = [draw.bits(8), draw.below(8)] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};
