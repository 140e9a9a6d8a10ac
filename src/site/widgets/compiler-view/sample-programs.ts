/** The programs that the figure begins with: files of the chapter, which `o2p build` takes as well. */

export interface SampleProgram {
  readonly name: string;
  readonly title: string;
  /** In the repository. */
  readonly file: string;
  /** One line: what to try. */
  readonly tells: string;
  /** The line that is pointed at to begin with. */
  readonly points: number;
}

const folder = "chapters/07-compiler/files";

export const samplePrograms: readonly SampleProgram[] = [
  { name: "hello", title: "Hello", file: `${folder}/hello.ts`, points: 2, tells: "Point at a line, in any column: the others mark what comes of it. Then change the text, and boot it." },
  { name: "fib", title: "Recursion", file: `${folder}/fib.ts`, points: 3, tells: "Three results of line 3 might leave the safe integers. How many checks are there as written, and how many optimized? What is known of n?" },
  { name: "sum", title: "A loop over an array", file: `${folder}/sum.ts`, points: 4, tells: "Switch between as written and optimized: which checks of the two loops go, and which one stays?" },
  { name: "sort", title: "A sort", file: "test/compiler/programs/sorting/insertion.ts", points: 8, tells: "As written, there are ten checks: five of an index, five of a sum. Find them; then see what the optimizer has left." },
  { name: "cross", title: "Many at once", file: `${folder}/cross.ts`, points: 3, tells: "Six parameters, and each is wanted twice: nothing is in the frame. Add a seventh and an eighth, and use all of them at the end." },
  { name: "shapes", title: "An interface", file: `${folder}/shapes.ts`, points: 33, tells: "The call of area() does not know whose it is. Take one of the two classes out of the array, and look again." },
  { name: "trap", title: "A trap", file: `${folder}/trap.ts`, points: 2, tells: "19! is no safe integer. Boot it, and see where it says so. Then have it count in bigint." },
  { name: "thrown", title: "An exception", file: `${folder}/thrown.ts`, points: 33, tells: "Line 33 is one call. Where does it go on if it returns, and where if something is thrown? Boot it: one is caught, and one is not." },
];
