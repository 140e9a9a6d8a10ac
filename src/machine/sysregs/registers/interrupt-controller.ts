// A GICv3's CPU interface (Arm IHI 0069, "AArch64 System register descriptions"). A group of
// interrupts has registers of its own, but for what one CPU has once: the mask, what it runs, and
// how interrupts end. Chapter 6 says what they do.

import { bug } from "../../../base/bug";
import type { InterfaceRegister, InterruptInterface } from "../interrupt-interface";
import type { FieldRow, RegisterRow, RegisterTable } from "../register";
import type { SystemView } from "../view";

const given = (view: SystemView): InterruptInterface =>
  view.interruptInterface ?? bug("no GICv3 is there to ask");

type Text = Pick<RegisterRow, "title" | "purpose">;

/** A register that the interrupt controller answers for. */
const row = (
  name: InterfaceRegister, text: Text, fields: readonly FieldRow[],
): RegisterRow => ({
  ...text,
  fields,
  needs: "interrupt interface",
  tells: "interrupts",
  read: (view) => given(view).readRegister(name),
  write: (view, value) => { given(view).writeRegister(name, value); },
});

const intid = (meaning: string): readonly FieldRow[] => [["23:0", "INTID", meaning]];
const ACTIVE: readonly FieldRow[] = [["31:0", "P", "Bit n: priority 8 * n is being handled"]];
const BINARY_POINT: readonly FieldRow[] = [["2:0", "BinaryPoint", "Where the priority is cut"]];
const ENABLE: readonly FieldRow[] = [
  ["0", "Enable", "Whether the group is signalled", { "0": "no", "1": "yes" }],
];
const SGI: readonly FieldRow[] = [
  ["55:48", "Aff3", "The targets' Aff3"],
  ["40", "IRM", "Whom it is for", { "0": "those that the other fields name", "1": "all others" }],
  ["39:32", "Aff2", "The targets' Aff2"],
  ["27:24", "INTID", "Which of the 16 SGIs"],
  ["23:16", "Aff1", "The targets' Aff1"],
  ["15:0", "TargetList", "Bit n: the CPU whose Aff0 is n"],
];

const POINT_PURPOSE = "How much of a priority decides whether an interrupt may preempt another.";
const SEND_PURPOSE = "Written, it sends an SGI";

export const INTERRUPT_CONTROLLER_REGISTERS = {
  ICC_PMR_EL1: row("ICC_PMR_EL1", {
    title: "Interrupt Controller Interrupt Priority Mask Register",
    purpose: "Only an interrupt that is more urgent than this is signalled.",
  }, [["7:0", "Priority", "The mask: the lower, the fewer come through"]]),
  ICC_IAR0_EL1: row("ICC_IAR0_EL1", {
    title: "Interrupt Controller Interrupt Acknowledge Register 0",
    purpose: "Which interrupt of group 0 it is. Reading it says that it is being handled.",
  }, intid("What is now active; 1023: none")),
  ICC_EOIR0_EL1: row("ICC_EOIR0_EL1", {
    title: "Interrupt Controller End Of Interrupt Register 0",
    purpose: "The interrupt of group 0 that has been handled.",
  }, intid("What ICC_IAR0_EL1 said")),
  ICC_HPPIR0_EL1: row("ICC_HPPIR0_EL1", {
    title: "Interrupt Controller Highest Priority Pending Interrupt Register 0",
    purpose: "Which interrupt of group 0 would come next. Reading it changes nothing.",
  }, intid("What waits; 1023: none")),
  ICC_BPR0_EL1: row("ICC_BPR0_EL1", {
    title: "Interrupt Controller Binary Point Register 0", purpose: POINT_PURPOSE,
  }, BINARY_POINT),
  ICC_AP0R0_EL1: row("ICC_AP0R0_EL1", {
    title: "Interrupt Controller Active Priorities Group 0 Register 0",
    purpose: "Which priorities of group 0 are being handled.",
  }, ACTIVE),
  ICC_AP1R0_EL1: row("ICC_AP1R0_EL1", {
    title: "Interrupt Controller Active Priorities Group 1 Register 0",
    purpose: "Which priorities of group 1 are being handled.",
  }, ACTIVE),
  ICC_DIR_EL1: row("ICC_DIR_EL1", {
    title: "Interrupt Controller Deactivate Interrupt Register",
    purpose: "The interrupt that may come again, where ending it is two steps.",
  }, intid("What is no longer active")),
  ICC_RPR_EL1: row("ICC_RPR_EL1", {
    title: "Interrupt Controller Running Priority Register",
    purpose: "The priority of the most urgent interrupt that is being handled.",
  }, [["7:0", "Priority", "The priority; 0xff: none is"]]),
  ICC_SGI1R_EL1: row("ICC_SGI1R_EL1", {
    title: "Interrupt Controller Software Generated Interrupt Group 1 Register",
    purpose: `${SEND_PURPOSE}.`,
  }, SGI),
  ICC_ASGI1R_EL1: row("ICC_ASGI1R_EL1", {
    title: "Interrupt Controller Alias Software Generated Interrupt Group 1 Register",
    purpose: `${SEND_PURPOSE} of the other Security state.`,
  }, SGI),
  ICC_SGI0R_EL1: row("ICC_SGI0R_EL1", {
    title: "Interrupt Controller Software Generated Interrupt Group 0 Register",
    purpose: `${SEND_PURPOSE} of group 0.`,
  }, SGI),
  ICC_IAR1_EL1: row("ICC_IAR1_EL1", {
    title: "Interrupt Controller Interrupt Acknowledge Register 1",
    purpose: "Which interrupt of group 1 it is. Reading it says that it is being handled.",
  }, intid("What is now active; 1023: none")),
  ICC_EOIR1_EL1: row("ICC_EOIR1_EL1", {
    title: "Interrupt Controller End Of Interrupt Register 1",
    purpose: "The interrupt of group 1 that has been handled.",
  }, intid("What ICC_IAR1_EL1 said")),
  ICC_HPPIR1_EL1: row("ICC_HPPIR1_EL1", {
    title: "Interrupt Controller Highest Priority Pending Interrupt Register 1",
    purpose: "Which interrupt of group 1 would come next. Reading it changes nothing.",
  }, intid("What waits; 1023: none")),
  ICC_BPR1_EL1: row("ICC_BPR1_EL1", {
    title: "Interrupt Controller Binary Point Register 1", purpose: POINT_PURPOSE,
  }, BINARY_POINT),
  ICC_CTLR_EL1: row("ICC_CTLR_EL1", {
    title: "Interrupt Controller Control Register (EL1)",
    purpose: "How interrupts end, and what this CPU interface can do.",
  }, [
    ["15", "A3V", "Whether SGIs may name an Aff3 that is not 0", { "0": "no", "1": "yes" }],
    ["13:11", "IDbits", "How long INTIDs are", { "0b000": "16 bits", "0b001": "24 bits" }],
    ["10:8", "PRIbits", "Bits of a priority that there are, less one"],
    ["1", "EOImode", "What ICC_EOIR0_EL1 and ICC_EOIR1_EL1 do", {
      "0": "drop the priority and deactivate the interrupt",
      "1": "drop the priority; ICC_DIR_EL1 deactivates the interrupt",
    }],
    ["0", "CBPR", "Whether ICC_BPR0_EL1 is for both groups", { "0": "no", "1": "yes" }],
  ]),
  ICC_SRE_EL1: row("ICC_SRE_EL1", {
    title: "Interrupt Controller System Register Enable register (EL1)",
    purpose: "Whether these registers are in use, or those on the bus. Here, always these.",
  }, [
    ["2", "DIB", "Whether IRQs cannot go past the controller", { "1": "they cannot" }],
    ["1", "DFB", "Whether FIQs cannot go past the controller", { "1": "they cannot" }],
    ["0", "SRE", "Whether the system registers are in use", { "1": "they are" }],
  ]),
  ICC_IGRPEN0_EL1: row("ICC_IGRPEN0_EL1", {
    title: "Interrupt Controller Interrupt Group 0 Enable register",
    purpose: "Whether this CPU hears of interrupts of group 0.",
  }, ENABLE),
  ICC_IGRPEN1_EL1: row("ICC_IGRPEN1_EL1", {
    title: "Interrupt Controller Interrupt Group 1 Enable register",
    purpose: "Whether this CPU hears of interrupts of group 1.",
  }, ENABLE),
} as const satisfies RegisterTable & Readonly<Record<InterfaceRegister, RegisterRow>>;
