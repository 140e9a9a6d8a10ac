// Many TypeScript files as one file of JavaScript, for processes that have nothing but what they are given.

import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import * as ts from "typescript";
import { COURSE_ROOT } from "../../root";

/** The text of `entry` and of all that it imports by relative path, by path below the course's root; the entry first. */
export function closureOf(entry: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (path: string): void => {
    if (texts.has(path)) return;
    const text = readFileSync(join(COURSE_ROOT, path), "utf8");
    texts.set(path, text);
    for (const name of valueImports(text)) if (name.startsWith(".")) visit(`${posix.join(dirname(path), name)}.ts`);
  };
  visit(entry);
  return texts;
}

/** `texts` as a script whose value is what the entry exports. Other modules are required of the host, if it has any. */
export function bundle(texts: ReadonlyMap<string, string>): string {
  const bodies = [...texts].map(([path, text]) => `${JSON.stringify(path)}(exports, require) {\n${javascriptOf(text)}}`);
  const [entry] = texts.keys();
  // Strict, so that no stack trace gives a function of ours away (Error.prepareStackTrace, callee, caller).
  return `"use strict";
(function () {
const bodies = {
${bodies.join(",\n")}
};
const loaded = {};
function load(path) {
  if (loaded[path] === undefined) {
    loaded[path] = {};
    bodies[path](loaded[path], (name) => name.startsWith(".") ? load(resolve(path, name)) : require(name === "typescript" ? "./typescript.js" : name));
  }
  return loaded[path];
}
function resolve(from, name) {
  const steps = from.split("/").slice(0, -1);
  for (const step of name.split("/")) step === ".." ? steps.pop() : step === "." ? 0 : steps.push(step);
  return steps.join("/") + ".ts";
}
return load(${JSON.stringify(entry)});
})()
`;
}

const javascriptOf = (text: string): string =>
  ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } }).outputText;

/** The modules that `text` imports for more than their types. */
function valueImports(text: string): string[] {
  const { statements } = ts.createSourceFile("it.ts", text, ts.ScriptTarget.ES2022);
  return statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly !== true;
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
    const from = isImport || isExport ? statement.moduleSpecifier : undefined;
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : [];
  });
}
