// The first line of a fence, which says what the fence is:
//
//   ```ts src=src/machine/mmu/walk.ts#walk mark="case" fold="switch (kind" id=the-walk
//   ```console run="npx ts-node src/run/01-decoder.ts masks" status=2 needs=llvm-mc mark="and"
//   ```text example title="a listing"
//
// A src or run fence is filled in by the weave, so it is empty in the text; an example is what its author typed.

import { UserFault } from "../../base/fault";

export interface SourceFence {
  readonly kind: "source";
  readonly language: string;
  readonly file: string;
  /** The part behind "#", or undefined for the whole file. */
  readonly names: string | undefined;
  readonly marks: readonly string[];
  /** Texts, each on the first line of something to fold; true folds the whole excerpt. */
  readonly folds: readonly string[] | true;
  readonly id: string | undefined;
}

export interface TranscriptFence {
  readonly kind: "transcript";
  readonly command: string;
  /** The exit status that the command must end with. */
  readonly status: number;
  /** Programs without which the command cannot run here. */
  readonly needs: readonly string[];
  readonly marks: readonly string[];
  readonly id: string | undefined;
}

export interface ExampleFence {
  readonly kind: "example";
  readonly language: string;
  readonly title: string | undefined;
}

export type Fence = SourceFence | TranscriptFence | ExampleFence;

const LANGUAGES = ["ts", "tsx", "js", "json", "text", "console", "asm", "c", "diff", "sh", "css", "mdx"];

const OPTIONS: Readonly<Record<Fence["kind"], readonly string[]>> = {
  source: ["src", "mark", "fold", "id"],
  transcript: ["run", "status", "needs", "mark", "id"],
  example: ["example", "title"],
};

/** What a fence is, by its first line without the ticks. */
export function parseFence(info: string): Fence {
  const [language, ...words] = wordsOf(info);
  if (language === undefined || !LANGUAGES.includes(language)) {
    throw new UserFault(`a fence begins with its language, one of ${LANGUAGES.join(", ")}; this one with "${language ?? ""}"`);
  }
  const options = words.map(optionOf);
  const kind = kindOf(options);
  for (const { key } of options) {
    if (!OPTIONS[kind].includes(key)) throw new UserFault(`a fence with ${keyOf(kind)} has no option ${key}; it has ${OPTIONS[kind].join(", ")}`);
  }
  const all = (key: string): string[] => options.filter((o) => o.key === key).map((o) => required(o));
  const one = (key: string): string | undefined => {
    const values = all(key);
    if (values.length > 1) throw new UserFault(`the option ${key} stands ${values.length} times`);
    return values[0];
  };
  switch (kind) {
    case "source": {
      const [, file, names] = /^([^#]*)(?:#(.*))?$/s.exec(one("src")!)!;
      const whole = options.some((o) => o.key === "fold" && o.value === undefined);
      return { kind, language, file: file!, names, marks: all("mark"), folds: whole ? true : all("fold"), id: one("id") };
    }
    case "transcript": {
      const status = Number(one("status") ?? 0);
      if (!Number.isInteger(status) || status < 0 || status > 255) throw new UserFault(`status is an exit status, 0 to 255, not ${one("status")}`);
      if (language !== "console") throw new UserFault("a transcript's language is console");
      return { kind, command: one("run")!, status, needs: all("needs"), marks: all("mark"), id: one("id") };
    }
    case "example":
      return { kind, language, title: one("title") };
  }
}

interface Option {
  readonly key: string;
  readonly value: string | undefined;
}

const keyOf = (kind: Fence["kind"]): string => OPTIONS[kind][0]!;

function kindOf(options: readonly Option[]): Fence["kind"] {
  const kinds = (["source", "transcript", "example"] as const).filter((kind) => options.some((o) => o.key === keyOf(kind)));
  if (kinds.length === 0) {
    throw new UserFault("code in a chapter is quoted (src=FILE#NAME) or run (run=\"COMMAND\"); what is neither is marked example");
  }
  if (kinds.length > 1) throw new UserFault(`a fence is one thing, not ${kinds.map(keyOf).join(" and ")}`);
  return kinds[0]!;
}

function required({ key, value }: Option): string {
  if (value === undefined || value === "") throw new UserFault(`the option ${key} wants a value: ${key}="..."`);
  return value;
}

function optionOf(word: string): Option {
  const [, key, value] = /^([a-z]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (key === undefined) throw new UserFault(`"${word}" is no option`);
  const quoted = /^"(.*)"$/s.exec(value ?? "")?.[1];
  return { key, value: quoted === undefined ? value : quoted.replace(/\\(["\\])/g, "$1") };
}

/** Splits at spaces that stand in no quotes. Inside quotes, \" is a quote. */
function wordsOf(text: string): string[] {
  const words = text.match(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  if (words.join("").length !== text.replace(/"(?:[^"\\]|\\.)*"|\s/g, (m) => (m.startsWith('"') ? m : "")).length) {
    throw new UserFault(`a quote is not closed in ${text}`);
  }
  return words;
}
