// What a submission may see of the course: the folders that its chapter may use, whole, and its interface as
// declarations.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import * as ts from "typescript";
import { bug } from "../../../base/bug";
import { EXERCISES } from "../../exercises/manifest";
import { COURSE_ROOT } from "../../root";
import type { Library } from "../core/compile";
import type { KernelSources } from "../core/kernel-messages";

/** By chapter: what stands below it in the course, base, formats and the folders of earlier chapters, or files of them; and its adapters. */
const VISIBLE: Readonly<Record<string, readonly string[]>> = {
  "01-decoder": ["src/base"],
  "02-cpu": ["src/base", "src/formats", "src/machine/decoder", "src/course/exercises/02-cpu/recorder"],
  "03-system-registers": ["src/base", "src/formats/elf", "src/machine/decoder", "src/machine/cpu", "src/course/exercises/03-system-registers/adapters"],
  "04-mmu": ["src/base", "src/formats/elf", "src/machine/decoder", "src/machine/cpu", "src/machine/sysregs", "src/course/exercises/04-mmu/stand-ins"],
  "05-exceptions": ["src/base", "src/formats/elf", "src/machine/decoder", "src/machine/cpu", "src/machine/sysregs", "src/machine/mmu"],
  "06-devices": [
    "src/base", "src/formats/elf", "src/formats/syndromes", "src/formats/devices", "src/machine/decoder", "src/machine/cpu", "src/machine/sysregs", "src/machine/mmu", "src/machine/exceptions",
    "src/course/exercises/06-devices/stand-ins",
  ],
  "07-compiler": ["src/base", "src/machine/decoder"],
  "08-boot": [
    "src/base", "src/unikernel/metal", "src/formats/device-tree/structure.ts", "src/unikernel/device-tree/big-endian.ts",
    "src/unikernel/memory/layout.ts", "src/unikernel/memory/memory-map.ts", "src/unikernel/memory/page-bits.ts",
    "src/formats/devices/structure.ts", "src/formats/devices/virtqueue.ts", "src/unikernel/drivers/virtio/returned.ts", "src/unikernel/services/monitor/keys.ts",
    "src/course/exercises/08-boot/adapters",
    // What checks kernel TypeScript while it runs.
    "src/compiler/hosted/checks.ts", "src/compiler/hosted/traps.ts", "src/compiler/ir/operation.ts", "src/formats/objects/layout.ts",
  ],
  "11-speed": ["src/base", "src/machine/decoder", "src/machine/cpu", "src/course/exercises/11-speed/adapters"],
};

/** By chapter: files that it may see, and the function in each that one of its own exercises asks for. */
const WITHHELD: Readonly<Record<string, readonly (readonly [path: string, name: string])[]>> = {
  "06-devices": [["src/formats/devices/virtqueue.ts", "needsEvent"], ["src/machine/sysregs/registers/timer.ts", "timerDue"]],
};

/** By chapter: what stands in for a file of the course that says more than there is in a judge. */
const STAND_INS: Readonly<Record<string, readonly (readonly [path: string, by: string])[]>> = {
  "08-boot": [["src/unikernel/runtime/broken.ts", "src/course/exercises/08-boot/stand-ins/broken.ts"]],
};

/** By chapter: a file of which only one constant is seen. */
const ONLY: Readonly<Record<string, readonly (readonly [path: string, name: string])[]>> = {
  "08-boot": [["src/unikernel/memory/flags.ts", "PAGE"]],
};

/** Of TypeScript's lib files, the language itself: no DOM, no Worker, nothing newer than every Node we support. */
const IS_LANGUAGE = /^lib\.(es5|es6|es20(1[5-9]|2[0-3])|decorators)(\..*)?\.d\.ts$/;

/** For the exercises in the folder `chapter`, "01-decoder". */
export function libraryFor(chapter: string): Library {
  const folders = VISIBLE[chapter] ?? bug(`library.ts does not say what ${chapter} may see`);
  const interfaces = EXERCISES.filter((row) => row.file.startsWith(`${chapter}/`)).map((row) => row.exports.from);
  const sources = sourcesIn(folders);
  for (const [path, name] of WITHHELD[chapter] ?? []) {
    sources[path] = without(name, sources[path] ?? bug(`library.ts withholds from ${chapter} what it does not see: ${path}`));
  }
  for (const [path, by] of STAND_INS[chapter] ?? []) sources[path] = read(by);
  for (const [path, name] of ONLY[chapter] ?? []) sources[path] = only(name, read(path));
  return { sources, declarations: declarationsOf(interfaces), lib: languageLib() };
}

/** `text` with a declaration in place of its function `name`: of a type that fits no use, so that an error says why. */
function without(name: string, text: string): string {
  const { statements } = ts.createSourceFile("it.ts", text, ts.ScriptTarget.ES2022);
  const found = statements.find((it) => ts.isFunctionDeclaration(it) && it.name?.text === name) ?? bug(`library.ts finds no function ${name} to withhold`);
  return `${text.slice(0, found.getFullStart())}\n\nexport declare const ${name}: { readonly isYoursToWrite: true };${text.slice(found.end)}`;
}

/** The kernel's sources and what they import, for the compiler of chapter 7. */
export const kernelSources = (): KernelSources => sourcesIn(["src/base", "src/formats", "src/unikernel"]);

/** The declaration of the constant `name`, and nothing else of `text`. */
function only(name: string, text: string): string {
  const { statements } = ts.createSourceFile("it.ts", text, ts.ScriptTarget.ES2022, true);
  const found = statements.find((it) => ts.isVariableStatement(it) && it.declarationList.declarations.some((each) => each.name.getText() === name));
  return found === undefined ? bug(`library.ts finds no constant ${name}`) : text.slice(found.getStart(undefined, true), found.end);
}

function sourcesIn(visible: readonly string[]): Record<string, string> {
  const paths = visible.flatMap((path) => (path.endsWith(".ts") ? [path] :
    readdirSync(join(COURSE_ROOT, path), { recursive: true, encoding: "utf8" }).map((name) => posix.join(path, name.replaceAll("\\", "/")))));
  return Object.fromEntries(paths.filter((path) => path.endsWith(".ts")).sort().map((path) => [path, read(path)]));
}

/** The declarations of `paths` and of what they mention, without a line of what is behind them. */
function declarationsOf(paths: readonly string[]): Record<string, string> {
  const declarations: Record<string, string> = {};
  const visit = (path: string): void => {
    const name = path.replace(/\.ts$/, ".d.ts");
    if (Object.hasOwn(declarations, name)) return;
    const { outputText } = ts.transpileDeclaration(read(path), { fileName: path });
    declarations[name] = outputText;
    for (const [, imported] of outputText.matchAll(/from "(\.[^"]+)"/g)) visit(`${posix.join(dirname(path), imported!)}.ts`);
  };
  for (const path of paths) visit(path);
  return declarations;
}

function languageLib(): Record<string, string> {
  const folder = dirname(require.resolve("typescript"));
  const names = readdirSync(folder).filter((name) => IS_LANGUAGE.test(name));
  if (!names.includes("lib.es2023.d.ts")) bug(`${folder} holds no lib.es2023.d.ts`);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function read(path: string): string {
  const file = join(COURSE_ROOT, path);
  return existsSync(file) ? readFileSync(file, "utf8") : bug(`${path} is not there`);
}
