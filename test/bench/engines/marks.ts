// What a guest says of its passes (guests/main.c), read from its serial line with the time at which each mark came.

export interface Pass {
  readonly rounds: number;
  readonly ms: number;
  /** Eight digits. */
  readonly checksum: string;
}

export class MarkReader {
  readonly passes: Pass[] = [];
  #line = "";
  #began: { readonly rounds: number; readonly time: number } | undefined;
  #isDone = false;

  /** Whether the last pass is over. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** `text` has come at `time`, in milliseconds: all of its lines have. */
  hear(text: string, time: number): void {
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop()!;
    for (const line of lines) this.#read(line.trim(), time);
  }

  #read(line: string, time: number): void {
    const [word, rounds, checksum] = line.split(" ");
    if (word === "begin") {
      this.#began = { rounds: Number(rounds), time };
    } else if (word === "end") {
      if (this.#began?.rounds !== Number(rounds)) throw new Error(`"${line}" ends what has not begun`);
      this.passes.push({ rounds: Number(rounds), ms: time - this.#began.time, checksum: checksum! });
      this.#began = undefined;
    } else if (word === "done") {
      this.#isDone = true;
    } else {
      throw new Error(`the guest says "${line}"`);
    }
  }
}

/** Of each pass behind the first, which was cold. */
export function warmest(passes: readonly Pass[]): number {
  return Math.min(...passes.slice(1).map(({ ms, rounds }) => ms / rounds));
}
