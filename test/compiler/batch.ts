// Many programs in one image, since most of a build is the same for all of them. The image starts with a word that says
// which program to run: it is written into the image's bytes before each run. Programs that end well run one behind the
// other, in one go.

import { buildProgram, type BuildOptions } from "../../src/compiler/build";
import type { SourceHost } from "../../src/compiler/front/program";

const BATCH = "test/compiler/batch-of-programs.ts";
const ALL = 0;

/** Stands between the outputs of two programs. */
const SEPARATOR = "\x01--\x01";

export interface BatchProgram {
  readonly path: string;
  /** Runs in a machine of its own: it ends by a trap or an exception, or what it changes of other modules would be seen. */
  readonly isAlone: boolean;
}

/** The machine: an image in, what it printed out. */
export type Run = (image: Uint8Array) => string;

export class Batch {
  readonly #programs: readonly BatchProgram[];
  readonly #image: Uint8Array;
  /** Where the image holds which program to run. */
  readonly #choice: number;

  constructor(sources: SourceHost, programs: readonly BatchProgram[], options?: BuildOptions) {
    this.#programs = programs;
    const { image, linked } = buildProgram(hostOf(sources, programs), BATCH, options);
    const symbol = linked.symbols.find(({ name }) => name === `${BATCH}#choice`);
    if (symbol === undefined) throw new Error("the batch has no choice");
    this.#image = image;
    this.#choice = Number(symbol.address - linked.base);
  }

  /** What each program printed. */
  run(run: Run): string[] {
    const [before = "", ...together] = run(this.#chosen(ALL)).split(`${SEPARATOR}\n`);
    if (before !== "") throw new Error(`the batch did not start: ${before}`);
    return this.#programs.map(({ isAlone }, i) => (isAlone ? run(this.#chosen(i + 1)) : together.shift() ?? "(did not run)"));
  }

  #chosen(choice: number): Uint8Array {
    const image = this.#image.slice();
    new DataView(image.buffer).setBigUint64(this.#choice, BigInt(choice), true);
    return image;
  }
}

function hostOf(sources: SourceHost, programs: readonly BatchProgram[]): SourceHost {
  const text = batchText(programs);
  return { read: (path) => (path === BATCH ? text : sources.read(path)) };
}

/** A trap or an exception that nobody caught, whose message may have lines, is the last that a program prints. */
export const endsBadly = (transcript: string): boolean =>
  /(^|\n)trap: [^\n]*\n( {4}at [^\n]*\n)?$/.test(transcript) || /(^|\n)uncaught /.test(transcript);

const FOLDER = "test/compiler/";

function batchText(programs: readonly BatchProgram[]): string {
  const imports = programs.map(({ path }, i) => {
    if (!path.startsWith(FOLDER)) throw new Error(`${path} is not below ${FOLDER}`);
    return `import { start as run${i} } from "./${path.slice(FOLDER.length, -".ts".length)}";`;
  });
  const together = programs.flatMap(({ isAlone }, i) => (isAlone ? [] : [`      console.log("${SEPARATOR}"); run${i}();`]));
  const alone = programs.map((_, i) => `    case ${i + 1}: run${i}(); break;`);
  return [
    ...imports,
    // Not zero, so that it stands in the image; written, so that it is no constant.
    "let choice = -1;",
    "export function start(): void {",
    "  const chosen = choice;",
    "  choice = -1;",
    "  switch (chosen) {",
    `    case ${ALL}:`, ...together, "      break;",
    ...alone,
    "    default: console.log(\"no choice\");",
    "  }",
    "}", "",
  ].join("\n");
}
