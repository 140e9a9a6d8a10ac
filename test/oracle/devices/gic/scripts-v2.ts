// Scripts that find differences: steps drawn from a seed, near what matters. The interrupts with lines, a few SGIs and a
// few without a line; priorities that are close to each other; two CPUs.

import { GICC } from "../../../../src/formats/devices/gic-cpu-interface";
import { GICD } from "../../../../src/formats/devices/gic-distributor";
import { oneIn, pick } from "../../cpu/values";
import { Random } from "../../words";
import { bitOf, IDS, MASKS, PRIORITIES, PRIVATE, put, SPIS, word } from "./draws";
import { LINES, type Operation, type Script, type Step } from "./operation";
import { GIC_BASE } from "./ours";

const CPU_INTERFACE = GIC_BASE + 0x1_0000;

const wordOf = (offset: number, id: number): number => GIC_BASE + offset + 4 * (id >> 5);

/** `cpu` is one of two, or undefined if there is but one. */
type Draw = (random: Random, cpu: number | undefined) => Step | readonly Step[];

const oneBit = (offset: number, ids: readonly number[] = IDS): Draw => (random) => {
  const id = pick(random, ids);
  const several = ids.filter((other) => other >> 5 === id >> 5).reduce((bits, other) => bits | bitOf(other), 0);
  return put(wordOf(offset, id), oneIn(random, 20) ? several : bitOf(id));
};

const c = ({ offset }: { readonly offset: number }): number => CPU_INTERFACE + offset;

const DISTRIBUTOR: readonly Draw[] = [
  (random) => put(GIC_BASE, oneIn(random, 3) ? 0 : 3),
  oneBit(GICD.GICD_IGROUPR.offset),
  oneBit(GICD.GICD_ISENABLER.offset),
  oneBit(GICD.GICD_ISENABLER.offset),
  oneBit(GICD.GICD_ISENABLER.offset),
  oneBit(GICD.GICD_ICENABLER.offset),
  oneBit(GICD.GICD_ISPENDR.offset, SPIS),
  oneBit(GICD.GICD_ISPENDR.offset, SPIS),
  (random, cpu) => oneBit(GICD.GICD_ICPENDR.offset, cpu === undefined ? IDS : SPIS)(random, cpu),
  oneBit(GICD.GICD_ISACTIVER.offset, PRIVATE),
  oneBit(GICD.GICD_ICACTIVER.offset),
  oneBit(GICD.GICD_ICACTIVER.offset),
  (random) => put(GIC_BASE + GICD.GICD_IPRIORITYR.offset + pick(random, IDS), pick(random, PRIORITIES), 1),
  (random) => put(GIC_BASE + GICD.GICD_IPRIORITYR.offset + pick(random, IDS), pick(random, PRIORITIES), 1),
  (random, cpu) => {
    if (cpu !== undefined) return [];
    const id = pick(random, IDS);
    const clear = put(wordOf(GICD.GICD_ICPENDR.offset, id), bitOf(id));
    return [clear, put(GIC_BASE + GICD.GICD_ITARGETSR.offset + id, 1 + random.below(2), 1)];
  },
  (random, cpu) => put(
    GIC_BASE + GICD.GICD_ICFGR.offset + 4 * (pick(random, cpu === undefined ? IDS : SPIS) >> 4), pick(random, [0, 0xffff_ffff, random.next()]),
  ),
  (random) => put(GIC_BASE + GICD.GICD_SGIR.offset, random.next() & 0x0303_0000 | pick(random, [0, 1, 7, 15])),
  (random) => put(GIC_BASE + GICD.GICD_SGIR.offset, random.next() & 0x0303_0000 | pick(random, [0, 1, 7, 15])),
  (random) => put(GIC_BASE + GICD.GICD_CPENDSGIR.offset + pick(random, [0, 1, 7, 15]), random.below(4), 1),
  (random) => put(GIC_BASE + GICD.GICD_SPENDSGIR.offset + pick(random, [0, 1, 7, 15]), 1 + random.below(3), 1),
];

/** What this CPU may end: of the SPIs, those that it is the target of. */
const mine = (cpu: number | undefined): readonly number[] =>
  cpu === undefined ? IDS : [...PRIVATE, ...SPIS.filter((_, i) => i % 2 === cpu)];

const INTERFACE: readonly Draw[] = [
  (random) => put(c(GICC.GICC_CTLR), oneIn(random, 3) ? random.next() & ~3 : random.next() | 3),
  (random) => put(c(GICC.GICC_PMR), pick(random, MASKS)),
  (random) => put(c(GICC.GICC_BPR), random.below(9)),
  (random) => put(c(GICC.GICC_ABPR), random.below(9)),
  (random, cpu) => put(c(GICC.GICC_EOIR), pick(random, mine(cpu))),
  (random, cpu) => put(c(GICC.GICC_EOIR), pick(random, mine(cpu))),
  (random, cpu) => put(c(GICC.GICC_EOIR), pick(random, mine(cpu))),
  (random) => put(c(GICC.GICC_EOIR), pick(random, [1023, 1022, 300, 288])),
  (random, cpu) => put(c(GICC.GICC_DIR), pick(random, mine(cpu))),
  (random) => put(c(oneIn(random, 2) ? GICC.GICC_APR : GICC.GICC_NSAPR) + 4 * random.below(4), oneIn(random, 3) ? bitOf(random.below(32)) : 0),
];

const everyBit = (offset: number, value = 0xffff_ffff): Step[] => [0, 1, 2, 8].map((n) => put(GIC_BASE + offset + 4 * n, value));

/** So that life goes on: nothing is active any more; all is enabled, and nothing masked. */
const REVIVED: readonly Step[] = [
  ...everyBit(GICD.GICD_ICACTIVER.offset), ...[0, 1, 2, 3].flatMap((n) => [put(c(GICC.GICC_APR) + 4 * n, 0), put(c(GICC.GICC_NSAPR) + 4 * n, 0)]),
  ...everyBit(GICD.GICD_ISENABLER.offset), put(GIC_BASE, 3), put(c(GICC.GICC_CTLR), 7), put(c(GICC.GICC_PMR), 0xff),
];

const LINE: Draw = (random) => ({ kind: "line", line: pick(random, LINES), isHigh: oneIn(random, 2) });

/** Whatever shows what the last steps have done. */
const READ: Draw = (random) => {
  const id = pick(random, IDS);
  return pick<() => Step>(random, [
    ...Array.from({ length: 8 }, () => () => word(c(GICC.GICC_IAR))),
    () => word(c(GICC.GICC_HPPIR)),
    () => word(c(GICC.GICC_RPR)),
    () => word(CPU_INTERFACE + pick(random, [0x0, 0x4, 0x8, 0x1c, 0xd0, 0xd4, 0xd8, 0xdc, 0xe0, 0xe4, 0xe8, 0xec, 0xfc, 0x1000, 0x30])),
    () => word(wordOf(pick(random, [0x80, 0x100, 0x180, 0x200, 0x280, 0x300, 0x380]), id)),
    () => word(GIC_BASE + 0x400 + (id & ~3)),
    () => word(GIC_BASE + 0x800 + (id & ~3)),
    () => word(GIC_BASE + 0xc00 + 4 * (id >> 4)),
    () => word(GIC_BASE + 0xf10 + 4 * random.below(8)),
    () => ({ kind: "look" }),
  ])();
};

/** All of the distributor and the CPU interface, word by word. */
const everything = (cpu: number): Operation[] => {
  const steps = [
    ...Array.from({ length: 0x400 }, (_, i) => word(GIC_BASE + 4 * i)),
    ...Array.from({ length: 0x40 }, (_, i) => word(CPU_INTERFACE + 4 * i)),
  ];
  return steps.map((step) => ({ cpu, step }));
};

/** What shows that a step did what it should: what waits, what runs, what is pending and active. */
const OBSERVED: readonly Step[] = [
  word(c(GICC.GICC_HPPIR)),
  word(c(GICC.GICC_RPR)),
  ...[0, 4].flatMap((at) => [word(GIC_BASE + GICD.GICD_ISPENDR.offset + at), word(GIC_BASE + GICD.GICD_ISACTIVER.offset + at)]),
];

/** Everything enabled, for CPU 0 and CPU 1 in turn. */
const prepared = (cpu: number): Operation[] => [
  put(GIC_BASE, 3), put(c(GICC.GICC_CTLR), 7), put(c(GICC.GICC_PMR), 0xff), put(GIC_BASE + GICD.GICD_ISENABLER.offset, 0xffff_ffff),
  put(GIC_BASE + GICD.GICD_ISENABLER.offset + 4, 0xffff_ffff),
  ...SPIS.map((id, i) => put(GIC_BASE + GICD.GICD_ITARGETSR.offset + id, 1 + i % 2, 1)),
  put(GIC_BASE + GICD.GICD_IPRIORITYR.offset + 24, 0x2020_2020),
].map((step) => ({ cpu, step }));

/** `length` steps and what they show, by one CPU (`cpus` 1) or two. */
export function drawnScript(seed: number, length: number, cpus: 1 | 2): Script {
  const random = new Random(seed);
  const kinds = [DISTRIBUTOR, DISTRIBUTOR, INTERFACE, [LINE], [READ], [READ], [(): readonly Step[] => oneIn(random, 3) ? REVIVED : []]];
  let cpu = 0;
  const drawn = Array.from({ length }, (): Operation[] => {
    if (cpus === 2 && oneIn(random, 4)) cpu = 1 - cpu;
    return [pick(random, pick(random, kinds))(random, cpus === 2 ? cpu : undefined), OBSERVED].flat().map((step) => ({ cpu, step }));
  });
  return [...prepared(0), ...(cpus === 2 ? prepared(1) : []), ...drawn.flat()];
}

export const RESET_SCRIPT: Script = [...everything(0), ...everything(1)];
