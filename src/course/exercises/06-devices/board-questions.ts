// What the page on the board asks for that is no part of the machine: a graded question.

/** What an access reaches. */
export interface Reached {
  readonly name: string;
  /** Which copy of the device, the lowest being 0. */
  readonly copy: number;
  /** Of the access's first byte, in what repeats, or in the copy. */
  readonly offset: number;
}

export interface BoardQuestions {
  /** What an access of so many bytes reaches on the board of your question; undefined if it is refused. */
  reach(address: number, bytes: number): Reached | undefined;
}
