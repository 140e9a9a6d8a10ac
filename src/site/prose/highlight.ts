/**
 * Colours for code typed in a page (a fence marked `example`): what the weave does for quoted code, by
 * pattern. Assembly is coloured by role, as in every figure; TypeScript by weight.
 */
import { fieldInCode, roleOfField } from "../widgets/word/role";

export interface Token {
  readonly text: string;
  readonly className: string | undefined;
}

type Rules = readonly (readonly [pattern: string, className: string])[];

const script: Rules = [
  [String.raw`//[^\n]*|/\*[^]*?\*/`, "tok-comment"],
  [String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\`(?:[^\`\\]|\\.)*\``, "tok-string"],
  [fieldInCode.source, "role"],
  [String.raw`\b(?:as|async|await|break|case|catch|class|const|continue|default|do|else|export|extends|for|from|function|get|if|implements|import|in|instanceof|interface|let|new|of|private|readonly|return|satisfies|set|static|super|switch|this|throw|try|type|typeof|undefined|void|while|yield)\b`, "tok-keyword"],
  [String.raw`\b\d[\w.]*`, "tok-number"],
];

const assembly: Rules = [
  [String.raw`//[^\n]*|/\*[^]*?\*/|(?<=\s);[^\n]*`, "tok-comment"],
  [String.raw`"(?:[^"\\\n]|\\.)*"`, "tok-string"],
  [String.raw`^\s*[\w.$]+:`, "tok-name"],
  [String.raw`(?<=^[ \t]*)\.[a-z]\w*`, "tok-keyword"],
  [String.raw`(?<![\w.#])(?:[wxbhsdq](?:[12]?\d|3[01]|zr)|v(?:[12]?\d|3[01])(?:\.\w+)?|sp|wsp|lr|fp)\b`, "t-role role-register"],
  [String.raw`#-?(?:0x[0-9a-f_]+|[\d.]+)|(?<![\w.])-?0x[0-9a-f]+\b`, "t-role role-immediate"],
  [String.raw`(?<=^[ \t]*(?:[\w.$]+:[ \t]+|[0-9a-f]{8}[ \t]+)*)[a-z][\w.]*(?=[ \t]|$)`, "t-role role-opcode"],
  [String.raw`(?<=,\s*)(?:eq|ne|cs|hs|cc|lo|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al|nv)\b`, "t-role role-condition"],
];

const rulesOf: Readonly<Record<string, Rules>> = { ts: script, tsx: script, js: script, json: script, c: script, asm: assembly };

export function highlight(code: string, language: string): readonly Token[] {
  const rules = rulesOf[language];
  if (!rules) return [{ text: code, className: undefined }];
  const pattern = new RegExp(rules.map(([source]) => `(${source})`).join("|"), "gm");
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) tokens.push({ text: code.slice(end, match.index), className: undefined });
    const rule = rules[match.slice(1).findIndex((group) => group !== undefined)];
    const className = rule?.[1] === "role" ? `t-role role-${roleOfField(match[0])}` : rule?.[1];
    tokens.push({ text: match[0], className });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ text: code.slice(end), className: undefined });
  return tokens;
}

/** Gives the architecture's field names in a line of the weave's HTML their roles' colours; tags stay as they are. */
export function withFieldColours(html: string): string {
  return html.replace(/(<[^>]*>)|([^<]+)/g, (all, tag: string | undefined) =>
    tag !== undefined ? all : all.replace(fieldInCode, (name) => `<span class="t-role role-${roleOfField(name)}">${name}</span>`));
}
