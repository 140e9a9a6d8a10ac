// The rules of the house (src/course/house.ts), held against the code.

import { expect } from "chai";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { CHAPTERS, FOLDERS, SCHOOL, chapterFolder, chapterOf, folderOf } from "../src/course/house";
import { importsOf } from "../src/course/imports";

const ROOT = join(__dirname, "..");

const sources = (folder: string): string[] => (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }) : [])
  .filter((file) => /\.(ts|tsx|js)$/.test(file)).map((file) => `${folder}/${file}`).sort();

const files = sources("src");
const treeOf = (file: string): ts.SourceFile => ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
const own = (file: string): string[] => importsOf(ROOT, file).flatMap((i) => i.file ?? []);

describe("architecture", () => {
  it("lists the folders in an order that has no circle", () => {
    const below = new Set<string>();
    for (const [folder, mayImport] of Object.entries(FOLDERS)) {
      for (const other of mayImport) expect(below, `${folder} may import ${other}, which is not above it in the list`).to.include(other);
      below.add(folder);
    }
  });

  it("has every file in a folder that is listed", () => {
    expect(files.filter((file) => folderOf(file) === undefined)).to.deep.equal([]);
  });

  it("has every file in a chapter or in the school", () => {
    const all = [...files, ...sources("test"), ...sources("exercises"), ...sources("solutions")];
    expect(all.filter((file) => chapterOf(file) === undefined)).to.deep.equal([]);
  });

  it("names each chapter's folder once", () => {
    const folders = CHAPTERS.map(chapterFolder);
    expect(new Set(folders).size).to.equal(folders.length);
    const owned = [...CHAPTERS.flatMap(({ holds }) => holds), ...SCHOOL];
    expect(new Set(owned).size, "a path is listed twice").to.equal(owned.length);
  });

  it("finds what every relative import names", () => {
    const lost = files.flatMap((file) => importsOf(ROOT, file)
      .filter((i) => i.specifier.startsWith(".") && i.file === undefined && !i.specifier.endsWith(".css"))
      .map((i) => `${file}:${i.line} ${i.specifier}`));
    expect(lost).to.deep.equal([]);
  });

  it("imports only what lies above in the list of folders", () => {
    const wrong = files.flatMap((file) => own(file)
      .filter((other) => other.startsWith("src/") && folderOf(other) !== folderOf(file) && !FOLDERS[folderOf(file) ?? ""]?.includes(folderOf(other) ?? ""))
      .map((other) => `${file} imports ${other}`));
    expect(wrong).to.deep.equal([]);
  });

  it("imports nothing of a later chapter", () => {
    const rank = (file: string): number => {
      const chapter = chapterOf(file);
      return typeof chapter === "number" ? chapter : Number.POSITIVE_INFINITY;
    };
    const all = [...files, ...sources("exercises"), ...sources("solutions")];
    expect(all.flatMap((file) => own(file).filter((other) => rank(other) > rank(file)).map((other) => `${file} imports ${other}`))).to.deep.equal([]);
  });

  it("has no circle of files", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) return void circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file)) return;
      for (const other of own(file)) visit(other, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).to.deep.equal([]);
  });

  it("runs nothing when a file is imported", () => {
    // Programs are run, not imported: commands, tours, and what runs in a process or Worker of its own.
    const programs = /^src\/(cli\/[^/]+|run\/[^/]+|.*-worker\.ts)$/;
    const busy = files.filter((file) => !programs.test(file)).flatMap((file) => treeOf(file).statements
      .filter((statement) => ts.isExpressionStatement(statement) || ts.isIfStatement(statement) || ts.isIterationStatement(statement, false))
      .map((statement) => `${file}: ${statement.getText().split("\n")[0]}`));
    expect(busy).to.deep.equal([]);
  });

  it("has no file that only passes on what others export", () => {
    const barrels = files.filter((file) => {
      const statements = [...treeOf(file).statements];
      return statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined);
    });
    expect(barrels).to.deep.equal([]);
  });

  describe("keeps to what a Worker and a kernel have, under base, formats and machine", () => {
    const HOST = ["process", "Buffer", "require", "console", "window", "document", "self", "globalThis", "fetch", "setTimeout", "setInterval", "queueMicrotask", "performance", "navigator", "localStorage"];

    /** Packages that use neither world's API, and who may use them: gzip'd kernels and snapshots. */
    const PURE = [["fflate", "src/machine/board/"]] as const;

    for (const file of files.filter((f) => /^src\/(base|formats|machine)\//.test(f))) {
      it(file, () => {
        const packages = importsOf(ROOT, file).filter((i) => i.file === undefined).map((i) => i.specifier);
        expect(packages.filter((name) => !PURE.some(([pure, folder]) => name === pure && file.startsWith(folder))), "imports a package").to.deep.equal([]);
        const used = new Set<string>();
        const declared = new Set<string>();
        const visit = (node: ts.Node): void => {
          if (ts.isIdentifier(node) && HOST.includes(node.text)) (isDeclared(node) ? declared : used).add(node.text);
          ts.forEachChild(node, visit);
        };
        visit(treeOf(file));
        expect([...used].filter((name) => !declared.has(name)), "names of the host").to.deep.equal([]);
      });
    }

    /** The name of a member, a variable or a parameter that happens to be called so. */
    const isDeclared = (name: ts.Identifier): boolean => "name" in name.parent && name.parent.name === name;
  });
});
