/** What a word does, in its own words, beside its assembly. The meanings of the instructions come when it is shown. */
import { lazy, Suspense, type ReactNode } from "react";
import "./explanation.css";

const Explanation = lazy(async () => ({ default: (await import("./explanation")).Explanation }));

export function LazyExplanation({ word }: { readonly word: number }): ReactNode {
  return <Suspense fallback={<div className="explanation-coming" />}><Explanation word={word} /></Suspense>;
}
