// The kernel's sources with somebody else's files in place of some of ours. Ours hand on what theirs export: whoever
// imports ours gets theirs, and a stack trace names theirs by its own path.

import type { SourceHost } from "../../compiler/front/program";

export interface Overlay {
  /** Our file: "src/unikernel/boot/zero.ts". */
  readonly replaces: string;
  /** Theirs: "work/08-boot/zero.ts". */
  readonly entry: string;
  /** What both export. */
  readonly name: string;
}

/** `files` are theirs, by path; whatever is in none of them is as `ours` has it. */
export function overlaid(ours: SourceHost, files: Readonly<Record<string, string>>, overlays: readonly Overlay[]): SourceHost {
  const texts = new Map(overlays.map(({ replaces, entry, name }) => [replaces, handingOn(replaces, entry, name)]));
  return { ...ours, read: (path) => texts.get(path) ?? (Object.hasOwn(files, path) ? files[path] : ours.read(path)) };
}

function handingOn(replaces: string, entry: string, name: string): string {
  const up = "../".repeat(replaces.split("/").length - 1);
  return `export { ${name} } from "${up}${entry.replace(/\.ts$/, "")}";\n`;
}
