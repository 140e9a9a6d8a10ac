// Where several answers are right, the one that stands beside a wrong answer does not say what is wrong with it: a
// sentence does. A Case's accept() throws it.

/** `message` is a part of a sentence about the answer, and shown to the student: "x1 is written, and nobody asked for it". */
export class Wrong extends Error {
  override readonly name = "Wrong";
}
