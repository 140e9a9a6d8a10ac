// The library's table against TypeScript's own library, which its members come from, and against the runtime.

import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { LIB_FILE, libText } from "../../../src/compiler/language/lib-text";
import { LIBRARY, libraryMember, libraryMembers } from "../../../src/compiler/language/library";
import { REFUSED_LIBRARY, adviceAgainst } from "../../../src/compiler/language/refused-library";

const RUNTIME = join(__dirname, "../../../src/unikernel/runtime");

/** What TypeScript says of a module, checked with its own library. */
function complaintsOf(text: string): string[] {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, lib: ["lib.es2023.d.ts", "lib.dom.d.ts"], types: ["node"], strict: true, noEmit: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, ...rest) =>
    (path === "ours.ts" ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) : getSourceFile.call(host, path, ...rest));
  const program = ts.createProgram(["ours.ts"], options, host);
  const file = program.getSourceFile("ours.ts")!;
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText, start }) => {
    const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
    return `${text.split("\n")[line]}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** Our declarations in a namespace of their own; TypeScript's library stays what arrays and strings are. */
function oursInNamespace(): string {
  const declarations = libText().slice(libText().indexOf("interface String "))
    .replace(/^(interface|declare const)/gm, (word) => `export ${word.replace("declare ", "")}`);
  return `declare namespace Ours {\n${declarations}\n}\n`;
}

describe("the library's table", function () {
  this.timeout(30_000);

  it("is of types that TypeScript's own library can stand for", () => {
    const checks = LIBRARY.flatMap(({ name, parameters, instance, statics }) => {
      const of = parameters === "" ? "" : parameters === "<T>" ? "<number>" : "<string, number>";
      const own = instance.length === 0 ? [] : [`const of${name}: Ours.${name}${of} = null! as ${name}${of};`];
      return statics.length === 0 ? own : [...own, `const ${name}Itself: typeof Ours.${name} = ${name};`];
    });
    expect(complaintsOf(`export {};\n${oursInNamespace()}${checks.join("\n")}\n`)).to.deep.equal([]);
  });

  it("declares a text that has no error of its own", () => {
    const file = ts.createSourceFile(LIB_FILE, libText(), ts.ScriptTarget.ES2022, true);
    expect((file as ts.SourceFile & { parseDiagnostics: unknown[] }).parseDiagnostics).to.deep.equal([]);
  });

  const runtimeMembers = libraryMembers().filter(({ lowersTo }) => lowersTo.includes("#"));
  for (const { name, lowersTo } of runtimeMembers) {
    it(`${name} is ${lowersTo} of the runtime`, () => {
      const [file, symbol] = lowersTo.split("#") as [string, string];
      const [owner, method] = symbol.split(".");
      const path = join(RUNTIME, `${file}.ts`);
      expect(existsSync(path), path).to.equal(true);
      const text = readFileSync(path, "utf8");
      expect(text).to.match(new RegExp(`^export (function|class) ${owner}\\b`, "m"));
      if (method !== undefined) {
        const body = text.slice(text.search(new RegExp(`^export class ${owner}\\b`, "m")));
        expect(body).to.match(new RegExp(`^  (get |readonly )?${method}\\b`, "m"));
      }
    });
  }
});

describe("what is refused of TypeScript's library", function () {
  this.timeout(30_000);

  it("is in it", () => {
    const reads = Object.keys(REFUSED_LIBRARY).map((name) => {
      const [owner, kind, member] = name.split(".");
      const instance = owner === "Array" ? "Array<number>" : owner === "Set" ? "Set<number>" : owner;
      return kind === "prototype" ? `(null! as ${instance}).${member};` : `${name};`;
    });
    const allowed = /toSorted|toReversed|with\b|union/; // Of later libraries than es2022, some members.
    const complaints = complaintsOf(`export {};\n${reads.join("\n")}\n`).filter((each) => !allowed.test(each));
    expect(complaints).to.deep.equal([]);
  });

  it("is not in ours", () => {
    expect(Object.keys(REFUSED_LIBRARY).filter((name) => libraryMember(name) !== undefined)).to.deep.equal([]);
  });

  it("holds for every typed array as for Uint8Array", () => {
    expect(adviceAgainst("Int32Array.prototype.map")).to.equal(REFUSED_LIBRARY["Uint8Array.prototype.map"]);
    expect(adviceAgainst("Array.prototype.push")).to.equal(undefined);
  });
});
