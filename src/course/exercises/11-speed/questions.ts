// What a page of chapter 11 asks for that is no part of the engine: a graded question.

/** An expression, for the machine of your question: whole numbers only. */
export type ForeignTree =
  /** -2^31 to 2^31 - 1. */
  | { readonly kind: "number"; readonly value: number }
  /** Variable n, from 0. */
  | { readonly kind: "variable"; readonly n: number }
  | { readonly kind: "operation"; readonly name: string; readonly left: ForeignTree; readonly right: ForeignTree }
  | { readonly kind: "choice"; readonly condition: ForeignTree; readonly yes: ForeignTree; readonly no: ForeignTree };

export interface SpeedQuestions {
  /** The bytes of the code that leaves the tree's value on the stack of your question's machine. */
  foreignStack(tree: ForeignTree): readonly number[];
}
