import { needsEvent as ours } from "../../../formats/devices/virtqueue";
import type { VirtioParts } from "../../../machine/devices/virtio/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

type NeedsEvent = VirtioParts["needsEvent"];

type Row = readonly [event: number, now: number, old: number, want: boolean, why: string];

const caseOf = ([event, now, old, want, why]: Row): Case<NeedsEvent> => ({ args: [event, now, old], want, why });

const PLAIN: readonly Row[] = [
  // event  now  old  needed
  [0,  1,  0,  true,  "the first of all, and that was the one"],
  [1,  1,  0,  false, "not yet: index 1 is the next one"],
  [5,  9,  3,  true,  "passed in the middle"],
  [3,  9,  3,  true,  "passed at the beginning"],
  [8,  9,  3,  true,  "passed at the end"],
  [9,  9,  3,  false, "the next one"],
  [2,  9,  3,  false, "passed before"],
  [40, 9,  3,  false, "a long way to go"],
  [3,  3,  3,  false, "nothing has happened"],
  [9,  3,  3,  false, "nothing has happened"],
];

const AROUND: readonly Row[] = [
  [0xffff, 0,      0xffff, true,  "from the last index to 0"],
  [0xffff, 0,      0xfffe, true,  "two, and it was the second"],
  [0xfffe, 0,      0xfffe, true,  "two, and it was the first"],
  [0,      0,      0xfffe, false, "two, and it is the next one"],
  [0xfffd, 0,      0xfffe, false, "passed before"],
  [1,      2,      0xfffe, true,  "behind 0"],
  [2,      2,      0xfffe, false, "behind 0, the next one"],
  [0xffff, 2,      1,      false, "passed before 0"],
  [0x8000, 0x8001, 0x7fff, true,  "across the middle, where 16 bits would get a sign"],
  [0x7fff, 0x8001, 0x8000, false, "across the middle, passed before"],
  [0x9000, 0x8001, 0x7fff, false, "across the middle, a way to go"],
  [0x1234, 0x1233, 0x1234, true,  "nearly all the way around"],
  [0x1233, 0x1233, 0x1234, false, "nearly all the way around, the next one"],
];

/** Near each other, and near the ends. */
function drawCase(draw: Draw): Case<NeedsEvent> {
  const around = draw.pick([0, 0x7fff, 0xffff, draw.bits(16)]);
  const near = (): number => (around + draw.between(-6, 6)) & 0xffff;
  const [event, now, old] = draw.below(4) === 0 ? [draw.bits(16), draw.bits(16), draw.bits(16)] : [near(), near(), near()];
  return { args: [event, now, old], want: ours(event, now, old) };
}

export const eventIndex: Trial<NeedsEvent> = {
  show: {
    call: (event, now, old) => `needsEvent(${event}, ${now}, ${old}): from ${old} to ${now}, ${event} is waited for`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "knows what has been passed", cases: () => PLAIN.map(caseOf) },
    { title: "goes around", cases: () => AROUND.map(caseOf) },
    { title: "agrees with the reference everywhere", cases: (draw) => draw.times(1000, () => drawCase(draw)) },
  ],
};
