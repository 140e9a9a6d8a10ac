// What the exercises of chapter 1 ask for that is no part of the machine: practice, and graded questions.

/** The fields that a shifted register decides: sf is 1 for an X register, shift counts LSL, LSR, ASR, ROR. */
export interface ShiftedRegister {
  readonly sf: number;
  readonly Rm: number;
  readonly shift: number;
  readonly imm6: number;
}

/** An instruction of a computer that was never built. */
export interface ForeignInstruction {
  /** Its row's. */
  readonly name: string;
  readonly operands: Readonly<Record<string, number>>;
}

export interface DecoderQuestions {
  /** "x1, lsl #3" as the operand of AND (shifted register), or undefined if it is none. */
  parseShiftedRegister(text: string): ShiftedRegister | undefined;
  /** The mask in `word` by the rules of your question, 64 bits wide, or undefined where they reserve it. */
  decodeMask(word: number): bigint | undefined;
  /** The instruction that `word` is by the table of your question, or undefined if it is none. */
  decodeForeign(word: number): ForeignInstruction | undefined;
}
