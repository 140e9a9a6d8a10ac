import type { Case, Question } from "../exercise";
import { drawCall, drawOutside, drawWay, type ForeignCall } from "./foreign-tables/draw";
import { exampleCalls, hex, resultText, tablesHandout } from "./foreign-tables/handout";
import { tablesSolution } from "./foreign-tables/solution";
import { translateForeign } from "./foreign-tables/translate";
import { ACCESSES, drawTablesVariant, FAULTS, type TablesVariant } from "./foreign-tables/variant";
import type { ForeignAccess, MmuQuestions } from "./questions";

type ForeignTranslate = MmuQuestions["foreignTranslate"];

export const foreignTables: Question<ForeignTranslate, TablesVariant> = {
  show: {
    // Short, or the memory would not fit.
    call: (va, access, root, memory) => `foreignTranslate(${hex(va)}, "${access}", ${hex(root)}), ${memory.map(([at, entry]) => `${at.toString(16)}: ${entry.toString(16)}`).join(", ")}`,
    answer: resultText,
  },
  variant: drawTablesVariant,
  handout: tablesHandout,
  solution: tablesSolution,
  properties: [
    { title: "gives the results of the handout", cases: (_draw, variant) => casesOf(variant, exampleCalls(variant)) },
    {
      title: "finds pages",
      cases: (draw, variant) => casesOf(variant, draw.times(120, () => drawCall(draw, variant, { last: variant.widths.length - 1, access: draw.pick(ACCESSES) }))),
    },
    {
      title: "finds large pages",
      cases: (draw, variant) => casesOf(variant, draw.times(80, () => drawCall(draw, variant, { last: draw.below(variant.widths.length - 1), access: draw.pick(ACCESSES) }))),
    },
    {
      title: "refuses what is not allowed",
      cases: (draw, variant) => casesOf(variant, draw.times(60, () => {
        const last = draw.between(1, variant.widths.length - 1);
        const access = draw.pick(ACCESSES);
        return drawCall(draw, variant, { last, access, wrong: draw.pick([{ what: "refused", level: last }, { what: "refused by a table", level: draw.below(last) }] as const) });
      })),
    },
    {
      title: "knows which addresses there are",
      cases: (draw, variant) => casesOf(variant, draw.times(24, () => withAddress(drawCall(draw, variant, drawWay(draw, variant)), drawOutside(draw, variant)))),
    },
    { title: "does all that, in any order", cases: (draw, variant) => casesOf(variant, draw.times(200, () => drawCall(draw, variant, drawWay(draw, variant)))) },
  ],
};

const withAddress = ([, access, root, memory]: ForeignCall, va: bigint): readonly [bigint, ForeignAccess, bigint, ForeignCall[3]] => [va, access, root, memory];

const casesOf = (variant: TablesVariant, calls: readonly ForeignCall[]): Case<ForeignTranslate>[] =>
  calls.map((args) => {
    const want = translateForeign(variant, ...args);
    return want.kind === "found" ? { args, want } : { args, want, why: faultName(variant, want.code) };
  });

/** "refused, at level 2": as the reference calls it. */
function faultName({ codes, step, widths }: TablesVariant, code: number): string {
  const names = widths.flatMap((_, level) => FAULTS.filter((fault) => codes[fault] + step * level === code).map((fault) => `${SAYS[fault]}, at level ${level}`));
  return names[0] ?? "";
}

const SAYS = {
  outside: "no address of this computer's", absent: "nothing there", refused: "not allowed", crooked: "a frame number with a 1 where it must be 0",
} as const;
