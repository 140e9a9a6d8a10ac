/* eslint-disable @typescript-eslint/consistent-indexed-object-style, @typescript-eslint/no-inferrable-types -- types of every form are what it tries. */
// Types that say something to the checker and nothing to the program.
import { SIZES as TABLE, type Size } from "./tables";
export { SIZES } from "./tables";

type ElementOf<T> = T extends readonly (infer E)[] ? E : never;
type Flags = { readonly [K in Size]: boolean };
type Level = `level ${1 | 2}`;
type Word = "yes" & string;

const NAMES = ["ann", "bob"] as const satisfies readonly string[];
const first: ElementOf<typeof NAMES> = "ann";
const small: typeof TABLE.small = 1;

class Counter {
  public steps = 0;
  protected limit: bigint = 100n;;
  halve(): bigint {
    this.steps++;
    this.limit /= 2n;
    return this.limit;
  }
}

const level = (n: 1 | 2): Level => (n === 1 ? "level 1" : "level 2");

export function start(): void {
  const flags: Flags = { small: true, large: false };
  const word: Word = "yes";
  const size: (typeof TABLE)["large"] = TABLE.large;
  const next = function (x: number): number { return x + 1; };
  const counter = new Counter();
  for (let i = 0; i < 3; i++) ;
  console.log(`${first} ${small} ${flags.small} ${flags.large} ${word} ${size} ${next(size)}`);
  console.log(`${level(1)} ${level(2)} ${counter.halve()} ${counter.halve()} ${counter.steps}`);
  console.log(NAMES.join(" "));
}
