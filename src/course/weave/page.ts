// A page of a chapter, as far as the weave reads it: its fences, its headings and its components, each with its
// line. The Markdown proper is Docusaurus's business.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { WeaveFault } from "./weave-fault";

export interface PageFence {
  readonly line: number;
  /** The line of the closing ticks. */
  readonly lastLine: number;
  /** What stands behind the opening ticks. */
  readonly info: string;
  readonly body: string;
}

export interface Heading {
  readonly line: number;
  readonly text: string;
  readonly id: string;
}

/** A component in the text: `<BitField word="0x92008c41" explain />`. An attribute without value is "". */
export interface Tag {
  readonly line: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the tags, if that is plain text. */
  readonly text: string;
}

export interface Page {
  /** Relative to the root: "chapters/01-decoder/fields.mdx". */
  readonly path: string;
  readonly chapter: number;
  readonly title: string;
  readonly fences: readonly PageFence[];
  readonly headings: readonly Heading[];
  readonly tags: readonly Tag[];
}

const known = new Map<string, { readonly stamp: string; readonly page: Page }>();

export function readPage(root: string, path: string): Page {
  const full = join(root, path);
  const { mtimeMs, size } = statSync(full);
  const stamp = `${mtimeMs} ${size}`;
  const before = known.get(full);
  if (before?.stamp === stamp) return before.page;
  const page = parsePage(path, readFileSync(full, "utf8"));
  known.set(full, { stamp, page });
  return page;
}

export function parsePage(path: string, text: string): Page {
  const chapter = Number(/^chapters\/(\d\d)-/.exec(path)?.[1] ?? Number.NaN);
  if (Number.isNaN(chapter)) throw new WeaveFault(path, 1, "a page lives in a chapter: chapters/NN-slug/NAME.mdx");
  const lines = text.split("\n");
  const { fences, prose } = fencesOf(path, lines);
  const body = withoutComments(prose.join("\n"));
  const bodyLines = body.split("\n");
  const headings = headingsOf(prose.map((line, i) => (bodyLines[i]!.trim() === "" ? "" : line)));
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(frontMatterOf(text))?.[1] ?? headings[0]?.text ?? path;
  return { path, chapter, title, fences, headings, tags: tagsOf(body) };
}

/** The fences, and the text with every fence's lines emptied. */
function fencesOf(path: string, lines: readonly string[]): { fences: PageFence[]; prose: string[] } {
  const fences: PageFence[] = [];
  const prose: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, indent, ticks, info] = /^([ \t]*)(`{3,}|~{3,})([^`]*)$/.exec(lines[i]!) ?? [];
    if (ticks === undefined) {
      prose.push(lines[i]!);
      continue;
    }
    const closing = new RegExp(`^[ \\t]*${ticks[0]}{${ticks.length},}[ \\t]*$`);
    const length = lines.slice(i + 1).findIndex((line) => closing.test(line));
    if (length < 0) throw new WeaveFault(path, i + 1, "this fence is never closed");
    const body = lines.slice(i + 1, i + 1 + length).map((line) => line.replace(new RegExp(`^[ \\t]{0,${indent!.length}}`), ""));
    fences.push({ line: i + 1, lastLine: i + 2 + length, info: info!.trim(), body: body.join("\n") });
    for (let k = 0; k < length + 2; k++) prose.push("");
    i += length + 1;
  }
  return { fences, prose };
}

const frontMatterOf = (text: string): string => /^---\n([^]*?)\n---\n/.exec(text)?.[1] ?? "";

/** Empties front matter, comments and inline code, and keeps every line where it was. */
function withoutComments(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  return text.replace(/^---\n[^]*?\n---\n/, blank).replace(/\{\/\*(?!\s*#)[^]*?\*\/\}|<!--[^]*?-->|`[^`\n]+`/g, (part) => (part.startsWith("`") ? part.replace(/[<>{}]/g, " ") : blank(part)));
}

// An id is written behind the heading, {/* #id */}; without one it is made of the heading's text, and unique.
function headingsOf(lines: readonly string[]): Heading[] {
  const taken = new Map<string, number>();
  return lines.flatMap((text, i) => {
    const [, title, id] = /^#{1,6}\s+(.*?)(?:\s*\{\/\*\s*#(\S+)\s*\*\/\})?\s*$/.exec(text) ?? [];
    if (title === undefined) return [];
    const slug = slugOf(title);
    const others = taken.get(slug) ?? 0;
    if (id === undefined) taken.set(slug, others + 1);
    return [{ line: i + 1, text: title.replace(/`/g, ""), id: id ?? (others === 0 ? slug : `${slug}-${others}`) }];
  });
}

/** The anchor that Docusaurus gives a heading. */
export function slugOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "").trim().replace(/\s/g, "-");
}

function tagsOf(text: string): Tag[] {
  const pattern = /<([A-Z][\w.]*)((?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?)*)\s*(?:\/>|>([^<{]*)<\/\1>|>)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    name: match[1]!,
    attributes: Object.fromEntries([...match[2]!.matchAll(/([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{((?:[^{}]|\{[^{}]*\})*)\}))?/g)]
      .map(([, key, double, single, code]) => [key!, double ?? single ?? code ?? ""])),
    text: match[3]?.trim() ?? "",
  }));
}
