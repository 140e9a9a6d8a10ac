// Our machine against QEMU, an instruction at a time: recorded answers always, and fresh ones where QEMU is.

import { expect } from "chai";
import { isInProfile } from "../../../src/machine/cpu/profile";
import { standardDecoder } from "../../../src/machine/decoder/decoder";
import type { Row } from "../../../src/machine/decoder/row";
import { areEqual, changesOf } from "./changes";
import { compareRow, type Result } from "./comparison";
import { describeDifference } from "./description";
import { drawWord } from "./encodings";
import { ERRATA } from "./errata";
import { Ours } from "./ours";
import { qemuAnswers, qemuVersion } from "./qemu";
import { recordRow } from "./record";
import { readRecording, recordedFiles, recordedNames, recordingPath } from "./recording";
import { anyState, stateFor } from "./states";
import { LEFT_OUT, window } from "./vectors";
import { Random } from "../words";

const SHOWN = 2;
const rows = standardDecoder().rows;
const classes = [...new Set(rows.map((row) => row.class))];
const recorded = new Map(classes.map((name) => [name, recordedNames(name).map((row) => standardDecoder().row(row))]));

const described = ({ row, differences }: Result): string =>
  [row.name, ...(differences ?? []).slice(0, SHOWN).map((difference) => describeDifference(row, difference))].join("\n");

describe("recorded vectors: what QEMU does, our machine does", () => {
  const ours = new Ours(window());

  for (const [name, members] of recorded) {
    if (members.length === 0) continue;
    it(`${name}: ${members.length} rows`, () => {
      const results = members.map((row) => compareRow(row, ours));
      expect(results.filter(({ differences }) => differences === undefined).map(({ row }) => row.name), "not written").to.deep.equal([]);
      const wrong = results.filter(({ differences }) => differences!.length > 0);
      expect(wrong.length, wrong.map(described).join("\n")).to.equal(0);
    });
  }
});

describe("the recording", () => {
  it("has half a million vectors and more", () => {
    const counts = recordedFiles().flatMap((path) => readRecording(path).rows.map(({ changes }) => changes.length));
    expect(counts.reduce((sum, count) => sum + count, 0)).to.be.greaterThan(500_000);
  });

  it("has every row of the profile, less those that are left out", () => {
    const isOurs = (row: Row): boolean => drawWord(row, new Random(1), (word) => isInProfile(row, word)) !== undefined;
    const there = new Set([...recorded.values()].flat().map((row) => row.name));
    const missing = rows.filter((row) => !there.has(row.name) && isOurs(row)).map((row) => row.name);
    expect(missing.sort()).to.deep.equal(Object.keys(LEFT_OUT).sort());
  });

  it("leaves out rows of the table only, and words of them", () => {
    const names = new Set(rows.map((row) => row.name));
    expect([...Object.keys(LEFT_OUT), ...ERRATA.map(({ row }) => row)].filter((name) => !names.has(name))).to.deep.equal([]);
  });
});

describe("QEMU, asked again", () => {
  if (qemuVersion() === undefined) {
    it("is not on this machine: the recording has to do, but not in CI", () => expect(process.env["CI"]).to.equal(undefined));
    return;
  }

  // A row of each class: all rows are for test/long.
  it("says what was recorded", () => {
    const changed = [...recorded].flatMap(([name, [row]]) => {
      if (row === undefined) return [];
      const now = recordRow(row);
      const then = readRecording(recordingPath(name)).rows[0]!;
      const same = now.inputs === then.inputs && now.changes.every((bytes, i) => areEqual(bytes, then.changes[i]!));
      return same ? [] : [row.name];
    });
    expect(changed).to.deep.equal([]);
  });

  it("still errs where errata.ts says so", () => {
    const ours = new Ours(window());
    const random = new Random(1);
    const agreed = ERRATA.filter((erratum) => {
      const row = standardDecoder().row(erratum.row);
      const words = Array.from({ length: 64 }, () => (row.value | (random.next() & ~row.mask)) >>> 0).filter(erratum.has);
      const data = new DataView(window().buffer);
      const requests = words.map((word) => ({ words: [word], state: stateFor(row, word, anyState(random), data, random) }));
      const answers = qemuAnswers(window(), requests);
      return requests.every((request, i) =>
        areEqual(changesOf(request.state, answers[i]!), changesOf(request.state, ours.answer(request))));
    });
    expect(agreed.map(({ row }) => row)).to.deep.equal([]);
  });
});
