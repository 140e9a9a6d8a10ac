import { expect } from "chai";
import { EXERCISES } from "../../../src/course/exercises/manifest";
import { handoutFor } from "../../../src/course/grade/handouts";

describe("a student's handout", () => {
  const questions = EXERCISES.filter(({ kind }) => kind === "graded question");
  const seeds = { secret: "s", variants: true };

  it("holds every graded question, with its points and its file", async () => {
    const text = await handoutFor("ada", seeds);
    expect(text).to.match(/^# Questions for ada\n/);
    for (const { title, points, file } of questions) expect(text).to.include(`## ${title} (${points} points)`).and.include(`\`${file}\``);
  });

  it("is the same each time, and another student's is another", async () => {
    expect(await handoutFor("ada", seeds)).to.equal(await handoutFor("ada", seeds));
    if (questions.length > 0) {
      const [ada, grace] = [await handoutFor("ada", seeds), await handoutFor("grace", seeds)];
      expect(ada.replaceAll("ada", "")).not.to.equal(grace.replaceAll("grace", ""));
    }
  });
});
