import { expect } from "chai";
import type { Descriptor, LeafDescriptor } from "../../../machine/mmu/descriptor";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { notSteps, type Now, whatGoesWrong } from "./break-before-make/simulate";
import { shortestSteps } from "./break-before-make/steps";
import { descriptorText, hex } from "./notation";
import type { ChangeStep, EntryInUse, MmuQuestions } from "./questions";
import { invalidationText } from "./tlbi";

type ChangeEntry = MmuQuestions["changeEntry"];

const page = (fields: Partial<LeafDescriptor> = {}): LeafDescriptor =>
  ({ kind: "page", address: 0x4101_0000, AttrIndx: 0, AP: 0b01, UXN: false, PXN: true, SH: 3, AF: true, nG: true, ...fields });
const block = (fields: Partial<LeafDescriptor> = {}): LeafDescriptor => page({ kind: "block", address: 0x4120_0000, ...fields });
const table: Descriptor = { kind: "table", address: 0x4300_0000, APTable: 0, UXNTable: false, PXNTable: false };
const INVALID = { kind: "invalid" } as const;

const PAGE: EntryInUse = { level: 3, page: 0x400, asid: 7, isShared: false };
const SHARED: EntryInUse = { ...PAGE, isShared: true };
const BLOCK: EntryInUse = { ...SHARED, level: 2 };

type Change = readonly [now: Now, wanted: Descriptor, use: EntryInUse, why: string];

const NEW: readonly Change[] = [
  [INVALID, page(), PAGE,                                        "nothing was there, so nothing is remembered"],
  [INVALID, page(), SHARED,                                      "nor by others"],
  [INVALID, table, BLOCK,                                        "a new table"],
  [page({ AF: false }), page(), PAGE,                            "an entry whose access flag is 0 is never remembered"],
  [page({ AF: false }), page({ address: 0x4102_0000 }), SHARED,  "wherever it leads"],
];

const GONE: readonly Change[] = [
  [page(), INVALID, PAGE,                                        "unmapped: the TLB must not go on with it"],
  [page(), INVALID, SHARED,                                      "nor any other CPU's"],
  [page({ nG: false }), INVALID, SHARED,                         "a global entry is of no address space"],
  [block(), INVALID, BLOCK,                                      "a block"],
  [page(), page({ AF: false }), SHARED,                          "its access flag cleared: the next use is to fault"],
];

const RIGHTS: readonly Change[] = [
  [page(), page({ AP: 0b11 }), PAGE,                             "only its rights change: whichever entry is found, it leads to the same byte"],
  [page(), page({ AP: 0b11 }), SHARED,                           "copy on write, on several CPUs"],
  [page(), page({ UXN: true }), SHARED,                          "so with execution"],
  [page(), page(), SHARED,                                       "nothing changes: nothing is to be done"],
];

const ELSEWHERE: readonly Change[] = [
  [page(), page({ address: 0x4102_0000 }), PAGE,                 "it leads elsewhere: break before make"],
  [page(), page({ address: 0x4102_0000 }), SHARED,               "on several CPUs"],
  [page(), page({ AttrIndx: 1 }), SHARED,                        "another kind of memory"],
  [page(), page({ nG: false }), SHARED,                          "it becomes global: an entry of one address space, and one of all, match the same page"],
  [page({ nG: false }), page(), SHARED,                          "it was global: so its entry goes whatever the ASID"],
  [block(), table, BLOCK,                                        "a block becomes a table: its pages would overlap it"],
  [block(), block({ address: 0x4140_0000 }), BLOCK,              "a block that leads elsewhere"],
];

export const breakBeforeMake: Trial<ChangeEntry> = {
  show: { call: callText, answer: (steps, ...args) => answerText(steps, ...args) },
  properties: [
    { title: "adds an entry", cases: () => NEW.map(caseOf) },
    { title: "takes an entry away", cases: () => GONE.map(caseOf) },
    { title: "changes rights", cases: () => RIGHTS.map(caseOf) },
    { title: "breaks before it makes", cases: () => ELSEWHERE.map(caseOf) },
    { title: "does what is needed, and no more", cases: (draw) => draw.times(300, () => caseOf(drawChange(draw))) },
  ],
};

function caseOf([now, wanted, use, why]: Change): Case<ChangeEntry> {
  return {
    args: [now, wanted, use],
    want: shortestSteps(now, wanted, use),
    ...(why === "" ? {} : { why }),
    accept: (steps) => { expect(wrongWith(steps, now, wanted, use)).to.equal(undefined); },
  };
}

function wrongWith(steps: unknown, now: Now, wanted: Descriptor, use: EntryInUse): string | undefined {
  const shape = notSteps(steps);
  if (shape !== undefined) return shape;
  const wrong = whatGoesWrong(now, wanted, use, steps as readonly ChangeStep[]);
  if (wrong !== undefined) return wrong;
  const { length } = shortestSteps(now, wanted, use);
  return (steps as readonly ChangeStep[]).length > length ? `${length} steps would do` : undefined;
}

function drawChange(draw: Draw): Change {
  const level = draw.pick([2, 3, 3, 3] as const);
  const use: EntryInUse = { level, page: 512 * draw.bits(20), asid: draw.bits(16), isShared: draw.bits(1) === 1 };
  const size = level === 2 ? 0x20_0000 : 0x1000;
  const leaf = (): LeafDescriptor => ({
    ...(level === 2 ? block() : page()),
    address: 0x4200_0000 + size * draw.bits(1), AttrIndx: draw.pick([0, 0, 0, 1]), AP: draw.bits(2), UXN: draw.bits(1) === 1,
    AF: draw.below(4) !== 0, nG: draw.below(3) !== 0,
  });
  const now = draw.below(5) === 0 ? INVALID : leaf();
  const other = draw.pick([INVALID, level === 2 ? table : leaf(), leaf(), leaf(), leaf()]);
  // Often the same entry, but for its rights.
  const rights = { AP: draw.bits(2), PXN: draw.bits(1) === 1 };
  return [now, draw.below(3) === 0 && now.kind !== "invalid" ? { ...now, ...rights } : other, use, ""];
}

function callText(now: Now, wanted: Descriptor, { level, page: first, asid, isShared }: EntryInUse): string {
  return `changeEntry(${descriptorText(now)} -> ${descriptorText(wanted)}), level ${level}, page ${hex(first)}, ASID ${asid}, ${isShared ? "several CPUs" : "this CPU alone"}`;
}

function answerText(steps: readonly ChangeStep[], ...args: readonly [Now, Descriptor, EntryInUse]): string {
  const shape = notSteps(steps);
  if (shape !== undefined) return shape;
  const wrong = wrongWith(steps, ...args);
  return `${steps.length === 0 ? "nothing" : steps.map(stepText).join("; ")}${wrong === undefined ? "" : ` - ${wrong}`}`;
}

const stepText = (step: ChangeStep): string =>
  (typeof step === "string" ? step : `TLBI ${invalidationText(step.TLBI)}${step.broadcast ? ", on all CPUs" : ""}`);
