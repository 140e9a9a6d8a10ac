// What an exercise is. An exercise "decoder/field" is made of
//
//   exercises/01-decoder/field.ts              the starter: compiles, and throws an Error that says what to do
//   solutions/01-decoder/field.ts              the same file, done
//   src/course/exercises/01-decoder/rows.ts    its row: what there is to know without running anything
//   src/course/exercises/01-decoder/field.ts   its trial: what is asked of an answer, and how to show it
//   src/course/exercises/load.ts               one line, from the id to the trial
//   test/exercises/01-decoder/field.ts         wrong solutions, and other right ones: the author's gate
//
// 1. A trial runs in the judge, never beside the student's code: it knows the answers.
// 2. A trial is deterministic: all its chance comes from the Draw it is given.
// 3. What goes to the student's function and what comes back is plain data (plain.ts).

import type { Draw } from "./draw";
import type { Plain } from "./plain";

export type ExerciseKind =
  /** Can be plugged into the machine in place of ours; its solution is public. */
  | "part"
  /** Its solution is public, but nothing in the machine is made of it. */
  | "practice"
  /** Its constants are drawn for each student: see Question. */
  | "graded question";

/**
 * A function of ours that runs beside the student's: given their function, it gives one that takes and gives plain
 * data. Whatever it says is trusted no more than they are. The file is one that the student's code may import.
 */
export interface Adapter {
  readonly name: string;
  /** "src/course/exercises/02-cpu/recorder/recorder.ts" */
  readonly from: string;
  /** How many of a case's arguments it is given. The rest is the judge's, and is not said where their code runs. */
  readonly takes: number;
}

/**
 * A part of the unikernel. Its file is kernel TypeScript, exports a declared function, and takes the place of a file of
 * ours whose one export has the same name.
 */
export interface KernelPart {
  /** "src/unikernel/boot/zero.ts" */
  readonly replaces: string;
  /** A call of it, for the compiler, which compiles what is called: "zero(0n, 0n)". The arguments may be anything. */
  readonly call: string;
  /** Whether it is called where nothing may allocate. */
  readonly noalloc: boolean;
  /** A service that the part is at work in: "src/unikernel/services/hello.ts". With the part in it, it says what it says with ours. */
  readonly service: string;
  /** What is typed at the service's console when it waits. */
  readonly typed?: string;
  /** A regular expression for lines of the service that are others each time: random numbers. */
  readonly unlike?: string;
}

/** One row of the manifest. */
export interface ExerciseRow {
  /** "decoder/field": the chapter's name and the file's. */
  readonly id: string;
  readonly title: string;
  /** "01-decoder/field.ts", below exercises/, solutions/ and work/ alike. */
  readonly file: string;
  readonly kind: ExerciseKind;
  readonly points: number;
  /** What the file exports, and the type that the export must have. For a part, `name` is its name in the interface. */
  readonly exports: {
    readonly name: string;
    /** A member of an interface that `from` exports: `DecoderParts["field"]`, perhaps within NonNullable<>. */
    readonly type: string;
    /** The chapter's interface file, the one file of its folder that the student's code may name: types only. */
    readonly from: string;
    /** Where what the function takes or gives is not plain data, or not all that is asked of it: what stands between it and the judge. */
    readonly through?: Adapter;
  };
  /** Where it is the unikernel that the part is plugged into. */
  readonly kernel?: KernelPart;
  /** One sentence: what to write. */
  readonly task: string;
  /** Ids of the exercises that should be done before. */
  readonly needs: readonly string[];
  /** Shown one at a time, from a nudge to nearly the answer. */
  readonly hints: readonly [string, string, string];
  /** The page that teaches it, below chapters/, without its extension: "01-decoder/02-fields". */
  readonly section: string;
}

/** A function that a student writes, or what an adapter has made of it. */
export type Part = (...args: never[]) => unknown;

/** Any of them, as the judge sees it: plain data in, plain data out. */
export type AnyPart = (...args: Plain[]) => Plain;

/** One call, and what must come of it. */
export interface Case<F extends Part = AnyPart> {
  readonly args: Readonly<Parameters<F>>;
  /** The right answer: a literal of an outside authority, or what our reference says. Shown to the student. */
  readonly want: ReturnType<F>;
  /** Who says so, or what the case is about: "ADD X0, X1, #1 has imm12 = 1". Shown beside a wrong answer. */
  readonly why?: string;
  /**
   * Where several answers are right: returns if `answer` is one of them and throws chai's AssertionError if not, or
   * Wrong (wrong.ts), whose sentence the student is to see.
   * Without it, chai's deep equality with `want` decides. `answer` is plain data of any shape: the student's
   * types are checked, but not trusted.
   */
  accept?(answer: unknown): void;
}

/** One thing that must hold of an answer, tried on many inputs. */
export interface Property<F extends Part = AnyPart, Variant = undefined> {
  /** A sentence whose subject is the student's part: "counts both ends". */
  readonly title: string;
  /** At most 5,000 cases, the most telling first: the student sees the first that fails. */
  cases(draw: Draw, variant: Variant): Iterable<Case<F>>;
}

/** Calls and answers in the manual's notation. */
export interface Notation<F extends Part = AnyPart> {
  /** One line: "field(0x91000420, 21, 10)". */
  call(...args: Readonly<Parameters<F>>): string;
  /** One line, for our answer and theirs. Theirs may be any plain data; what throws here is shown by showPlain(). */
  answer(answer: ReturnType<F>, ...args: Readonly<Parameters<F>>): string;
}

/** What is asked of a part. */
export interface Trial<F extends Part = AnyPart, Variant = undefined> {
  readonly show: Notation<F>;
  readonly properties: readonly Property<F, Variant>[];
}

/**
 * What is asked of a graded question. Its variant (layout, constants, tables) is drawn from the instructor's secret
 * seed and the student's name, so that one student's answer is worth nothing to another.
 */
export interface Question<F extends Part, Variant extends Plain> extends Trial<F, Variant> {
  variant(draw: Draw): Variant;
  /** Markdown: the question as this student reads it, complete in itself. */
  handout(variant: Variant): string;
  /** The solution to this variant, as the text of the file to hand in. The gate checks it; o2p never shows it. */
  solution(variant: Variant): string;
}

/** Either, as the judge sees it. */
export type AnyTrial = Trial<AnyPart, unknown> & Partial<Pick<Question<AnyPart, Plain>, "variant" | "handout" | "solution">>;
