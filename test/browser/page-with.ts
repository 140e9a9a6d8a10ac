/** The address of the first chapter page that has a figure, wherever a chapter's pages are moved to. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bug } from "../../src/base/bug";

const chapters = path.join(__dirname, "../../chapters");

/** `tag` is how the figure begins on a page: "<HeapPicture", "<CompilerView program=\"fib\"". */
export function pageWith(tag: string): string {
  const pages = readdirSync(chapters, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".mdx")).sort();
  const page = pages.find((file) => readFileSync(path.join(chapters, file), "utf8").includes(tag)) ?? bug(`no page has ${tag}`);
  return `/${page.replace(/\.mdx$/, "").split(path.sep).map((part) => part.replace(/^\d+-/, "")).join("/")}/`;
}
