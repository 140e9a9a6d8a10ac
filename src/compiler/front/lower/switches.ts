// switch: the cases are compared in order, then control falls through the bodies.

import * as ts from "typescript";
import { compareOperands } from "./conditions";
import { labelsOf, within } from "./jumps";
import type { Lowering } from "./lowering";

export function switchStatement(
  l: Lowering, node: ts.SwitchStatement, block: (
    l: Lowering, statements: readonly ts.Statement[]
  ) => void,
): void {
  const { builder } = l;
  const { clauses } = node.caseBlock;
  const end = builder.newBlock();
  const bodies = clauses.map(() => builder.newBlock());
  const subject = l.expression(node.expression);
  clauses.forEach((clause, i) => {
    if (!ts.isCaseClause(clause)) return;
    const next = builder.newBlock();
    const { comparison, a, b } = compareOperands(
      l, subject, l.expression(clause.expression, subject.type), "eq", clause
    );
    builder.branch(comparison, a, b, bodies[i]!, next);
    builder.startSealed(next);
  });
  const other = clauses.findIndex(ts.isDefaultClause);
  builder.jump(bodies[other] ?? end);
  const exit = {
    kind: "target", labels: labelsOf(node), isLoop: false, isPlain: true, breakTo: end,
  } as const;
  within(l, exit, () => {
    clauses.forEach((clause, i) => {
      builder.startSealed(bodies[i]!);
      block(l, clause.statements);
      builder.jump(bodies[i + 1] ?? end);
    });
  });
  builder.startSealed(end);
}
