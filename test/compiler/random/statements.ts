// Random statements: a generator for each construct, and blocks of them.

import { expression } from "./expressions";
import { ASSIGNMENTS } from "./generators/assignments";
import { FLOW } from "./generators/flow";
import type { Grammar, Statement, StatementGenerators } from "./generators/generator";
import { LOCALS } from "./generators/locals";
import type { Scope } from "./scope";

const STATEMENTS: StatementGenerators = { ...ASSIGNMENTS, ...FLOW, ...LOCALS };

/** Without other statements in them. */
const SIMPLE = [...Object.values(ASSIGNMENTS), LOCALS["narrowed"]!, LOCALS["found"]!, LOCALS["class tested"]!];
const EVERY = Object.values(STATEMENTS);

/** Deep inside, only statements without others in them. */
const statement = (s: Scope): Statement => s.draws.pick(s.depth >= 3 ? SIMPLE : EVERY)(s, GRAMMAR);

export function block(s: Scope, most = 3): Statement[] {
  const count = 1 + s.draws.below(most);
  return Array.from({ length: count }, () => statement(s));
}

const GRAMMAR: Grammar = { e: (s, type, depth = 2) => expression(s, type, depth), block };
