/** The programs that the figure begins with: files of the chapter, which `o2p build` takes as well. */

export interface SampleProgram {
  readonly name: string;
  readonly title: string;
  /** In the repository. */
  readonly file: string;
  /** One line: what to try. */
  readonly tells: string;
}

const folder = "chapters/07-compiler/files";

export const samplePrograms: readonly SampleProgram[] = [
  { name: "hello", title: "Hello", file: `${folder}/hello.ts`, tells: "Point at a line, in any column: the others mark what comes of it. Then change the text, and boot it." },
  { name: "fib", title: "Recursion", file: `${folder}/fib.ts`, tells: "Find the two additions that can leave the safe integers, and what each costs. Then see what is left of line 2 as written." },
  { name: "sum", title: "A loop over an array", file: `${folder}/sum.ts`, tells: "Switch between as written and optimized: which checks of the loop go, and which stays? Boot it." },
  { name: "shapes", title: "An interface", file: `${folder}/shapes.ts`, tells: "The call of area() does not know whose it is. Take one of the two classes out of the array, and look again." },
  { name: "trap", title: "A trap", file: `${folder}/trap.ts`, tells: "19! is no safe integer. Boot it, and see where it says so. Then have it count in bigint." },
];
