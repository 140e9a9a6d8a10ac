// Holds a worker's replies against the cases: every comparison the judge makes is made here, with chai, in the
// judge's own realm.

import { AssertionError, expect } from "chai";
import type { AnyTrial, Case, Notation } from "../../exercises/exercise";
import { showPlain } from "../../exercises/plain";
import { Wrong } from "../../exercises/wrong";
import type { Reply } from "./messages";
import { oneLine } from "./printable";
import type { Divergence, PropertyVerdict } from "./verdict";

/** The cases of a trial, drawn: one list a property. */
export interface DrawnProperty {
  readonly title: string;
  readonly cases: readonly Case[];
}

export interface Comparison {
  readonly properties: readonly PropertyVerdict[];
  readonly divergence: Divergence | undefined;
}

/**
 * `replies` are in the order of all the cases; where the worker stopped early some are missing. `stopped` is shown as
 * the answer of the case at which it did.
 */
export function compare(trial: AnyTrial, drawn: readonly DrawnProperty[], replies: readonly (Reply | undefined)[], stopped: string | undefined): Comparison {
  const properties: PropertyVerdict[] = [];
  let divergence: Divergence | undefined;
  const unanswered = replies.indexOf(undefined);
  let first = 0;
  for (const { title, cases } of drawn) {
    const replied = replies.slice(first, first + cases.length);
    const fault = firstFault(cases, replied);
    const state = fault === undefined ? "holds" : replied[fault.at] === undefined && unanswered < first ? "not reached" : "fails";
    properties.push({ title, state, cases: cases.length });
    if (fault !== undefined && state === "fails") {
      divergence ??= { ...diverge(trial.show, title, cases[fault.at]!, replied[fault.at], stopped), ...(fault.said !== undefined && { fault: oneLine(fault.said) }) };
    }
    first += cases.length;
  }
  return { properties, divergence };
}

/** The first case that does not hold, and what there is to say of it beyond the right answer. */
function firstFault(cases: readonly Case[], replied: readonly (Reply | undefined)[]): { readonly at: number; readonly said: string | undefined } | undefined {
  for (const [at, it] of cases.entries()) {
    const thrown = thrownAt(it, replied[at]);
    if (thrown !== undefined) return { at, said: thrown instanceof Wrong ? thrown.message : undefined };
  }
  return undefined;
}

/** What holding the reply against the case throws: undefined if it holds. */
function thrownAt(it: Case, reply: Reply | undefined): Error | undefined {
  if (reply?.kind !== "answer") return new AssertionError("no answer");
  try {
    if (it.accept !== undefined) it.accept(reply.value);
    else expect(reply.value).to.deep.equal(it.want);
    return undefined;
  } catch (thrown) {
    // accept() may trip over an answer of an unforeseen shape: that is a wrong answer too.
    if (thrown instanceof Wrong || thrown instanceof AssertionError || thrown instanceof TypeError || thrown instanceof RangeError) return thrown;
    throw thrown;
  }
}

function diverge(show: Notation, property: string, { args, want, why }: Case, reply: Reply | undefined, stopped: string | undefined): Divergence {
  return {
    property,
    call: oneLine(show.call(...args)),
    theirs: oneLine(replyText(show, args, reply, stopped)),
    ours: oneLine(show.answer(want, ...args)),
    why,
  };
}

function replyText(show: Notation, args: Case["args"], reply: Reply | undefined, stopped: string | undefined): string {
  switch (reply?.kind) {
    case undefined:     return stopped ?? "no answer";
    case "threw":       return `threw: ${reply.message}`;
    case "not plain":   return `returned ${reply.message}`;
    case "answer":      return answerText(show, args, reply.value);
  }
}

/** A wrong answer may have any shape; what the notation cannot show, showPlain() can. */
function answerText(show: Notation, args: Case["args"], value: unknown): string {
  try {
    return show.answer(value as Parameters<Notation["answer"]>[0], ...args);
  } catch {
    return showPlain(value);
  }
}
