/** The functions that the figure has the scan go over: of the chapter's programs. */

export interface SampleFunction {
  readonly name: string;
  readonly title: string;
  /** In the repository. */
  readonly file: string;
  readonly functionName: string;
  /** How many registers the figure starts with. */
  readonly startsWith: number;
  /** One line: what to try. */
  readonly tells: string;
}

const folder = "chapters/07-compiler/files";

export const sampleFunctions: readonly SampleFunction[] = [
  { name: "sum", title: "A loop", file: `${folder}/sum.ts`, functionName: "sum", startsWith: 4, tells: "Step through the scan. With four registers one interval goes to the frame: why that one? Round 2 is what it costs. Then give it six registers." },
  { name: "cross", title: "Many at once", file: `${folder}/cross.ts`, functionName: "cross", startsWith: 6, tells: "Six parameters, and each is wanted twice. Take registers away, and see who gives way: the lightest for its length. With three, how many rounds are there, and why not two?" },
  { name: "digits", title: "Loops and calls", file: `${folder}/digits.ts`, functionName: "digitSums", startsWith: 8, tells: "What is alive across a call may not be in X0 to X15. Find the intervals that had to go to X19 and behind." },
];
