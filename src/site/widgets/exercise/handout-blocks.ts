/**
 * A question's text, taken apart. Questions are written in a small part of Markdown: paragraphs, numbered
 * lists, code set off by four spaces, names in `backquotes`.
 */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

export function blocksOf(markdown: string): readonly Block[] {
  return markdown.split(/\n\s*\n/).filter((block) => block.trim() !== "").map((block): Block => {
    if (block.split("\n").every((line) => line.startsWith("    "))) return { kind: "code", text: block.replace(/^ {4}/gm, "").trimEnd() };
    if (!/^\d+\. /.test(block)) return { kind: "paragraph", text: block };
    return { kind: "list", items: block.split(/^\d+\. /m).slice(1).map((item) => item.trim()) };
  });
}

/** Text and code by turns, text first. */
export function spansOf(text: string): readonly string[] {
  return text.split("`");
}
