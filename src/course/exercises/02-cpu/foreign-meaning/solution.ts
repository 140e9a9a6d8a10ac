// The solution to a variant, as a student of the house would write it.

import { CHOICES, COMBINATIONS, FACTS, type FactLine } from "./lines";
import type { Condition, MeaningVariant } from "./variant";

export function meaningSolution(variant: MeaningVariant): string {
  const { computer, name, size, scale, direction, index, shift, places, condition, whenTrue, whenFalse, stored, returned, last } = variant;
  const address = index === "pre" ? "next" : "base";
  const flags = variant.flags.map(({ what, inverted }) => {
    const fact: FactLine = FACTS[what];
    return inverted ? `m.xor(${fact.code(size)}, m.constant(1))` : fact.code(size);
  });
  const writes = [`  m.writeX(Rd, ${size}, ${returned});`, "  m.writeXOrSp(Rn, 64, next);"];
  return `import type { CpuQuestions } from "../../src/course/exercises/02-cpu/questions";

/** What ${name} does on a ${computer}. All is read, and named, before the first register is written. */
export const foreignMeaning: CpuQuestions["foreignMeaning"] = (m, { Rd, Rn, Rm, imm }) => {
  const base = m.let("base", m.readBase(Rn));
  const next = m.let("next", m.${direction === "up" ? "add" : "sub"}(64, base, m.constant(imm * ${scale})));
  const old = m.let("old", m.load(${size}, ${address}, "normal"));
  const operand = m.let("operand", m.shift("${shift}", ${size}, m.readX(Rm, ${size}), m.constant(${places})));
  const holds = m.let("holds", ${conditionCode(condition, size)});
  const whenTrue = ${COMBINATIONS[whenTrue].code(size)};
  const whenFalse = ${CHOICES[whenFalse].code(size)};
  const result = m.let("result", m.select(holds, whenTrue, whenFalse));

  m.store(${size}, ${address}, ${stored}, "normal");
  const nz = m.join(${flags[0]}, ${flags[1]}, 1);
  const cv = m.join(${flags[2]}, ${flags[3]}, 1);
  m.writeNzcv(m.join(nz, cv, 2));
${(last === "d" ? writes.reverse() : writes).join("\n")}
};
`;
}

function conditionCode(condition: Condition, size: number): string {
  switch (condition.kind) {
    case "bit": return `m.bits(operand, ${condition.bit}, ${condition.bit})`;
    case "cond": return `m.conditionHolds(0b${condition.cond.toString(2).padStart(4, "0")})`;
    case "less": {
      const [x, y] = condition.swapped ? ["operand", "old"] : ["old", "operand"];
      return `m.compare("${condition.signed ? "SLT" : "LT"}", ${size}, ${x}, ${y})`;
    }
  }
}
