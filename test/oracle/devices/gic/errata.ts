// Where QEMU 7.2 departs from the manuals, and we do not follow it. Some answers are compared without the bits that
// differ. Some questions are not asked at all, since what follows would differ for good: the scripts leave them out, and
// the tests of test/machine/devices/gic ask them, by the manual.

import { GICC } from "../../../../src/formats/devices/gic-cpu-interface";
import { GICD_V3, GICR, REDISTRIBUTOR } from "../../../../src/formats/devices/gic-v3";
import type { Answer, Asked, Step } from "./operation";
import { GIC_BASE } from "./ours";

const ALL = 0xffff_ffff_ffff_ffffn;
const CPU_INTERFACE = GIC_BASE + 0x1_0000;
const REDISTRIBUTORS = GIC_BASE + 0xa_0000;

interface Erratum {
  readonly version: 2 | 3;
  readonly manual: string;
  readonly what: string;
}

interface AnswerErratum extends Erratum {
  /** Where it is read. */
  readonly address: number;
  /** The bits that are not compared. */
  readonly mask: bigint;
}

const redistributor = (cpu: number, { offset }: { readonly offset: number }): number => REDISTRIBUTORS + cpu * REDISTRIBUTOR + offset;

export const ANSWERS: readonly AnswerErratum[] = [
  {
    version: 2, address: CPU_INTERFACE + GICC.GICC_HPPIR.offset, mask: 0x1c00n, manual: "IHI 0048B, GICC_HPPIR",
    what: "of an SGI, QEMU leaves the sender out",
  },
  {
    version: 2, address: CPU_INTERFACE + GICC.GICC_AIAR.offset, mask: ALL, manual: "IHI 0048B, GICC_AIAR",
    what: "QEMU has no aliased registers but GICC_ABPR: they read as 0",
  },
  {
    version: 2, address: CPU_INTERFACE + GICC.GICC_AHPPIR.offset, mask: ALL, manual: "IHI 0048B, GICC_AHPPIR",
    what: "QEMU has no aliased registers but GICC_ABPR: they read as 0",
  },
  {
    version: 3, address: GIC_BASE + GICD_V3.GICD_TYPER.offset, mask: 0x2_001fn, manual: "IHI 0069, GICD_TYPER",
    what: "QEMU says 256 interrupts where there are 288, and, without an ITS, LPIs",
  },
  ...[0, 1].flatMap((cpu): AnswerErratum[] => [
    {
      version: 3, address: redistributor(cpu, GICR.GICR_CTLR), mask: 2n, manual: "IHI 0069, GICR_CTLR",
      what: "LPIs again: CES says that they can be switched off",
    },
    {
      version: 3, address: redistributor(cpu, GICR.GICR_TYPER), mask: 0x100_0001n, manual: "IHI 0069, GICR_TYPER",
      what: "LPIs again: PLPIS, and CommonLPIAff",
    },
  ]),
];

export const NOT_ASKED: readonly Erratum[] = [
  { version: 2, manual: "IHI 0048B, GICD_ISPENDRn", what: "QEMU does not set a PPI pending" },
  { version: 2, manual: "IHI 0048B, GICD_ICPENDRn", what: "QEMU clears a PPI's pending state at every CPU" },
  { version: 2, manual: "IHI 0048B, GICD_ICFGRn", what: "QEMU keeps one configuration of the PPIs for all CPUs" },
  { version: 2, manual: "IHI 0048B, 1-N model", what: "QEMU keeps an SPI's pending and active state for each CPU" },
  { version: 2, manual: "IHI 0048B, GICD_ITARGETSRn", what: "QEMU leaves a latched SPI with the CPUs that were its targets" },
  { version: 2, manual: "IHI 0048B, GICD_SPENDSGIRn", what: "writing 0, QEMU sets the SGI pending; acknowledging it, it aborts" },
  { version: 2, manual: "IHI 0048B, GICC_IAR", what: "QEMU acknowledges an interrupt whose group is disabled" },
  { version: 3, manual: "IHI 0069, GICR_WAKER", what: "QEMU delivers interrupts to a CPU that sleeps" },
  { version: 3, manual: "IHI 0069, GICD_ICFGR<n>", what: "QEMU does not look again at what is pending" },
  { version: 3, manual: "IHI 0069, GICD_IPRIORITYR<n>", what: "to QEMU, priority 0xff is no interrupt at all" },
  { version: 3, manual: "IHI 0069, ICC_BPR1_EL1", what: "writing 8, whose low bits are 0, and acknowledging, QEMU aborts" },
];

/** What is compared of an answer. */
export function compared(version: Asked["version"], step: Step, answer: Answer): Answer {
  const erratum = step.kind !== "read" ? undefined : ANSWERS.find((each) => each.version === version && each.address === step.address);
  return erratum === undefined ? answer : { ...answer, value: answer.value & ~erratum.mask };
}
