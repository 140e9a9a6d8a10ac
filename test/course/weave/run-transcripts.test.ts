import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCourse } from "../../../src/course/weave/check";
import { type Outcome, runTranscripts } from "../../../src/course/weave/run-transcripts";
import { recordingPath } from "../../../src/course/weave/transcript";
import { FIELDS_MDX, RECORDING, VOCABULARY, fencePage, smallCourse } from "./small-course";

const PAGE = "chapters/01-decoder/fields.mdx";
const EXTRA = "chapters/01-decoder/extra.mdx";
const RECORDED = "$ printf 'one\\ntwo\\n'\nstatus 0\none\ntwo\n";

type Small = ReturnType<typeof smallCourse>;

describe("the commands of the text", () => {
  let course: Small | undefined;
  afterEach(() => {
    course?.remove();
    course = undefined;
  });

  const lay = (changes: Parameters<typeof smallCourse>[0] = {}): Small => (course = smallCourse(changes));
  const run = (small: Small, options: Partial<Parameters<typeof runTranscripts>[2]> = {}): Promise<Outcome> =>
    runTranscripts(small, checkCourse(small, VOCABULARY).runs, { update: false, strict: false, ...options });
  const messages = (outcome: Outcome): string[] => outcome.faults.map((fault) => fault.message);

  it("are run once for the same inputs", async () => {
    const small = lay();
    expect(await run(small)).to.deep.equal({ faults: [], lacking: [], ran: 1, unchanged: 0, recorded: 0 });
    expect(await run(small)).to.deep.equal({ faults: [], lacking: [], ran: 0, unchanged: 1, recorded: 0 });
  });

  it("are held to their recordings, to the line", async () => {
    const small = lay({ [RECORDING]: RECORDED.replace("two\n", "three\n") });
    expect(messages(await run(small))).to.deep.equal([
      `${PAGE}:16: "printf 'one\\ntwo\\n'" no longer prints what ${RECORDING} records; line 2: recorded "three", printed "two" (npm run weave -- --update records anew)`,
    ]);
  });

  it("are recorded anew when asked", async () => {
    const small = lay({ [RECORDING]: undefined });
    expect(messages(await run(small))).to.deep.equal([`${PAGE}:16: "printf 'one\\ntwo\\n'" is not recorded; npm run weave -- --update records it`]);
    expect((await run(small, { update: true })).recorded).to.equal(1);
    expect(readFileSync(join(small.root, RECORDING), "utf8")).to.equal(RECORDED);
    expect(checkCourse(small, VOCABULARY).faults).to.deep.equal([]);
  });

  const failing = [
    ["that end otherwise than they should", 'console run="exit 3"', `"exit 3" ends with status 3, not 0`],
    ["that end well but should not", 'console run="true" status=2', `"true" ends with status 0, not 2`],
  ] as const;
  for (const [name, info, what] of failing) {
    it(`${name} are a fault, and are not recorded`, async () => {
      const outcome = await run(lay({ [EXTRA]: fencePage(info) }), { update: true });
      expect(messages(outcome)).to.deep.equal([`${EXTRA}:3: ${what}`]);
      expect(outcome.recorded).to.equal(0);
    });
  }

  it("may be meant to fail, and show what they say on either stream", async () => {
    const small = lay({ [EXTRA]: fencePage('console run="echo out; echo err >&2; exit 2" status=2') });
    expect(messages(await run(small, { update: true }))).to.deep.equal([]);
    const [extra] = checkCourse(small, VOCABULARY).runs;
    expect(extra?.page.path).to.equal(EXTRA);
    expect(checkCourse(small, VOCABULARY).faults).to.deep.equal([]);
  });

  it("may not print where the checkout is", async () => {
    const small = lay({ [EXTRA]: fencePage('console run="pwd"') });
    expect(messages(await run(small, { update: true }))).to.deep.equal([`${EXTRA}:3: "pwd" prints where this checkout is: ${small.root}`]);
  });

  it("are stopped when they do not end", async () => {
    const small = lay({ [EXTRA]: fencePage('console run="sleep 60"') });
    expect(messages(await run(small, { timeoutMs: 300 }))[0]).to.equal(`${EXTRA}:3: "sleep 60" ends with status 137, not 0`);
  });

  it("lose their colours, and see nobody's settings", async () => {
    const small = lay({ [EXTRA]: fencePage('console run="printf \'\\\\033[1mbold\\\\033[0m\'; echo; echo $USER $TZ"') });
    expect(messages(await run(small, { update: true }))).to.deep.equal([]);
    const shown = checkCourse(small, VOCABULARY);
    expect(shown.faults).to.deep.equal([]);
    const recording = readFileSync(join(small.root, recordingIn(small, "bold")), "utf8");
    expect(recording.split("\n").slice(2)).to.deep.equal(["bold", "UTC", ""]);
  });

  it("wait for a program that is missing, but not in CI", async () => {
    const needy = { [EXTRA]: fencePage('console run="no-such-program" needs=no-such-program') };
    const outcome = await run(lay(needy));
    expect(outcome.faults).to.deep.equal([]);
    expect(outcome.lacking).to.deep.equal([{ command: "no-such-program", program: "no-such-program" }]);
    course?.remove();
    expect(messages(await run(lay(needy), { strict: true }))).to.deep.equal([`${EXTRA}:3: "no-such-program" needs no-such-program, which is not installed here`]);
  });

  it("are run for each text that has them, once", async () => {
    const small = lay({ [EXTRA]: FIELDS_MDX.replace(/<Exercise[^>]*>/, "") });
    expect((await run(small)).ran).to.equal(1);
    expect(existsSync(join(small.root, RECORDING))).to.equal(true);
  });

  function recordingIn(small: Small, word: string): string {
    const run = checkCourse(small, VOCABULARY).runs.find(({ fence }) => fence.command.includes(word))!;
    return recordingPath(run.page, run.fence.command);
  }
});
