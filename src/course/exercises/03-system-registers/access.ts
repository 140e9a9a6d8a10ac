import type { AccessRule, Verdict } from "../../../machine/sysregs/access";
import { verdictOn as ours } from "../../../machine/sysregs/access";
import type { Level } from "../../../machine/sysregs/pstate";
import type { Gate, Permission } from "../../../machine/sysregs/register";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";

/** As the adapter makes it: the gates that are open are the last argument. */
type VerdictOn = (rule: AccessRule, level: Level, direction: "read" | "write", open: readonly Gate[]) => Verdict;

const rule = (access: AccessRule["access"], read: Permission, write: Permission): AccessRule => ({ access, el0: { read, write } });

const UCT: Gate = ["SCTLR_EL1", "UCT", 1];
const EL0PCTEN: Gate = ["CNTKCTL_EL1", "EL0PCTEN", 1];
const EL0VCTEN: Gate = ["CNTKCTL_EL1", "EL0VCTEN", 1];
const EN: Gate = ["PMUSERENR_EL0", "EN", 1];
const CR: Gate = ["PMUSERENR_EL0", "CR", 1];
const SW: Gate = ["PMUSERENR_EL0", "SW", 1];

const SCTLR_EL1 = rule("RW", "never", "never");
const TPIDR_EL0 = rule("RW", "always", "always");
const TPIDRRO_EL0 = rule("RW", "always", "never");
const CTR_EL0 = rule("RO", [UCT], "never");
const CNTFRQ_EL0 = rule("RW", [EL0PCTEN, EL0VCTEN], "never");
const PMCCNTR_EL0 = rule("RW", [EN, CR], [EN]);
const PMSWINC_EL0 = rule("WO", "never", [EN, SW]);

/** What QEMU 7.2's Neoverse N1 does. In ESR_EL1, EC 0x00 is undefined, and EC 0x18 is trapped. */
const WITHOUT_GATES: readonly Case<VerdictOn>[] = [
  { args: [SCTLR_EL1, 1, "read", []],             want: "allowed",   why: "EL1: mrs x0, SCTLR_EL1" },
  { args: [SCTLR_EL1, 1, "write", []],            want: "allowed",   why: "EL1: msr SCTLR_EL1, x0" },
  { args: [SCTLR_EL1, 0, "read", []],             want: "undefined", why: "EL0: mrs x0, SCTLR_EL1" },
  { args: [SCTLR_EL1, 0, "write", []],            want: "undefined", why: "EL0: msr SCTLR_EL1, x0" },
  { args: [TPIDR_EL0, 0, "write", []],            want: "allowed",   why: "EL0: msr TPIDR_EL0, x0" },
  { args: [TPIDRRO_EL0, 0, "read", []],           want: "allowed",   why: "EL0: mrs x0, TPIDRRO_EL0" },
  { args: [TPIDRRO_EL0, 0, "write", []],          want: "undefined", why: "EL0: msr TPIDRRO_EL0, x0" },
  { args: [TPIDRRO_EL0, 1, "write", []],          want: "allowed",   why: "EL1: msr TPIDRRO_EL0, x0" },
];

const GATES: readonly Case<VerdictOn>[] = [
  { args: [CTR_EL0, 0, "read", []],               want: "trapped",   why: "EL0: mrs x0, CTR_EL0, where UCT is 0" },
  { args: [CTR_EL0, 0, "read", [UCT]],            want: "allowed",   why: "EL0: mrs x0, CTR_EL0, where UCT is 1" },
  { args: [CTR_EL0, 1, "read", []],               want: "allowed",   why: "EL1 meets no gate" },
  { args: [CNTFRQ_EL0, 0, "read", []],            want: "trapped",   why: "EL0: mrs x0, CNTFRQ_EL0, both gates closed" },
  { args: [CNTFRQ_EL0, 0, "read", [EL0VCTEN]],    want: "allowed",   why: "EL0: mrs x0, CNTFRQ_EL0: the second is open" },
  { args: [CNTFRQ_EL0, 0, "read", [EL0PCTEN]],    want: "allowed",   why: "EL0: mrs x0, CNTFRQ_EL0: the first is open" },
  { args: [PMCCNTR_EL0, 0, "read", [CR]],         want: "allowed",   why: "EL0: mrs x0, PMCCNTR_EL0, where CR is 1" },
  { args: [PMCCNTR_EL0, 0, "write", [CR]],        want: "trapped",   why: "EL0: msr PMCCNTR_EL0, x0: CR is for reading" },
  { args: [PMCCNTR_EL0, 0, "read", [SW]],         want: "trapped",   why: "EL0: mrs x0, PMCCNTR_EL0: a gate is open, but not one of its own" },
  { args: [PMSWINC_EL0, 0, "write", []],          want: "trapped",   why: "EL0: msr PMSWINC_EL0, x0" },
  { args: [PMSWINC_EL0, 0, "write", [SW]],        want: "allowed",   why: "EL0: msr PMSWINC_EL0, x0, where SW is 1" },
];

const ONE_WAY: readonly Case<VerdictOn>[] = [
  { args: [CTR_EL0, 1, "write", []],              want: "undefined", why: "EL1: msr S3_3_C0_C0_1, x0: CTR_EL0 is RO" },
  { args: [CTR_EL0, 0, "write", [UCT]],           want: "undefined", why: "EL0: msr S3_3_C0_C0_1, x0: no gate helps" },
  { args: [PMSWINC_EL0, 1, "read", []],           want: "undefined", why: "EL1: mrs x0, S3_3_C9_C12_4: PMSWINC_EL0 is WO" },
  { args: [PMSWINC_EL0, 0, "read", [EN, SW]],     want: "undefined", why: "EL0: mrs x0, S3_3_C9_C12_4" },
  { args: [rule("RO", [UCT], [UCT]), 0, "write", []],    want: "undefined", why: "a closed gate in front of nothing: there is nothing to be trapped" },
  { args: [rule("WO", "always", "always"), 0, "read", []], want: "undefined", why: "what cannot be read cannot always be read" },
];

export const access: Trial<VerdictOn> = {
  show: {
    call: ({ access: kind, el0 }, level, direction, open) =>
      `EL${level} ${direction}s; the register is ${kind}, at EL0 read: ${permissionText(el0.read)}, write: ${permissionText(el0.write)}; open: ${gatesText(open)}`,
    answer: (answer) => String(answer),
  },
  properties: [
    { title: "does as QEMU does where there is no gate", cases: () => WITHOUT_GATES },
    { title: "does as QEMU does at a gate", cases: () => GATES },
    { title: "knows what cannot be done at all", cases: () => ONE_WAY },
    {
      title: "agrees with the reference everywhere",
      cases: (draw) => draw.times(300, (): Case<VerdictOn> => {
        const [any, open] = [rule(draw.pick(["RO", "WO", "RW", "RW"] as const), drawPermission(draw), drawPermission(draw)), drawGates(draw)];
        const [level, direction] = [draw.pick([0, 0, 0, 1] as const), draw.pick(["read", "write"] as const)];
        return { args: [any, level, direction, open], want: ours(any, level, direction, (gate) => open.includes(gate)) };
      }),
    },
  ],
};

const drawGates = (draw: Draw): readonly Gate[] => draw.shuffle([UCT, EL0PCTEN, EL0VCTEN, EN, CR, SW]).slice(0, draw.below(4));

function drawPermission(draw: Draw): Permission {
  const gates = drawGates(draw);
  return draw.pick(["never", "always", gates.length === 0 ? [UCT] : gates, gates.length === 0 ? [SW] : gates]);
}

const permissionText = (permission: Permission): string =>
  typeof permission === "string" ? permission : gatesText(permission);

const gatesText = (gates: readonly Gate[]): string => `[${gates.map(([, field]) => field).join(", ")}]`;
