/**
 * Kernel TypeScript as lists to look things up in: what is in the language, what under a rule, what is refused and what to
 * write instead. Every row comes from a row of the tables that the compiler itself reads. Pure.
 */
import { TRAPS } from "../../../compiler/ir/operation";
import { type ConstructRow, DECLARATIONS, EXPRESSIONS, LITERALS, MODIFIERS, OPERATORS, STATEMENTS, TYPES } from "../../../compiler/language/constructs";
import { LIBRARY, libraryMembers, type Member } from "../../../compiler/language/library";
import { REFUSED_LIBRARY } from "../../../compiler/language/refused-library";
import { type Rule, RULES } from "../../../compiler/language/rules";

export type Verdict = "in" | "by a rule" | "refused";

export interface LanguageRow {
  /** In the page, which has each once. */
  readonly id: string;
  readonly name: string;
  /** TypeScript's own name of a construct; a member's signature. */
  readonly code?: string;
  readonly verdict: Verdict;
  readonly says: string;
  /** What to write instead. */
  readonly advice?: string;
  /** The rule that refuses it, or some of it. */
  readonly rule?: Rule;
}

export interface LanguageSection {
  readonly id: string;
  readonly title: string;
  readonly part: "Constructs" | "Library" | "Not in the library" | "Rules";
  readonly rows: readonly LanguageRow[];
}

const CONSTRUCT_GROUPS = [
  ["Literals", LITERALS], ["Expressions", EXPRESSIONS], ["Operators", OPERATORS], ["Statements", STATEMENTS],
  ["Declarations", DECLARATIONS], ["Modifiers", MODIFIERS], ["Types", TYPES],
] as const;

export function languageSections(): readonly LanguageSection[] {
  const members = libraryMembers();
  return [
    ...CONSTRUCT_GROUPS.map(([title, rows]): LanguageSection =>
      ({ id: title.toLowerCase(), title, part: "Constructs", rows: Object.entries<ConstructRow>(rows).map(([kind, row]) => constructRow(kind, row)) })),
    ...LIBRARY.map((type): LanguageSection =>
      ({ id: `library-${type.name}`, title: type.name + type.parameters, part: "Library", rows: members.filter((each) => each.type === type).map(memberRow) })),
    { id: "not-in-the-library", title: "Not in the library", part: "Not in the library", rows: Object.entries(REFUSED_LIBRARY).map(([name, advice]) => refusedRow(name, advice)) },
    { id: "rules", title: "Rules", part: "Rules", rows: Object.keys(RULES).map((rule) => ruleRow(rule as Rule)) },
  ];
}

export const ruleId = (rule: Rule): string => `rule-${rule.replaceAll(" ", "-")}`;

function constructRow(kind: string, [name, standing]: ConstructRow): LanguageRow {
  const row = { id: kind, name, code: kind };
  if (standing === "in") return { ...row, verdict: "in", says: "" };
  const isRefused = standing.startsWith("!");
  const rule = (isRefused ? standing.slice(1) : standing) as Rule;
  const [says, advice] = RULES[rule];
  return { ...row, verdict: isRefused ? "refused" : "by a rule", says, advice, rule };
}

/** An overload is a row of its own. */
function memberRow({ name, signature, traps, doc }: Member, position: number): LanguageRow {
  const ends = traps.map((trap) => TRAPS[trap][1]);
  return { id: `${name.replaceAll(" ", "-")}-${position}`, name, code: signature, verdict: "in", says: ends.length === 0 ? doc : `${doc} It may trap: ${ends.join("; ")}.` };
}

const refusedRow = (name: string, advice: string): LanguageRow => ({ id: `not-${name}`, name, verdict: "refused", says: "", advice });

function ruleRow(rule: Rule): LanguageRow {
  const [says, advice] = RULES[rule];
  return { id: ruleId(rule), name: rule, verdict: "refused", says, advice, rule };
}

/** The sections with the rows that have all of the words, and are of that verdict; those without rows are left out. */
export function foundIn(sections: readonly LanguageSection[], words: string, verdict: Verdict | undefined): readonly LanguageSection[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const isFound = (row: LanguageRow): boolean => {
    const text = [row.name, row.code, row.says, row.advice].join("\n").toLowerCase();
    return (verdict === undefined || row.verdict === verdict) && wanted.every((word) => text.includes(word));
  };
  return sections.map((section) => ({ ...section, rows: section.rows.filter(isFound) })).filter(({ rows }) => rows.length > 0);
}

export const rowsIn = (sections: readonly LanguageSection[]): number => sections.reduce((sum, { rows }) => sum + rows.length, 0);
