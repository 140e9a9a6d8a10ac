import { expect } from "chai";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exerciseCalled } from "../../../src/course/exercises/manifest";
import { classCsv } from "../../../src/course/grade/csv";
import { Progress, timeLeft } from "../../../src/course/grade/progress";
import { fileName, ReportFolder } from "../../../src/course/grade/report-folder";
import { htmlReport } from "../../../src/course/grade/report-html";
import { markdownReport } from "../../../src/course/grade/report-markdown";
import type { StudentResult } from "../../../src/course/grade/result";
import { fingerprint, seedFor } from "../../../src/course/grade/seed";

const EVIL = "</td><script>x</script>``|` **bold**\n# heading";

const result: StudentResult = {
  student: EVIL, points: 0, outOf: 5, notes: [EVIL], sandbox: "bubblewrap", tests: "public", key: "k",
  verdicts: [{
    exercise: "decoder/field", status: "fail", points: 0, outOf: 5, message: "m", printed: EVIL,
    divergence: { property: "p", call: EVIL, theirs: EVIL, ours: "1", why: undefined, fault: EVIL },
    properties: [{ title: "p", state: "fails", cases: 1 }],
  }],
};

describe("a student's report", () => {
  it("as HTML has every text escaped", () => {
    expect(htmlReport(result)).to.include("&lt;script&gt;").and.not.include("<script");
  });

  it("as Markdown has every text in code", () => {
    for (const line of markdownReport(result).split("\n")) {
      if (line.startsWith("    ")) continue;
      const outside = line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
      expect(outside).not.to.match(/script|bold|heading/);
    }
  });
});

describe("a student's report", () => {
  it("says what is wrong beside what would be right", () => {
    const odd = { ...result, verdicts: result.verdicts.map((verdict) => ({ ...verdict, divergence: { ...verdict.divergence!, fault: "it is odd" } })) };
    expect(htmlReport(odd)).to.include("<dt>fault</dt><dd>it is odd</dd>");
    expect(markdownReport(odd)).to.include("\n- fault: `it is odd`\n");
  });

  it("has no control characters, whatever the student is called", () => {
    const evil = { ...result, student: "\u001b]0;x\u0007\u202e", notes: ["\u001b[31m"] };
    for (const report of [htmlReport(evil), markdownReport(evil)]) expect(report).not.to.match(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it("as Markdown stands ten million backticks", () => {
    expect(markdownReport({ ...result, notes: ["`a".repeat(5_000_000)] })).to.have.length.above(10_000_000);
  });
});

describe("the class's table", () => {
  const cells = [
    // a name                 its cell
    ["ada",                   "ada"],
    ["O'Neil, Zoë",           `"O'Neil, Zoë"`],
    [`a "b"`,                 `"a ""b"""`],
    ["=1+1",                  "'=1+1"],
    ["+1",                    "'+1"],
    ["-1",                    "'-1"],
    ["@x",                    "'@x"],
    ["\tx",                   "'\tx"],
    ["a\nb",                  `"a\nb"`],
    ["\uff1d1+1",             "'\uff1d1+1"],
    ["a;=1",                  `"a;'=1"`],
    ["a\n =1",                `"a\n' =1"`],
    ["a-b=c",                 "a-b=c"],
    ["a\u001b[31m",           "a [31m"],
  ] as const;
  for (const [student, cell] of cells) {
    it(`writes ${JSON.stringify(student)} as ${JSON.stringify(cell)}`, () => {
      const [header, row] = classCsv([{ ...result, student, notes: [] }], [exerciseCalled("field")]).split("\r\n");
      expect(header).to.equal("student,points,out of,decoder/field,decoder/field status,notes");
      expect(row).to.equal(`${cell},0,5,0,fail,`);
    });
  }
});

describe("a student's folder", () => {
  it("that a run was killed over holds no result beside the reports of another", () => {
    const dir = mkdtempSync(join(tmpdir(), "o2p-report-"));
    const report = new ReportFolder(dir);
    const ada = { ...result, student: "ada" };
    report.write(ada);
    expect(report.earlier("ada", "k")).to.deep.equal(JSON.parse(JSON.stringify(ada)));
    mkdirSync(join(dir, "students/ada/report.html.part")); // Where the second run ends.
    expect(() => report.write({ ...ada, key: "other" })).to.throw();
    expect(report.earlier("ada", "k")).to.equal(undefined);
    rmSync(dir, { recursive: true });
  });

  const names = [["ada", "ada"], ["Ada Lovelace", "Ada Lovelace"], ["../x", "%2E.%2Fx"], ["..", "%2E%2E"], ["a/b", "a%2Fb"], ["é", "%C3%A9"], ["a%2Fb", "a%252Fb"], ["CON:", "CON%3A"]] as const;
  it("is one that every system can make, and another for every student", () => {
    const [one, other] = [fileName("é".repeat(120)), fileName(`${"é".repeat(119)}e`)];
    expect(one).to.have.length.below(240);
    expect(one).not.to.equal(other);
  });

  for (const [student, name] of names) it(`of ${student} is ${name}`, () => expect(fileName(student)).to.equal(name));
});

describe("the seeds of a class", () => {
  const hidden = { secret: "s", variants: false };
  const variants = { secret: "s", variants: true };

  it("are public where the instructor has none", () => {
    expect(seedFor({ secret: undefined, variants: false }, "ada", "x")).to.equal("practice");
  });
  it("differ from exercise to exercise", () => {
    expect(seedFor(hidden, "ada", "x")).not.to.equal(seedFor(hidden, "ada", "y"));
  });
  it("are everyone's without variants, and each student's own with", () => {
    expect(seedFor(hidden, "ada", "x")).to.equal(seedFor(hidden, "grace", "x"));
    expect(seedFor(variants, "ada", "x")).not.to.equal(seedFor(variants, "grace", "x"));
  });
  it("have a name that differs with the secret and does not hold it", () => {
    expect(fingerprint(variants)).to.match(/^variants [0-9a-f]{12}$/).and.not.equal(fingerprint({ secret: "t", variants: true }));
  });
});

describe("the progress", () => {
  it("is one line in a terminal, whatever the student is called", () => {
    let written = "";
    new Progress({ write: (text) => { written += text; } }).show(1, 1, { ...result, student: "a\u001b[31m\nb" });
    expect(written).to.equal("1 of 1   0 s left   a [31m b: 0 of 5\n");
  });
});

describe("the time left", () => {
  const table = [[10_000, 1, 3, "20 s left"], [60_000, 1, 11, "10 min left"], [3_600_000, 1, 3, "2.0 h left"], [5, 3, 3, "0 s left"]] as const;
  for (const [elapsed, done, of, text] of table) it(`after ${done} of ${of} in ${elapsed} ms: ${text}`, () => expect(timeLeft(elapsed, done, of)).to.equal(text));
});
