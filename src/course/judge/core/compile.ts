// Type-checks a submission and compiles it to metered JavaScript. It runs where the submission cannot do harm, but
// never beside running student code: one Compiler serves many submissions.
//
// 1. A submission may import its own files and those of the library, by relative path, and nothing else.
// 2. Of the chapter's interface it sees declarations only: there is no code behind them to import.
// 3. What a submission compiles to depends on nothing that was compiled before it.
// 4. Kernel TypeScript gets the checks that the compiler of chapter 7 would put into it, the submission's and ours.

import * as ts from "typescript";
import { bug } from "../../../base/bug";
import { transform } from "../../../compiler/hosted/transform";
import { HOSTED_MODULE, INTRINSICS } from "../../../compiler/language/intrinsics";
import type { Adapter } from "../../exercises/exercise";
import { exportMessage, messageOf, nameOf } from "./compile-error";
import { GAUGE } from "./gauge";
import { meter } from "./meter";

/** What every submission of a chapter may see. Paths are the course's: "src/base/word.ts". */
export interface Library {
  /** base, formats, earlier chapters: code that may be imported. */
  readonly sources: Readonly<Record<string, string>>;
  /** The chapter's interface and what it mentions: "src/machine/decoder/parts.d.ts". */
  readonly declarations: Readonly<Record<string, string>>;
  /** TypeScript's own lib.*.d.ts, by file name. */
  readonly lib: Readonly<Record<string, string>>;
}

export interface CompileRequest {
  /** The submission's files, at paths of the working copy: "work/01-decoder/field.ts". */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  /** The type that the export must have, as in an exercise's row. */
  readonly exports: { readonly name: string; readonly type: string; readonly from: string; readonly through?: Adapter };
  /** Whether the submission is kernel TypeScript. */
  readonly isKernel?: boolean;
}

export type Compilation =
  | { readonly kind: "compiled"; readonly modules: Readonly<Record<string, string>> }
  | { readonly kind: "compile error"; readonly errors: readonly string[] };

const MAX_ERRORS = 5;
const CHECK = "check.ts";
const AMBIENT = "console.d.ts";

const KERNEL = "src/unikernel/";
/** Where bodies are Node's own, and stand for what the hardware does. */
const BY_NODE: ReadonlySet<string> = new Set([HOSTED_MODULE, ...Object.keys(INTRINSICS).map((symbol) => symbol.split("#", 1)[0]!)]);
/** What the checks of kernel TypeScript are. */
const CHECKS = "src/compiler/hosted/checks";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts"],
  types: [],
  strict: true,
  noFallthroughCasesInSwitch: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  removeComments: true,
  newLine: ts.NewLineKind.LineFeed,
};

export class Compiler {
  readonly #library: Library;
  /** Parsed library files; TypeScript shares them between programs. */
  readonly #parsed = new Map<string, ts.SourceFile>();
  readonly #emitted = new Map<string, string>();

  constructor(library: Library) {
    this.#library = library;
  }

  compile(request: CompileRequest): Compilation {
    const stranger = Object.keys(request.files).find((path) => this.#isOurs(path));
    if (stranger !== undefined) return { kind: "compile error", errors: [`${stranger} has the name of a file of the course`] };
    const { through } = request.exports;
    const emitted = [request.entry, ...(through === undefined ? [] : [through.from])];
    const program = ts.createProgram([AMBIENT, ...emitted, CHECK], OPTIONS, this.#hostFor(request));
    const errors = [...this.#diagnose(program, request)];
    if (errors.length > 0) return { kind: "compile error", errors: errors.slice(0, MAX_ERRORS) };
    const modules: Record<string, string> = {};
    const isKernel = (path: string): boolean => request.isKernel === true && isKernelModule(path, request);
    const missing = emitted.map((path) => this.#emit(program, path, modules, isKernel)).find((message) => message !== undefined);
    if (request.isKernel === true) this.#emitChecks(modules);
    return missing === undefined ? { kind: "compiled", modules } : { kind: "compile error", errors: [missing] };
  }

  #isOurs(path: string): boolean {
    return Object.hasOwn(this.#library.sources, path) || Object.hasOwn(this.#library.declarations, path.replace(/\.ts$/, ".d.ts"));
  }

  #hostFor(request: CompileRequest): ts.CompilerHost {
    const own = new Map<string, string>([...Object.entries(request.files), [CHECK, checkOf(request)]]);
    const textOf = (path: string): string | undefined =>
      own.get(path) ?? this.#libraryText(path);
    return {
      getSourceFile: (path) => {
        const text = own.get(path);
        if (text !== undefined) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
        return this.#parse(path);
      },
      fileExists: (path) => textOf(path) !== undefined,
      readFile: textOf,
      getDefaultLibFileName: () => "lib.es2023.d.ts",
      getDefaultLibLocation: () => "",
      writeFile: () => undefined,
      getCurrentDirectory: () => "",
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      resolveModuleNameLiterals: (literals, from) => literals.map(({ text }) => {
        const path = relativePath(from, text);
        const found = [`${path}.ts`, `${path}.d.ts`].find((candidate) => textOf(candidate) !== undefined);
        if (found === undefined) return { resolvedModule: undefined };
        const extension = found.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts;
        return { resolvedModule: { resolvedFileName: found, extension, isExternalLibraryImport: false } };
      }),
    };
  }

  #libraryText(path: string): string | undefined {
    if (path === AMBIENT) return "declare const console: { log(...values: unknown[]): void };\n";
    const { sources, declarations, lib } = this.#library;
    for (const files of [sources, declarations, lib]) if (Object.hasOwn(files, path)) return files[path];
    return undefined;
  }

  #parse(path: string): ts.SourceFile | undefined {
    const parsed = this.#parsed.get(path);
    if (parsed !== undefined) return parsed;
    const text = this.#libraryText(path);
    if (text === undefined) return undefined;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    this.#parsed.set(path, file);
    return file;
  }

  *#diagnose(program: ts.Program, request: CompileRequest): Generator<string> {
    for (const path of Object.keys(request.files)) {
      const file = program.getSourceFile(path);
      if (file === undefined) continue; // Handed in, but not imported.
      for (const diagnostic of program.getSyntacticDiagnostics(file)) yield messageOf(diagnostic);
      for (const diagnostic of program.getSemanticDiagnostics(file)) yield messageOf(diagnostic);
      if (usesGauge(file)) yield `${nameOf(file)}: the name ${GAUGE} is the judge's; choose another`;
    }
    for (const diagnostic of program.getSemanticDiagnostics(program.getSourceFile(CHECK))) yield exportMessage(diagnostic, request.entry, request.exports);
  }

  /** Emits `path` and what it imports into `modules`; gives a message if an import has no code behind it. */
  #emit(program: ts.Program, path: string, modules: Record<string, string>, isKernel: (path: string) => boolean): string | undefined {
    const file = program.getSourceFile(path);
    if (file === undefined) return `${path} is missing`;
    const js = this.#emitted.get(path) ?? (isKernel(path) ? checkedKernel(file) : emitted(program, file));
    if (Object.hasOwn(this.#library.sources, path)) this.#emitted.set(path, js);
    modules[path] = js;
    for (const { fileName: name } of ts.preProcessFile(file.text).importedFiles) {
      const imported = `${relativePath(path, name)}.ts`;
      const isType = !js.includes(`require(${JSON.stringify(name)})`); // Imports of types are gone from the JavaScript.
      if (isType || Object.hasOwn(modules, imported)) continue;
      if (program.getSourceFile(imported) === undefined) {
        return `${nameOf(file)}: "${name}" gives types only (write import type): what it does is yours to write`;
      }
      const missing = this.#emit(program, imported, modules, isKernel);
      if (missing !== undefined) return missing;
    }
    return undefined;
  }

  /** The checks, and what they import: nobody's program names them, and nobody pays for them. */
  #emitChecks(modules: Record<string, string>): void {
    const visit = (path: string): void => {
      if (Object.hasOwn(modules, path)) return;
      const text = this.#library.sources[path] ?? bug(`the library has no ${path}, which kernel TypeScript needs`);
      const js = this.#emitted.get(path) ?? ts.transpileModule(text, { fileName: path, compilerOptions: OPTIONS }).outputText;
      this.#emitted.set(path, js);
      modules[path] = js;
      for (const { fileName: name } of ts.preProcessFile(text).importedFiles) {
        if (js.includes(`require(${JSON.stringify(name)})`)) visit(`${relativePath(path, name)}.ts`);
      }
    };
    visit(`${CHECKS}.ts`);
  }
}

function emitted(program: ts.Program, file: ts.SourceFile): string {
  let js = "";
  program.emit(file, (_path, text) => { js = text; }, undefined, false, { before: [meter(nameOf)] });
  return js;
}

/** A module of the kernel, with the checks in it; every line stays where it was. */
function checkedKernel(file: ts.SourceFile): string {
  const up = "../".repeat(file.fileName.split("/").length - 1);
  const text = transform(nameOf(file), file.text, `${up}${CHECKS}`);
  const transformers = { before: [meter(() => nameOf(file))] };
  return ts.transpileModule(text, { fileName: file.fileName, compilerOptions: OPTIONS, transformers }).outputText;
}

const isKernelModule = (path: string, { files }: CompileRequest): boolean =>
  Object.hasOwn(files, path) || (path.startsWith(KERNEL) && !BY_NODE.has(path));

/** A file whose only purpose is its type error. */
function checkOf({ entry, exports: { name, type, from } }: CompileRequest): string {
  const [interfaceName = ""] = /\w+(?=\[")/.exec(type) ?? [];
  return [
    `import type { ${interfaceName} } from "./${from.replace(/\.ts$/, "")}";`,
    `import { ${name} } from "./${entry.replace(/\.ts$/, "")}";`,
    `export const fits: ${type} = ${name};`,
  ].join("\n");
}

function usesGauge(file: ts.SourceFile): boolean {
  if (!file.text.includes("fuel") && !file.text.includes("\\u")) return false;
  const visit = (node: ts.Node): boolean => (ts.isIdentifier(node) && node.text === GAUGE) || ts.forEachChild(node, visit) === true;
  return visit(file);
}

/** What the relative module name `name` means in the file at `from`, without an extension. */
function relativePath(from: string, name: string): string {
  if (!name.startsWith(".")) return `/${name}`; // No file of ours has such a path.
  const parts = from.split("/").slice(0, -1);
  for (const step of name.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/");
}
