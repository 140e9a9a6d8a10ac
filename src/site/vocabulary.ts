// The words that a chapter's page may use, from where each is defined: for the weave, which checks them.

import { join } from "node:path";
import { UserFault } from "../base/fault";
import { EXERCISES } from "../course/exercises/manifest";
import { declarationsOf, membersOf } from "../course/weave/outline";
import { readSource } from "../course/weave/source-file";
import type { Vocabulary } from "../course/weave/vocabulary";
import { assembleLine } from "../machine/decoder/assembler";
import { glossary, termId } from "./glossary";

const ROOT = join(__dirname, "../..");

export function courseVocabulary(): Vocabulary {
  return {
    exercises: new Map(EXERCISES.map(({ id, file, section }) => [id, { chapter: Number(file.slice(0, 2)), section }])),
    components: componentNames(),
    hasTerm: (term) => glossary.some((entry) => termId(entry.term) === termId(term)),
    wordFault,
  };
}

/** Read, not imported: the components themselves need the bundler. */
function componentNames(): Set<string> {
  const source = readSource(ROOT, "src/site/prose/components.tsx");
  const components = declarationsOf(source).find(({ name }) => name === "proseComponents")!;
  return new Set(membersOf(source, components).map(({ name }) => name).filter((name) => /^[A-Z]/.test(name)));
}

function wordFault(text: string): string | undefined {
  if (/^(?:0x)?[0-9a-f]{8}$/i.test(text.trim())) return undefined;
  if (/^0x/i.test(text.trim())) return `"${text}" is no 32-bit word: it has eight hexadecimal digits`;
  try {
    assembleLine(text);
    return undefined;
  } catch (fault) {
    if (fault instanceof UserFault) return `"${text}" is no word and no instruction: ${fault.message}`;
    throw fault;
  }
}
