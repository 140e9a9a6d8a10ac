/** A line of assembly in pieces, each with the role whose colour it wears: what it is to the instruction's word. */
import type { Role } from "../word/role";

export interface AssemblyToken {
  readonly text: string;
  readonly role: Role | "comment" | "label" | undefined;
}

const conditions = "eq|ne|hs|lo|cs|cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al|nv";
const operand = new RegExp(
  `\\b(?:[xw](?:[0-9]|[12][0-9]|30|zr)|sp|wsp|[vqdshb](?:[0-9]|[12][0-9]|3[01])(?:\\.[0-9]*[bhsdq])?)\\b(?!:)|#?-?\\b(?:0x[0-9a-f]+|[0-9][0-9.]*(?:e[-+]?[0-9]+)?)\\b|"[^"]*"|\\b(?:${conditions})\\b`, "gi",
);

export function tokensOf(line: string): readonly AssemblyToken[] {
  const [, code = "", comment = ""] = /^((?:"[^"]*"|[^"/]|\/(?!\/))*)(.*)$/.exec(line) ?? [];
  const [, label = "", space = "", mnemonic = "", rest = ""] = /^(\s*(?:[\w.$]+:)?)(\s*)(\.?[\w.]*)(.*)$/.exec(code) ?? [];
  const [, operation = "", condition = ""] = new RegExp(`^(b\\.)(${conditions})$`, "i").exec(mnemonic) ?? [];
  return [
    { text: label, role: "label" as const },
    { text: space, role: undefined },
    ...(condition === "" ? [{ text: mnemonic, role: "opcode" as const }] : [{ text: operation, role: "opcode" as const }, { text: condition, role: "condition" as const }]),
    ...operandsOf(rest),
    { text: comment, role: "comment" as const },
  ].filter(({ text }) => text !== "");
}

function operandsOf(text: string): readonly AssemblyToken[] {
  const tokens: AssemblyToken[] = [];
  let end = 0;
  for (const match of text.matchAll(operand)) {
    tokens.push({ text: text.slice(end, match.index), role: undefined }, { text: match[0], role: roleOf(match[0]) });
    end = match.index + match[0].length;
  }
  return [...tokens, { text: text.slice(end), role: undefined }];
}

function roleOf(text: string): Role {
  if (/^[#"0-9-]/.test(text)) return "immediate";
  return new RegExp(`^(?:${conditions})$`, "i").test(text) ? "condition" : "register";
}
