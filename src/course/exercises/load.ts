// From an exercise's id to its trial, loaded when it is asked for: a trial may bring the whole machine with it.

import { bug } from "../../base/bug";
import type { AnyTrial, Part, Question, Trial } from "./exercise";
import type { Plain } from "./plain";

const TRIALS: Readonly<Record<string, () => Promise<AnyTrial>>> = {
  "decoder/field":             async () => trial((await import("./01-decoder/field")).field),
  "decoder/parse-diagram":     async () => trial((await import("./01-decoder/parse-diagram")).parseDiagram),
  "decoder/sign-extend":       async () => trial((await import("./01-decoder/sign-extend")).signExtend),
  "decoder/pc-relative":       async () => trial((await import("./01-decoder/pc-relative")).pcRelative),
  "decoder/logical-immediate": async () => trial((await import("./01-decoder/logical-immediate")).logicalImmediate),
  "decoder/mask-encoder":      async () => trial((await import("./01-decoder/mask-encoder")).maskEncoder),
  "decoder/foreign-masks":     async () => trial((await import("./01-decoder/foreign-masks")).foreignMasks),
  "decoder/classify":          async () => trial((await import("./01-decoder/classify")).classify),
  "decoder/foreign-words":     async () => trial((await import("./01-decoder/foreign-words")).foreignWords),
  "decoder/float-immediate":   async () => trial((await import("./01-decoder/float-immediate")).floatImmediate),
  "decoder/register-name":     async () => trial((await import("./01-decoder/register-name")).registerName),
  "decoder/shifted-register":  async () => trial((await import("./01-decoder/shifted-register")).shiftedRegister),
  "cpu/shift":                async () => trial((await import("./02-cpu/shift")).shift),
  "cpu/extend":               async () => trial((await import("./02-cpu/extend")).extend),
  "cpu/add-with-carry":       async () => trial((await import("./02-cpu/add-with-carry")).addWithCarry),
  "cpu/condition":            async () => trial((await import("./02-cpu/condition")).condition),
  "cpu/big-numbers":          async () => trial((await import("./02-cpu/big-numbers")).bigNumbers),
  "cpu/foreign-flags":        async () => trial((await import("./02-cpu/foreign-flags")).foreignFlags),
  "cpu/crossing":             async () => trial((await import("./02-cpu/crossing")).crossing),
  "cpu/exclusive-monitor":    async () => trial((await import("./02-cpu/exclusive-monitor")).exclusiveMonitor),
  "cpu/round":                async () => trial((await import("./02-cpu/round")).round),
  "cpu/fp-compare":           async () => trial((await import("./02-cpu/fp-compare")).fpCompare),
  "cpu/saturate":             async () => trial((await import("./02-cpu/saturate")).saturate),
  "cpu/lanes":                async () => trial((await import("./02-cpu/lanes")).lanes),
  "cpu/meaning":              async () => trial((await import("./02-cpu/meaning")).meaning),
  "cpu/foreign-meaning":      async () => trial((await import("./02-cpu/foreign-meaning")).foreignMeaning),
  "cpu/undo-log":             async () => trial((await import("./02-cpu/undo-log")).undoLog),
  "system-registers/encoding":         async () => trial((await import("./03-system-registers/encoding")).encoding),
  "system-registers/field-of":         async () => trial((await import("./03-system-registers/field-of")).fieldOf),
  "system-registers/with-field":       async () => trial((await import("./03-system-registers/with-field")).withField),
  "system-registers/written":          async () => trial((await import("./03-system-registers/written")).written),
  "system-registers/write-pstate":     async () => trial((await import("./03-system-registers/write-pstate")).writePstate),
  "system-registers/stack-pointer":    async () => trial((await import("./03-system-registers/stack-pointer")).stackPointer),
  "system-registers/bank":             async () => trial((await import("./03-system-registers/bank")).bank),
  "system-registers/access":           async () => trial((await import("./03-system-registers/access")).access),
  "system-registers/foreign-control":  async () => trial((await import("./03-system-registers/foreign-control")).foreignControl),
  "system-registers/fp-trap":          async () => trial((await import("./03-system-registers/fp-trap")).fpTrap),
  "system-registers/claims":           async () => trial((await import("./03-system-registers/claims")).claims),
  "system-registers/foreign-claims":   async () => trial((await import("./03-system-registers/foreign-claims")).foreignClaims),
  "system-registers/timer":            async () => trial((await import("./03-system-registers/timer")).timer),
  "system-registers/going-down":       async () => trial((await import("./03-system-registers/going-down")).goingDown),
  "mmu/table-index":        async () => trial((await import("./04-mmu/table-index")).tableIndex),
  "mmu/map":                async () => trial((await import("./04-mmu/map")).map),
  "mmu/descriptor":         async () => trial((await import("./04-mmu/descriptor")).descriptor),
  "mmu/fault-status":       async () => trial((await import("./04-mmu/fault-status")).faultStatus),
  "mmu/walk":               async () => trial((await import("./04-mmu/walk")).walk),
  "mmu/permits":            async () => trial((await import("./04-mmu/permits")).permits),
  "mmu/limited":            async () => trial((await import("./04-mmu/limited")).limited),
  "mmu/in-range":           async () => trial((await import("./04-mmu/in-range")).inRange),
  "mmu/foreign-tables":     async () => trial((await import("./04-mmu/foreign-tables")).foreignTables),
  "mmu/tlb-match":          async () => trial((await import("./04-mmu/tlb-match")).tlbMatch),
  "mmu/tlbi":               async () => trial((await import("./04-mmu/tlbi")).tlbi),
  "mmu/break-before-make":  async () => trial((await import("./04-mmu/break-before-make")).breakBeforeMake),
  "mmu/par":                async () => trial((await import("./04-mmu/par")).par),
  "mmu/reading-a-dump":     async () => trial((await import("./04-mmu/reading-a-dump")).readingADump),
  "exceptions/syndrome":           async () => trial((await import("./05-exceptions/syndrome")).syndrome),
  "exceptions/reading-a-syndrome": async () => trial((await import("./05-exceptions/reading-a-syndrome")).readingASyndrome),
  "exceptions/entry":              async () => trial((await import("./05-exceptions/entry")).entry),
  "exceptions/vector":             async () => trial((await import("./05-exceptions/vector")).vector),
  "exceptions/preferred-return":   async () => trial((await import("./05-exceptions/preferred-return")).preferredReturn),
  "exceptions/illegal-return":     async () => trial((await import("./05-exceptions/illegal-return")).illegalReturn),
  "exceptions/return":             async () => trial((await import("./05-exceptions/return")).exceptionReturn),
  "exceptions/interrupt-taken":    async () => trial((await import("./05-exceptions/interrupt-taken")).interruptTaken),
  "exceptions/waiting":            async () => trial((await import("./05-exceptions/waiting")).waiting),
  "exceptions/step-state":         async () => trial((await import("./05-exceptions/step-state")).stepState),
  "exceptions/breakpoint":         async () => trial((await import("./05-exceptions/breakpoint")).breakpoint),
  "exceptions/watchpoint":         async () => trial((await import("./05-exceptions/watchpoint")).watchpoint),
  "exceptions/priority":           async () => trial((await import("./05-exceptions/priority")).priority),
  "exceptions/foreign-entry":      async () => trial((await import("./05-exceptions/foreign-entry")).foreignEntry),
};

export function loadTrial(id: string): Promise<AnyTrial> {
  return (TRIALS[id] ?? bug(`exercise ${id} has no trial in load.ts`))();
}

/** A trial of any part is a trial as the judge sees it: the judge passes a property the variant of the same trial. */
function trial<F extends Part, V extends Plain>(it: Trial<F> | Question<F, V>): AnyTrial {
  return it as unknown as AnyTrial;
}
