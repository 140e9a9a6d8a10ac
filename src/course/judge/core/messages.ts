// What the judge asks of a worker, and what a worker says: JSON, one message a line. A worker that runs a student's
// code may say anything at all; readMessage() believes only the shape.

import type { Adapter } from "../../exercises/exercise";
import { decodeNode, NotPlain } from "./codec";
import type { Budget } from "./fuel";

/** Compiled code by path, and what to call in it. */
export interface RunRequest {
  readonly modules: Readonly<Record<string, string>>;
  /** The path of the module that exports the part. */
  readonly entry: string;
  /** The export to call. */
  readonly name: string;
  /** What is called in its place, and calls it. */
  readonly through?: Adapter | undefined;
  /** The arguments of each call, encoded. */
  readonly calls: readonly string[];
  readonly budget: Budget;
}

/** What came of one call. */
export type Reply =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "threw"; readonly message: string }
  /** Returned what is no plain data; `message` reads after "returned". */
  | { readonly kind: "not plain"; readonly message: string };

export type Message =
  /** The worker is up; the student's code has not run. Whatever goes wrong before is our fault. */
  | { readonly kind: "ready" }
  | { readonly kind: "loaded" }
  | { readonly kind: "threw at load"; readonly message: string }
  | { readonly kind: "reply"; readonly index: number; readonly reply: Reply }
  /** The last of its run. */
  | { readonly kind: "out of fuel"; readonly message: string }
  | { readonly kind: "printed"; readonly text: string }
  | { readonly kind: "end" };

const MAX_TEXT = 2000;

/** A message as a line, without its end. `answer` is already encoded. */
export const lineOf = {
  ready: (): string => `["ready"]`,
  loaded: (): string => `["loaded"]`,
  threwAtLoad: (message: string): string => JSON.stringify(["threw at load", cut(message)]),
  answer: (index: number, encoded: string): string => `["answer",${index},${encoded}]`,
  threw: (index: number, message: string): string => JSON.stringify(["threw", index, cut(message)]),
  notPlain: (index: number, message: string): string => JSON.stringify(["not plain", index, cut(message)]),
  outOfFuel: (message: string): string => JSON.stringify(["out of fuel", cut(message)]),
  printed: (text: string): string => JSON.stringify(["printed", cut(text)]),
  end: (): string => `["end"]`,
} as const;

const cut = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}...` : text);

/** The message that `line` is; throws NotPlain if it is none. */
export function readMessage(line: string): Message {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new NotPlain("something that is no JSON");
  }
  if (!Array.isArray(json)) throw new NotPlain("something that is no message");
  const [kind, a, b] = json as readonly unknown[];
  if (kind === "ready" || kind === "loaded" || kind === "end") return { kind };
  if ((kind === "threw at load" || kind === "out of fuel") && typeof a === "string") return { kind, message: cut(a) };
  if (kind === "printed" && typeof a === "string") return { kind, text: cut(a) };
  if (typeof a === "number" && Number.isInteger(a) && a >= 0) {
    if (kind === "answer") return { kind: "reply", index: a, reply: { kind, value: decodeNode(b, 0) } };
    if ((kind === "threw" || kind === "not plain") && typeof b === "string") {
      return { kind: "reply", index: a, reply: { kind, message: cut(b) } };
    }
  }
  throw new NotPlain("something that is no message");
}
