import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["pairs like ends",                 "const ends = [a.least, a.most].flatMap((x) => [b.least, b.most].map((y) => EXACTLY[operator](x, y)));", "const ends = [EXACTLY[operator](a.least, b.least), EXACTLY[operator](a.most, b.most)];"],
    ["believes that ends stay in order", "const least = ends.reduce(lesser);",              "const least = ends[0]!;"],
    ["takes the last end for the most", "const most = ends.reduce(greater);",              "const most = ends.at(-1)!;"],
    ["checks at the limit itself",      "least < -MOST || most > MOST;",                   "least <= -MOST || most >= MOST;"],
    ["checks above alone",              "least < -MOST || most > MOST;",                   "most > MOST;"],
    ["checks below alone",              "least < -MOST || most > MOST;",                   "least < -MOST;"],
    ["has 2^53 for a number",           "2n ** 53n - 1n",                                  "2n ** 53n"],
    ["does not cut off",                "return { least: greater(least, -MOST), most: lesser(most, MOST), isCheckNeeded };", "return { least, most, isCheckNeeded };"],
    ["cuts off what is beyond",         "if (least > MOST || most < -MOST) return { least, most, isCheckNeeded };", ""],
    ["forgets about 0",                 "(x: bigint, y: bigint) => x * y",                 "(x: bigint, y: bigint) => (y === 0n ? x : x * y)"],
  ],
  right: {
    "case by case": `
      import type { CompilerQuestions } from "../../src/course/exercises/07-compiler/questions";
      const LIMIT = 9007199254740991n;
      const sorted = (values: bigint[]): bigint[] => values.sort((x, y) => (x === y ? 0 : x < y ? -1 : 1));
      export const rangeOf: CompilerQuestions["rangeOf"] = (operator, a, b) => {
        let [least, most] = operator === "+" ? [a.least + b.least, a.most + b.most] : [a.least - b.most, a.most - b.least];
        if (operator === "*") {
          const products = sorted([a.least * b.least, a.most * b.least, a.least * b.most, a.most * b.most]);
          [least, most] = [products[0]!, products[3]!];
        }
        const fits = (value: bigint): boolean => -LIMIT <= value && value <= LIMIT;
        const isCheckNeeded = !fits(least) || !fits(most);
        const isHopeless = !fits(least) && !fits(most) && (least < 0n) === (most < 0n);
        if (isHopeless) return { least, most, isCheckNeeded };
        return { least: fits(least) ? least : -LIMIT, most: fits(most) ? most : LIMIT, isCheckNeeded };
      };`,
  },
};
