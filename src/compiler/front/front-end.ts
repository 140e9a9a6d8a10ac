// From modules to a program in the intermediate representation: whatever `start` reaches.
//
// The functions are lowered twice. The first time finds out which classes there are and what flows
// where; its code is dropped. The second time knows that, so that a call whose receiver has one
// possible answer is direct, and "is it one of these classes" is a comparison with two numbers.

import * as ts from "typescript";
import { bug } from "../../base/bug";
import { HOSTED_MODULE } from "../language/intrinsics";
import type { Program } from "../ir/program";
import { KERNEL_ENTRY } from "./kernel-entry";
import { hasModifier } from "./classes";
import { CompileFault, placeOf, type FrontRefusal } from "./fault";
import { initializersRun, loadedModules } from "./loading";
import { requestInitializer } from "./lower/globals";
import { request, runtimeSymbol } from "./lower/instance";
import { RULES } from "./lower/functions";
import type { FrontParts } from "./parts";
import { checkedProgram, type CheckedProgram, type SourceHost } from "./program";
import { Reach } from "./reach";
import { RUNTIME, Runtime } from "./runtime";
import type { Session } from "./session";
import { TypeReader } from "./type-reader";
import { validate } from "./validate/validate";
import { VariableAnalysis } from "./variables";
import { World } from "./world";

/** The runtime's modules that the language itself calls; they import the rest. */
const RUNTIME_MODULES = [
  "allocate", "arrays", "collect", "console", "errors", "exceptions", "fault", "maps", "panic",
  "sort", "start", "strings", "text", "typed-arrays",
];

/** What the machine, the linker and the start-up code call: functions of the runtime. */
const ROOTS = [
  // function                     arguments
  ["start#prepare",               0],
  ["start#finish",                0],
  ["panic#trap",                  1],
  ["fault#fault",                 5],
  ["exceptions#throwException",   1],
  ["allocate#allocate",           2],
  ["collect#collectFrom",         1],
] as const;

/** @throws CompileFault that names everything that is refused. */
export function frontEnd(
  host: SourceHost, start: string, parts: Partial<FrontParts> = {},
): Program {
  const checked = checkedProgram(host, [start, ...runtimeRoots(host)]);
  const refusals = validate(checked, isTrusted).map((each): FrontRefusal => {
    const { file, line, column, text, advice } = each;
    return { at: { file, line, column }, text: advice === "" ? text : `${text}; ${advice}` };
  });
  if (refusals.length > 0) throw new CompileFault(refusals);
  return lowerProgram(checked, start, parts);
}

/** The metal says to the compiler what programs cannot; a test validates the runtime. */
const isTrusted = (path: string): boolean =>
  path.startsWith("src/unikernel/metal/") || path.startsWith(`${RUNTIME}/`);

/** Those that there are. */
const runtimeRoots = (host: SourceHost): string[] =>
  RUNTIME_MODULES.map((name) => `${RUNTIME}/${name}.ts`)
    .filter((path) => host.read(path) !== undefined);

/** Without the validator, whose refusals come first. */
function lowerProgram(
  checked: CheckedProgram, start: string, parts: Partial<FrontParts> = {},
): Program {
  const { checker } = checked;
  const runtime = new Runtime(checked);
  const reader = new TypeReader(checker, (name) => runtime.class(name));
  const world = new World(checker, reader);
  const variables = new VariableAnalysis(checker);
  const lower = (): { reach: Reach; startSymbol: string } => {
    const reach = new Reach();
    const session: Session =
      { checker, reader, world, reach, variables, runtime, closures: new Map() };
    const startSymbol = reachAll(session, checked, start);
    if (reach.refusals.length > 0) throw new CompileFault(distinct(reach.refusals));
    return { reach, startSymbol };
  };
  lower();
  world.close(parts.numberClasses);
  const { reach, startSymbol } = lower();
  return {
    functions: reach.functions, assembly: reach.assembly,
    initializers: initializersInOrder(reach, checked, start),
    globals: [...reach.globals.values()], classes: world.table(), data: [...reach.data.values()],
    start: startSymbol, sources: new Map(checked.modules
      .filter(({ fileName }) => fileName !== HOSTED_MODULE)
      .map((file) => [file.fileName, file.text])),
  };
}

function reachAll(session: Session, checked: CheckedProgram, start: string): string {
  const { reach, world } = session;
  const module = checked.modules.find(({ fileName }) => fileName === start)
    ?? bug(`${start} is not loaded`);
  const node = startOf(module);
  const symbol = request(
    session, RULES, { node, within: new Map(), given: [], hasThis: false, count: 0 }
  );
  for (const each of loadedModules(checked, start)) {
    for (const declared of initializersRun(each)) {
      reach.collecting(() => { requestInitializer({ session, rules: RULES }, declared); });
    }
  }
  for (const [name, count] of ROOTS) runtimeSymbol(session, RULES, name, count);
  requestEntry(session, checked.modules);
  reach.run(() => world.version);
  return symbol;
}

/** What the kernel starts with, if the program has the kernel. */
function requestEntry(session: Session, modules: readonly ts.SourceFile[]): void {
  const module = modules.find(({ fileName }) => fileName === KERNEL_ENTRY.module);
  if (module === undefined) return;
  const node = module.statements.find((each): each is ts.FunctionDeclaration =>
    ts.isFunctionDeclaration(each) && each.name?.text === KERNEL_ENTRY.name);
  if (node === undefined) bug(`${KERNEL_ENTRY.module} has no ${KERNEL_ENTRY.name}`);
  request(session, RULES, { node, within: new Map(), given: [], hasThis: false, count: 0 });
}

function startOf(module: ts.SourceFile): ts.FunctionDeclaration {
  const node = module.statements.find((each): each is ts.FunctionDeclaration =>
    ts.isFunctionDeclaration(each) && each.name?.text === "start" && each.body !== undefined);
  const isCallable = node !== undefined && hasModifier(node, ts.SyntaxKind.ExportKeyword)
    && node.parameters.length === 0 && node.typeParameters === undefined
    && node.type?.kind === ts.SyntaxKind.VoidKeyword;
  if (isCallable) return node;
  const at = node === undefined ? { file: module.fileName, line: 1, column: 1 } : placeOf(node);
  const text = "write `export function start(): void`";
  throw new CompileFault([{ at, text }]);
}

/**
 * As they run: the runtime's first, then as modules are loaded, and in each in the text's order.
 */
function initializersInOrder(reach: Reach, checked: CheckedProgram, start: string): string[] {
  const order = new Map(loadedModules(checked, start).map((module, i) => [module, i]));
  const rank = ({ node }: { node: ts.Node }): number => order.get(node.getSourceFile()) ?? -1;
  return [...reach.initializers.values()]
    .sort((a, b) => rank(a) - rank(b)
      || a.node.getStart() - b.node.getStart())
    .map(({ symbol }) => symbol);
}

function distinct(refusals: readonly FrontRefusal[]): FrontRefusal[] {
  return [...new Map(refusals.map((each) => [JSON.stringify(each), each])).values()]
    .sort((a, b) => a.at.file.localeCompare(b.at.file)
      || a.at.line - b.at.line || a.at.column - b.at.column);
}
