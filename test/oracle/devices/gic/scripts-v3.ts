// The scripts for GICv3 (scripts-v2.ts has GICv2's): the distributor, two redistributors, and the CPU interface in system
// registers.

import { GICD_V3, GICR, REDISTRIBUTOR } from "../../../../src/formats/devices/gic-v3";
import type { InterfaceRegister } from "../../../../src/machine/sysregs/interrupt-interface";
import { oneIn, pick } from "../../cpu/values";
import { Random } from "../../words";
import { bitOf, IDS, MASKS, PRIORITIES as ALL_PRIORITIES, PRIVATE, put, SPIS, word } from "./draws";
import { LINES, type Operation, type Script, type Step } from "./operation";
import { GIC_BASE } from "./ours";

const REDISTRIBUTORS = GIC_BASE + 0xa_0000;

/** To QEMU, 0xff is no interrupt at all. */
const PRIORITIES = ALL_PRIORITIES.filter((priority) => priority !== 0xff);

type Draw = (random: Random, cpu: number) => Step | readonly Step[];

const redistributor = (cpu: number, { offset }: { readonly offset: number }): number => REDISTRIBUTORS + cpu * REDISTRIBUTOR + offset;
const mrs = (register: InterfaceRegister): Step => ({ kind: "mrs", register });
const msr = (register: InterfaceRegister, value: number | bigint): Step => ({ kind: "msr", register, value: BigInt(value) });

/** A bit of a word: in the redistributor, of a private interrupt; in the distributor, of a shared one. */
const oneBit = (mine: { readonly offset: number }, shared: { readonly offset: number }): Draw => (random, cpu) => {
  const id = pick(random, IDS);
  const value = oneIn(random, 40) ? random.next() : bitOf(id);
  return id < 32 ? put(redistributor(cpu, mine), value) : put(GIC_BASE + shared.offset + 4 * (id >> 5), value);
};

/** CPUs that there are, and one that is not; and, now and then, of another cluster. */
const SGI_TARGETS = [1n, 2n, 3n, 4n, 0x1_0001n, 1n << 32n | 1n, 1n << 40n, 1n << 48n | 3n] as const;

const sgi: Draw = (random) => msr(
  pick<InterfaceRegister>(random, ["ICC_SGI1R_EL1", "ICC_SGI1R_EL1", "ICC_SGI0R_EL1", "ICC_ASGI1R_EL1"]),
  pick(random, SGI_TARGETS) | BigInt(pick(random, [0, 1, 7, 15])) << 24n,
);

const ON_THE_BUS: readonly Draw[] = [
  (random) => put(GIC_BASE, oneIn(random, 3) ? random.next() : 3),
  oneBit(GICR.GICR_IGROUPR0, GICD_V3.GICD_IGROUPR),
  oneBit(GICR.GICR_ISENABLER0, GICD_V3.GICD_ISENABLER),
  oneBit(GICR.GICR_ISENABLER0, GICD_V3.GICD_ISENABLER),
  oneBit(GICR.GICR_ICENABLER0, GICD_V3.GICD_ICENABLER),
  oneBit(GICR.GICR_ISPENDR0, GICD_V3.GICD_ISPENDR),
  oneBit(GICR.GICR_ISPENDR0, GICD_V3.GICD_ISPENDR),
  oneBit(GICR.GICR_ICPENDR0, GICD_V3.GICD_ICPENDR),
  oneBit(GICR.GICR_ISACTIVER0, GICD_V3.GICD_ISACTIVER),
  oneBit(GICR.GICR_ICACTIVER0, GICD_V3.GICD_ICACTIVER),
  oneBit(GICR.GICR_ICACTIVER0, GICD_V3.GICD_ICACTIVER),
  (random, cpu) => put(redistributor(cpu, GICR.GICR_IPRIORITYR) + pick(random, PRIVATE), pick(random, PRIORITIES), 1),
  (random) => put(GIC_BASE + GICD_V3.GICD_IPRIORITYR.offset + pick(random, SPIS), pick(random, PRIORITIES), 1),
  (random) => {
    const id = pick(random, SPIS);
    const looksAgain = put(GIC_BASE + GICD_V3.GICD_ISENABLER.offset + 4 * (id >> 5), 0);
    return [put(GIC_BASE + GICD_V3.GICD_ICFGR.offset + 4 * (id >> 4), random.next()), looksAgain];
  },
  (random, cpu) => put(redistributor(cpu, GICR.GICR_ICFGR) + 4 * random.below(2), random.next()),
  (random) => put(GIC_BASE + GICD_V3.GICD_IROUTER.offset + 8 * (pick(random, SPIS) - 32), pick(random, [0, 1, 2, 0x100])),
  (random) => put(GIC_BASE + GICD_V3.GICD_IROUTER.offset + 8 * (pick(random, SPIS) - 32) + 4, oneIn(random, 5) ? 1 : 0),
];

const END: Draw = (random) => msr(
  pick<InterfaceRegister>(random, ["ICC_EOIR1_EL1", "ICC_EOIR1_EL1", "ICC_EOIR0_EL1", "ICC_DIR_EL1"]), pick(random, [...IDS, 1023, 300]),
);

const SYSTEM: readonly Draw[] = [
  (random) => msr("ICC_CTLR_EL1", oneIn(random, 3) ? random.next() : 0),
  (random) => msr("ICC_PMR_EL1", pick(random, MASKS)),
  (random) => msr("ICC_BPR0_EL1", random.below(8)),
  (random) => msr("ICC_BPR1_EL1", random.below(8)),
  (random) => msr("ICC_IGRPEN0_EL1", oneIn(random, 3) ? 0 : 1),
  (random) => msr("ICC_IGRPEN1_EL1", oneIn(random, 3) ? 0 : 1),
  (random) => msr("ICC_SRE_EL1", random.next()),
  (random) => msr(oneIn(random, 2) ? "ICC_AP0R0_EL1" : "ICC_AP1R0_EL1", oneIn(random, 2) ? 0 : bitOf(random.below(32))),
  END, END, END, sgi, sgi, sgi,
];

/** So that life goes on: nothing is active any more; all is enabled, and nothing masked. */
const revived = (cpu: number): readonly Step[] => [
  put(redistributor(cpu, GICR.GICR_ICACTIVER0), 0xffff_ffff), put(redistributor(cpu, GICR.GICR_ISENABLER0), 0xffff_ffff),
  ...[1, 2, 8].flatMap((n) => [
    put(GIC_BASE + GICD_V3.GICD_ICACTIVER.offset + 4 * n, 0xffff_ffff), put(GIC_BASE + GICD_V3.GICD_ISENABLER.offset + 4 * n, 0xffff_ffff),
  ]),
  msr("ICC_AP0R0_EL1", 0), msr("ICC_AP1R0_EL1", 0), msr("ICC_PMR_EL1", 0xff), msr("ICC_IGRPEN0_EL1", 1), msr("ICC_IGRPEN1_EL1", 1),
  put(GIC_BASE, 3),
];

const LINE: Draw = (random) => ({ kind: "line", line: pick(random, LINES), isHigh: oneIn(random, 2) });

const READ: Draw = (random, cpu) => {
  const id = pick(random, SPIS);
  return pick<() => Step>(random, [
    ...Array.from({ length: 5 }, () => () => mrs("ICC_IAR1_EL1")), ...Array.from({ length: 5 }, () => () => mrs("ICC_IAR0_EL1")),
    () => mrs(pick<InterfaceRegister>(random, [
      "ICC_PMR_EL1", "ICC_BPR0_EL1", "ICC_BPR1_EL1", "ICC_CTLR_EL1", "ICC_SRE_EL1", "ICC_IGRPEN0_EL1", "ICC_IGRPEN1_EL1",
    ])),
    () => word(GIC_BASE + pick(random, [0x80, 0x100, 0x180, 0x280, 0x380]) + 4 * (id >> 5)),
    () => word(GIC_BASE + GICD_V3.GICD_IPRIORITYR.offset + (id & ~3)),
    () => word(GIC_BASE + GICD_V3.GICD_ICFGR.offset + 4 * (id >> 4)),
    () => word(GIC_BASE + GICD_V3.GICD_IROUTER.offset + 8 * (id - 32) + 4 * random.below(2)),
    () => word(redistributor(cpu, GICR.GICR_ISENABLER0)),
    () => word(redistributor(cpu, GICR.GICR_IGROUPR0)),
    () => word(redistributor(cpu, GICR.GICR_ICFGR) + 4 * random.below(2)),
    () => word(redistributor(cpu, GICR.GICR_IPRIORITYR) + 4 * random.below(8)),
  ])();
};

const observed = (cpu: number): readonly Step[] => [
  mrs("ICC_HPPIR0_EL1"), mrs("ICC_HPPIR1_EL1"), mrs("ICC_RPR_EL1"), mrs("ICC_AP0R0_EL1"), mrs("ICC_AP1R0_EL1"),
  word(redistributor(cpu, GICR.GICR_ISPENDR0)), word(redistributor(cpu, GICR.GICR_ISACTIVER0)),
  word(GIC_BASE + GICD_V3.GICD_ISPENDR.offset + 4), word(GIC_BASE + GICD_V3.GICD_ISACTIVER.offset + 4),
];

const prepared = (cpu: number): Operation[] => [
  put(GIC_BASE, 3), put(redistributor(cpu, GICR.GICR_WAKER), 0), msr("ICC_PMR_EL1", 0xff), msr("ICC_IGRPEN0_EL1", 1), msr("ICC_IGRPEN1_EL1", 1),
  put(redistributor(cpu, GICR.GICR_ISENABLER0), 0xffff_ffff), put(redistributor(cpu, GICR.GICR_IGROUPR0), 0xffff_fffc),
  put(GIC_BASE + GICD_V3.GICD_ISENABLER.offset + 4, 0xffff_ffff), put(GIC_BASE + GICD_V3.GICD_IGROUPR.offset + 4, 0xffff_ffff),
  put(redistributor(cpu, GICR.GICR_IPRIORITYR) + 24, 0x2020_2020),
].map((step) => ({ cpu, step }));

/** `length` steps and what they show, by one CPU (`cpus` 1) or two. */
export function drawnScriptV3(seed: number, length: number, cpus: 1 | 2): Script {
  const random = new Random(seed);
  const revive: Draw = (_, cpu) => oneIn(random, 3) ? revived(cpu) : [];
  const kinds = [ON_THE_BUS, ON_THE_BUS, SYSTEM, [LINE], [READ], [READ], [revive]];
  let cpu = 0;
  const drawn = Array.from({ length }, (): Operation[] => {
    if (cpus === 2 && oneIn(random, 4)) cpu = 1 - cpu;
    return [pick(random, pick(random, kinds))(random, cpu), observed(cpu)].flat().map((step) => ({ cpu, step }));
  });
  return [...prepared(0), ...(cpus === 2 ? prepared(1) : []), ...drawn.flat()];
}

const wordsOf = (base: number, bytes: number): Step[] => Array.from({ length: bytes / 4 }, (_, i) => word(base + 4 * i));

const READABLE: readonly InterfaceRegister[] = [
  "ICC_PMR_EL1", "ICC_CTLR_EL1", "ICC_SRE_EL1", "ICC_RPR_EL1", "ICC_IAR0_EL1", "ICC_HPPIR0_EL1", "ICC_BPR0_EL1", "ICC_IGRPEN0_EL1",
  "ICC_IAR1_EL1", "ICC_HPPIR1_EL1", "ICC_BPR1_EL1", "ICC_IGRPEN1_EL1", "ICC_AP0R0_EL1", "ICC_AP1R0_EL1",
];

/** All of it behind power-on. */
export const RESET_SCRIPT_V3: Script = [0, 1].flatMap((cpu) => [
  ...wordsOf(GIC_BASE, 0x1000), ...wordsOf(GIC_BASE + 0x6000, 0xa00), ...wordsOf(GIC_BASE + 0xffc0, 0x40),
  ...wordsOf(redistributor(cpu, GICR.GICR_CTLR), 0x80), ...wordsOf(redistributor(cpu, { offset: 0xffc0 }), 0x1040),
  ...READABLE.map(mrs),
].map((step) => ({ cpu, step })));
