/** A still picture of the compiler's chapter, as data: boxes, arrows and words, in units of a pixel. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
  /** From the top. */
  readonly lines: readonly string[];
  /** Stands above the box. */
  readonly head?: string;
  /** "strong" is what the paragraph speaks of; "open" is room with nothing in it yet. */
  readonly look?: "strong" | "open";
}

export interface Arrow {
  /** Corners, from where it starts to its point. */
  readonly through: readonly (readonly [x: number, y: number])[];
  readonly look?: "dashed" | "plain";
}

export interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: "start" | "middle" | "end";
  /** "register" names one; "soft" explains. */
  readonly look?: "register" | "soft" | "strong";
}

export interface Drawing {
  /** What it shows, for whoever does not see it. */
  readonly says: string;
  /** What to look for. */
  readonly tells: string;
  readonly wide: number;
  readonly high: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly words: readonly Word[];
}
