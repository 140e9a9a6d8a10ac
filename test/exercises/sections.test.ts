// Exercises and pages name each other.

import { expect } from "chai";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EXERCISES } from "../../src/course/exercises/manifest";
import { COURSE_ROOT } from "../../src/course/root";

const pageOf = (section: string): string => join(COURSE_ROOT, "chapters", `${section}.mdx`);
const exercisesOn = (page: string): string[] => [...readFileSync(page, "utf8").matchAll(/<Exercise id="([^"]+)"/g)].map(([, id]) => id!);

describe("the manifest of exercises", () => {
  for (const [i, { id, section, needs }] of EXERCISES.entries()) {
    it(`${id} is on the page that teaches it`, () => {
      expect(existsSync(pageOf(section)), section).to.equal(true);
      expect(exercisesOn(pageOf(section))).to.include(id);
    });

    it(`${id} needs exercises that come before it`, () => {
      expect(EXERCISES.slice(0, i).map((earlier) => earlier.id)).to.include.members([...needs]);
    });
  }

  it("has them in the order of the pages", () => {
    const chapters = [...new Set(EXERCISES.map(({ section }) => section.split("/")[0]!))];
    const shown = chapters.flatMap((chapter) =>
      readdirSync(join(COURSE_ROOT, "chapters", chapter)).filter((name) => name.endsWith(".mdx")).sort()
        .flatMap((name) => exercisesOn(join(COURSE_ROOT, "chapters", chapter, name))));
    expect(shown).to.deep.equal(EXERCISES.map(({ id }) => id));
  });

  it("makes chapter 1 worth the 130 points that chapter 0 promises", () => {
    const promised = readFileSync(join(COURSE_ROOT, "chapters/00-start/01-start-here.mdx"), "utf8");
    const points = EXERCISES.filter(({ file }) => file.startsWith("01-")).reduce((sum, each) => sum + each.points, 0);
    expect(promised).to.include(`It is worth ${points} points`);
  });
});
