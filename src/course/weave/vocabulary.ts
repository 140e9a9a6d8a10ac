// The words that a page may use and the weave cannot know by itself: exercises, components, terms, encodings.

import type { Page, Tag } from "./page";
import { WeaveFault } from "./weave-fault";

export interface Vocabulary {
  /** The exercises by id, each with the page that sets it: "01-decoder/fields". */
  readonly exercises: ReadonlyMap<string, { readonly chapter: number; readonly section: string }>;
  /** Components that a page may use without importing them. */
  readonly components: ReadonlySet<string>;
  /** Whether the glossary has `term`, or an id made of it. */
  hasTerm(term: string): boolean;
  /** Why `text` is no 32-bit word and no instruction in assembly; undefined if it is one. */
  wordFault(text: string): string | undefined;
}

/** What is wrong with the components of a page. */
export function tagFaults(page: Page, vocabulary: Vocabulary): WeaveFault[] {
  return page.tags.flatMap((tag) => {
    const what = tagFault(page, tag, vocabulary);
    return what === undefined ? [] : [new WeaveFault(page.path, tag.line, what)];
  });
}

/** Exercises whose section does not set them. */
export function unsetExercises(pages: readonly Page[], { exercises }: Vocabulary): WeaveFault[] {
  return [...exercises].flatMap(([id, { section }]) => {
    const page = pages.find(({ path }) => path.replace(/\.mdx?$/, "") === `chapters/${section}`);
    if (page?.tags.some((tag) => tag.name === "Exercise" && tag.attributes["id"] === id)) return [];
    return [new WeaveFault(page?.path ?? `chapters/${section}.mdx`, 1, `exercise ${id} says that this page sets it: put <Exercise id="${id}" /> here, or mend its section`)];
  });
}

function tagFault(page: Page, { name, attributes, text }: Tag, vocabulary: Vocabulary): string | undefined {
  if (!vocabulary.components.has(name)) return `there is no component ${name}; there are ${[...vocabulary.components].sort().join(", ")}`;
  switch (name) {
    case "Exercise":
      return exerciseFault(page, attributes["id"], vocabulary);
    case "BitField":
      return bitFieldFault(attributes, vocabulary);
    case "TreeWalk":
      return vocabulary.wordFault(attributes["word"] ?? "");
    case "Term": {
      const term = attributes["id"] ?? text;
      return vocabulary.hasTerm(term) ? undefined : `the glossary has no term "${term}"`;
    }
    default:
      return undefined;
  }
}

function exerciseFault(page: Page, id: string | undefined, { exercises }: Vocabulary): string | undefined {
  if (id === undefined) return "an exercise is called by its id: <Exercise id=\"...\" />";
  const exercise = exercises.get(id);
  if (exercise === undefined) return `there is no exercise ${id}; there are ${[...exercises.keys()].join(", ")}`;
  return exercise.chapter > page.chapter ? `exercise ${id} belongs to chapter ${exercise.chapter}, later than this one (${page.chapter})` : undefined;
}

function bitFieldFault({ word, value, width }: Tag["attributes"], vocabulary: Vocabulary): string | undefined {
  if (value !== undefined) return valueFault(value, Number(width ?? 32));
  return word === undefined ? undefined : vocabulary.wordFault(word);
}

function valueFault(value: string, width: number): string | undefined {
  if (!/^(?:0x[0-9a-f_]+|0b[01_]+|\d+)n?$/i.test(value)) return `"${value}" is no number`;
  return BigInt(value.replace(/_|n$/g, "")) < 2n ** BigInt(width) ? undefined : `${value} has more than ${width} bits`;
}
