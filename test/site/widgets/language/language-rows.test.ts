import { expect } from "chai";
import ts from "typescript";
import { CONSTRUCTS } from "../../../../src/compiler/language/constructs";
import { libraryMembers } from "../../../../src/compiler/language/library";
import { REFUSED_LIBRARY } from "../../../../src/compiler/language/refused-library";
import { RULES } from "../../../../src/compiler/language/rules";
import { foundIn, type LanguageRow, languageSections, rowsIn, ruleId } from "../../../../src/site/widgets/language/language-rows";

const sections = languageSections();
const rows = sections.flatMap((section) => section.rows);
const rowOf = (id: string): LanguageRow | undefined => rows.find((row) => row.id === id);

describe("the tables of the language", () => {
  it("have a row for every row that the compiler reads", () => {
    expect(rowsIn(sections)).to.equal(Object.keys(CONSTRUCTS).length + libraryMembers().length + Object.keys(REFUSED_LIBRARY).length + Object.keys(RULES).length);
  });

  it("name each row once, and each construct as TypeScript's parser does", () => {
    expect(new Set([...rows, ...sections].map(({ id }) => id)).size).to.equal(rows.length + sections.length);
    const kinds = sections.filter(({ part }) => part === "Constructs").flatMap((section) => section.rows.map(({ id }) => id));
    expect(kinds.filter((kind) => !(kind in ts.SyntaxKind))).to.deep.equal([]);
  });

  it("lead from a construct to its rule", () => {
    const linked = rows.flatMap(({ rule }) => (rule === undefined ? [] : [ruleId(rule)]));
    expect(linked.filter((id) => rowOf(id) === undefined)).to.deep.equal([]);
  });

  const cases = [
    // construct             verdict      instead
    ["WhileStatement",       "by a rule", /^compare it/],
    ["ForInStatement",       "refused",   /for\.\.\.of/],
    ["BreakStatement",       "in",        undefined],
    ["AwaitExpression",      "refused",   /closure/],
    ["not-Date",             "refused",   /clock/],
  ] as const;
  for (const [id, verdict, advice] of cases) {
    it(`${id} is ${verdict}`, () => {
      const row = rowOf(id)!;
      expect(row.verdict).to.equal(verdict);
      if (advice === undefined) expect(row.advice).to.equal(undefined);
      else expect(row.advice).to.match(advice);
    });
  }

  it("say what of a member may trap", () => {
    expect(rows.find(({ id }) => id.startsWith("String.prototype.charCodeAt"))!.says).to.match(/It may trap: an index is out of range\.$/);
    expect(rows.find(({ id }) => id.startsWith("String.prototype.trim"))!.says).not.to.contain("trap");
  });
});

describe("a search in them", () => {
  const found = (words: string, verdict?: LanguageRow["verdict"]): string[] => foundIn(sections, words, verdict).flatMap((section) => section.rows.map(({ id }) => id));

  it("finds what has all of the words, in any case and anywhere in the row", () => {
    expect(found("FORIN")).to.deep.equal(["ForInStatement"]);
    expect(found("property names for...of")).to.include.members(["ForInStatement", "rule-for-in"]);
    expect(found("property names nowhere")).to.deep.equal([]);
  });

  it("keeps to a verdict", () => {
    expect(found("", "refused").every((id) => rowOf(id)!.verdict === "refused")).to.equal(true);
    expect(found("while", "refused")).not.to.include("WhileStatement");
  });
});
