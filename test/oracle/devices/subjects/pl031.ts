import { PL031 } from "../../../../src/formats/devices/pl031";
import { Pl031 } from "../../../../src/machine/devices/pl031";
import type { Random } from "../../words";
import { LINE, write } from "../step";
import { QEMU_OBJECT, type Drawn, type Subject } from "../subject";
import { anyRead, anyWrite, laned, oneOf } from "./drawing";

const STEPS = 6000;
/** 2020-01-01, as QEMU is told. */
const NOW = 1_577_836_800;
const READ = Object.values(PL031).map(({ offset }) => offset);
const { RTCMR, RTCLR, RTCCR, RTCIMSC, RTCICR, RTCDR, RTCRIS } = PL031;

export const PL031_SUBJECT: Subject = {
  name: "pl031",
  options: [],
  base: 0x0901_0000,
  line: [QEMU_OBJECT.GIC, 2],
  ours() {
    let isHigh = false;
    return { device: new Pl031({ line: (high) => { isHigh = high; }, now: () => NOW }), isHigh: () => isHigh };
  },
  draw: (random) => Array.from({ length: STEPS }, () => drawStep(random)).flat(),
};

/** Of the few values that meet: the alarm is to be now at times. */
const drawSeconds = (random: Random): number => oneOf(random, [NOW, NOW + 1, 5, 0, 0xffff_ffff, random.next()]);

function drawStep(random: Random): Drawn[] {
  switch (random.below(9)) {
    case 0: return [laned(anyWrite(random, RTCMR.offset, drawSeconds(random)))];
    case 1: return [laned(write(RTCLR.offset, drawSeconds(random)))];
    case 2: return [laned(anyWrite(random, RTCIMSC.offset, random.next()))];
    case 3: return [laned(anyWrite(random, RTCICR.offset, random.below(4)))];
    case 4: return [laned(anyWrite(random, oneOf(random, [RTCCR.offset, RTCDR.offset, RTCRIS.offset, 0x24, 0xfe0]), random.next()))];
    case 5: return [{ step: LINE }];
    case 6: return [laned(anyRead(random, 4 * random.below(0x400)))];
    default: return [laned(anyRead(random, oneOf(random, READ)))];
  }
}
