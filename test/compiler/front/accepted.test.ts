// The validator accepts what must be accepted: every program of the corpus, and the runtime. And the corpus shows every
// construct and every library member of the language.

import { expect } from "chai";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { CONSTRUCTS } from "../../../src/compiler/language/constructs";
import { LIB_FILE } from "../../../src/compiler/language/lib-text";
import { LIBRARY } from "../../../src/compiler/language/library";
import { checkedProgram, type CheckedProgram, type SourceHost } from "../../../src/compiler/front/program";
import { refusalText } from "../../../src/compiler/front/validate/refusal";
import { kindName } from "../../../src/compiler/front/validate/syntax";
import { validate } from "../../../src/compiler/front/validate/validate";

const ROOT = join(__dirname, "../../..");
const host: SourceHost = {
  read: (path) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : undefined),
};

const modulesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`)
    .sort();

const isMetal = (path: string): boolean => path.startsWith("src/unikernel/metal/");

const textsOf = (checked: CheckedProgram): string[] => validate(checked, isMetal).map(refusalText);

describe("what is in the language", function () {
  this.timeout(60_000);
  const programs = checkedProgram(host, modulesIn("test/compiler/programs"));

  it("is every program of the corpus", () => { expect(textsOf(programs)).to.deep.equal([]); });

  it("is the runtime, which is compiled with every program", () => {
    expect(textsOf(checkedProgram(host, modulesIn("src/unikernel/runtime")))).to.deep.equal([]);
  });

  it("is shown by the corpus, construct by construct", () => {
    const shown = new Set<string>();
    const visit = (node: ts.Node): void => {
      shown.add(kindName(node.kind));
      if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) shown.add(kindName(node.operator));
      node.getChildren().forEach(visit);
    };
    programs.modules.forEach(visit);
    const inLanguage = Object.entries(CONSTRUCTS).filter(([, [, standing]]) => !standing.startsWith("!"));
    expect(inLanguage.map(([kind]) => kind).filter((kind) => !shown.has(kind) && !SHOWN_ELSEWHERE.has(kind))).to.deep.equal([]);
  });

  it("is shown by the corpus, library member by library member", () => {
    const used = membersUsed(programs);
    const missing = LIBRARY.flatMap(({ name, instance, statics }) => [
      ...instance.map(([member]) => `${name}.prototype.${member}`), ...statics.map(([member]) => `${name}.${member}`),
    ]).filter((member) => !used.has(member));
    expect([...new Set(missing)]).to.deep.equal([]);
  });
});

/** In the table since a rule of their own refuses what they would be; or they say nothing by themselves. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  "DefaultKeyword", "NamespaceImport", "UnknownKeyword", "ObjectKeyword", "OptionalType", "RestType", "ComputedPropertyName",
]);

/** "Array.prototype.push", "Math.min", "Map.new", "String.call". */
function membersUsed({ checker, modules }: CheckedProgram): ReadonlySet<string> {
  const used = new Set<string>();
  const note = (declaration: ts.Node | undefined): void => {
    if (declaration?.getSourceFile().fileName !== LIB_FILE) return;
    const owner = ts.isInterfaceDeclaration(declaration.parent)
      ? declaration.parent.name.text : declaration.parent.parent.getText().split(":")[0]!;
    const ofItself = owner.endsWith("Constructor") ? owner.slice(0, -"Constructor".length) : undefined;
    const name = ts.isCallSignatureDeclaration(declaration) ? "call" : ts.isConstructSignatureDeclaration(declaration)
      ? "new" : (declaration as ts.NamedDeclaration).name!.getText();
    const isOfNamespace = owner === "Math" || owner === "console";
    used.add(isOfNamespace ? `${owner}.${name}` : ofItself !== undefined ? `${ofItself}.${name}` : `${owner}.prototype.${name}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallOrNewExpression(node)) note(checker.getResolvedSignature(node)?.declaration);
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name)?.declarations?.[0]);
    ts.forEachChild(node, visit);
  };
  modules.forEach(visit);
  return used;
}
