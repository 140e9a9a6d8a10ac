import { expect } from "chai";
import type { Case, Question } from "../exercise";
import { claimsHandout, drawId, exampleIds, idText } from "./foreign-claims/handout";
import { readClaims } from "./foreign-claims/read";
import { claimsSolution } from "./foreign-claims/solution";
import { type ClaimsVariant, drawClaimsVariant } from "./foreign-claims/variant";
import type { SystemQuestions } from "./questions";

type ForeignClaims = SystemQuestions["foreignClaims"];

export const foreignClaims: Question<ForeignClaims, ClaimsVariant> = {
  show: {
    call: (id) => `foreignClaims(${idText(id)})`,
    answer: (answer) => [...answer].sort().join(", ") || "nothing",
  },
  variant: drawClaimsVariant,
  handout: claimsHandout,
  solution: claimsSolution,
  properties: [
    { title: "reads the registers of the handout", cases: (_draw, variant) => casesOf(variant, exampleIds(variant)) },
    {
      title: "reads one field at a time",
      cases: (_draw, variant) => casesOf(variant, variant.fields.flatMap(({ high, low }) =>
        Array.from({ length: 2 ** (high - low + 1) }, (_, value) => BigInt(value) << BigInt(low)))),
    },
    { title: "reads them all together, whatever the other bits are", cases: (draw, variant) => casesOf(variant, draw.times(300, () => drawId(draw, variant))) },
  ],
};

const casesOf = (variant: ClaimsVariant, ids: readonly bigint[]): Case<ForeignClaims>[] =>
  ids.map((id) => {
    const want = readClaims(variant, id);
    const sorted = [...want].sort();
    return { args: [id], want, accept: (answer) => { expect([...(answer as string[])].sort()).to.deep.equal(sorted); } };
  });
