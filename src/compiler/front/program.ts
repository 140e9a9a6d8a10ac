// Modules become a program that TypeScript has parsed and checked: with the language's own library
// in place of lib.d.ts, with sources that come through an interface, and with options that no
// tsconfig.json changes.

import * as ts from "typescript";
import { UserFault } from "../../base/fault";
import { LIB_FILE, libText } from "../language/lib-text";

/**
 * Where sources come from. Paths have slashes, and are from the root of the sources:
 * "src/unikernel/boot/start.ts".
 */
export interface SourceHost {
  /** The file's text, or undefined if there is none. */
  read(path: string): string | undefined;
  /** Files as they were parsed for a program before this one, for whoever compiles many. */
  readonly parsed?: Map<string, ts.SourceFile>;
}

export interface CheckedProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /**
   * Every module, imported ones before those that import them; the library's declarations are not
   * among them.
   */
  readonly modules: readonly ts.SourceFile[];
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noLib: true,
  noEmit: true,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  exactOptionalPropertyTypes: true,
};

let library: ts.SourceFile | undefined;

/** Parsed once: a source file that has been bound serves every program of the same options. */
function librarySource(): ts.SourceFile {
  library ??= ts.createSourceFile(LIB_FILE, libText(), ts.ScriptTarget.ES2022, true);
  return library;
}

/** `specifier` as it stands in `from`, as a path; undefined if it is not relative. */
export function resolveModule(
  host: SourceHost, specifier: string, from: string,
): string | undefined {
  if (!specifier.startsWith("./") && !specifier.startsWith("../")) return undefined;
  const isAbsolute = from.startsWith("/");
  const parts: string[] = [];
  for (const part of [...from.split("/").slice(0, -1), ...specifier.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  const path = `${isAbsolute ? "/" : ""}${parts.join("/")}.ts`;
  return host.read(path) === undefined ? undefined : path;
}

function compilerHost(host: SourceHost): ts.CompilerHost {
  const parsed = new Map<string, ts.SourceFile | undefined>();
  const parse = (path: string): ts.SourceFile | undefined => {
    const text = host.read(path);
    if (text === undefined) return undefined;
    const before = host.parsed?.get(path);
    if (before?.text === text) return before;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    host.parsed?.set(path, file);
    return file;
  };
  return {
    getSourceFile(path) {
      if (path === LIB_FILE) return librarySource();
      if (!parsed.has(path)) parsed.set(path, parse(path));
      return parsed.get(path);
    },
    resolveModuleNameLiterals: (literals, from) => literals.map(({ text }) => {
      const path = resolveModule(host, text, from);
      return { resolvedModule: path === undefined ? undefined
        : { resolvedFileName: path, extension: ts.Extension.Ts } };
    }),
    getDefaultLibFileName: () => LIB_FILE,
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => path === LIB_FILE || host.read(path) !== undefined,
    readFile: (path) => host.read(path),
    writeFile: () => undefined,
  };
}

/** Parses and binds the modules that `roots` reach; what is wrong with them, validate.ts says. */
export function checkedProgram(host: SourceHost, roots: readonly string[]): CheckedProgram {
  const missing = roots.find((path) => host.read(path) === undefined);
  if (missing !== undefined) throw new UserFault(`${missing}: there is no such file`);
  const program =
    ts.createProgram({ rootNames: [LIB_FILE, ...roots], options: OPTIONS,
      host: compilerHost(host) });
  const modules = program.getSourceFiles().filter(({ fileName }) => fileName !== LIB_FILE);
  return { program, checker: program.getTypeChecker(), modules };
}
