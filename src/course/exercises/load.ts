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
};

export function loadTrial(id: string): Promise<AnyTrial> {
  return (TRIALS[id] ?? bug(`exercise ${id} has no trial in load.ts`))();
}

/** A trial of any part is a trial as the judge sees it: the judge passes a property the variant of the same trial. */
function trial<F extends Part, V extends Plain>(it: Trial<F> | Question<F, V>): AnyTrial {
  return it as unknown as AnyTrial;
}
