import { expect } from "chai";
import { strToU8, zipSync, type Zippable } from "fflate";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pack, RECEIPT } from "../../../src/course/grade/pack";
import { readSubmission, submissionsIn, type Submission } from "../../../src/course/grade/submission";
import { hashOf } from "../../../src/course/exercises/working-copy";

const FIELD = "01-decoder/field.ts";

describe("a submission", () => {
  let dir: string;
  beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "o2p-submission-")); });
  afterEach(() => rmSync(dir, { recursive: true }));

  function folder(files: Readonly<Record<string, string>>): Submission {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    return readSubmission("ada", dir);
  }

  function zip(files: Zippable): Submission {
    writeFileSync(join(dir, "ada.zip"), zipSync(files));
    return readSubmission("ada", join(dir, "ada.zip"));
  }

  const read: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>])[] = [
    // what it is                      what is in it                                                      what is read
    ["a chapter's folder",             { [FIELD]: "a", "01-decoder/own.ts": "b" },                        { [FIELD]: "a", "01-decoder/own.ts": "b" }],
    ["work/",                          { [`work/${FIELD}`]: "a" },                                        { [FIELD]: "a" }],
    ["something else around it",       { [`ada-main/course/work/${FIELD}`]: "a" },                        { [FIELD]: "a" }],
    ["the whole checkout",             { [`work/${FIELD}`]: "a", [`exercises/${FIELD}`]: "b", [`solutions/${FIELD}`]: "c" }, { [FIELD]: "a" }],
    ["what is no exercise beside it",  { [FIELD]: "a", "README.md": "b", "01-decoder/notes.txt": "c", "99-x/y.ts": "d" }, { [FIELD]: "a" }],
    ["a folder in a chapter's folder", { [FIELD]: "a", "01-decoder/sub/x.ts": "b" },                      { [FIELD]: "a" }],
    ["other people's modules",         { [FIELD]: "a", [`node_modules/x/${FIELD}`]: "b", [`.git/${FIELD}`]: "c" }, { [FIELD]: "a" }],
    ["nothing of use",                 { "field.ts": "a" },                                               {}],
  ];
  for (const [what, files, expected] of read) {
    it(`may be ${what}: as a folder`, () => expect(folder(files).files).to.deep.equal(expected));
    it(`may be ${what}: as a zip file`, () => {
      expect(zip(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))).files).to.deep.equal(expected);
    });
  }

  it("says what is graded where there are several", () => {
    expect(folder({ [`a/${FIELD}`]: "a", [`longer/${FIELD}`]: "b" }).notes).to.deep.equal([`graded is what stands in "a"; left out: "longer"`]);
  });

  it("calls what stands at its top by a name, too", () => {
    expect(folder({ [FIELD]: "a", [`work/${FIELD}`]: "b" }).notes).to.deep.equal([`graded is what stands in "work"; left out: "."`]);
  });

  it("that is empty says what is looked for", () => {
    expect(folder({}).notes.join()).to.match(/^no exercise is in it: 01-decoder or 02-cpu or .+ is what is looked for$/);
  });

  it("is not followed out of its folder: links to files and to folders", () => {
    const { files } = folder({ [FIELD]: "a" });
    symlinkSync("/etc/passwd", join(dir, "01-decoder/link.ts"));
    symlinkSync("/etc", join(dir, "etc"));
    symlinkSync(dir, join(dir, "around"));
    const linked = readSubmission("ada", dir);
    expect(linked.files).to.deep.equal(files);
    expect(linked.notes).to.deep.equal(["link.ts", "around", "etc"].map((name) => `${name === "link.ts" ? "01-decoder/" : ""}${name} is a symbolic link: left out`));
  });

  it("may hold a file that is none: a pipe is not waited for", function () {
    if (process.platform === "win32") return;
    folder({ [FIELD]: "a" });
    execFileSync("mkfifo", [join(dir, "01-decoder/pipe.ts")]);
    expect(readSubmission("ada", dir).files).to.deep.equal({ [FIELD]: "a" });
  });

  it("is bounded: large files, and many, are left out", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`01-decoder/f${i}.ts`, "x"]));
    expect(Object.keys(folder({ ...many, "01-decoder/a.ts": "x".repeat(300_000) }).files)).to.have.length.at.most(200).and.not.include("01-decoder/a.ts");
  });

  describe("as a zip file", () => {
    for (const name of ["../../01-decoder/field.ts", "/01-decoder/field.ts", "..\\..\\01-decoder\\field.ts", "a/../../01-decoder/field.ts"]) {
      it(`is not read where it says ${name}`, () => expect(zip({ [name]: strToU8("x") }).files).to.deep.equal({}));
    }

    it("may not lie about its sizes", () => {
      const bytes = zipSync({ [FIELD]: new Uint8Array(200_000).fill(97) });
      const view = new DataView(bytes.buffer);
      for (let i = 0; i + 4 < bytes.length; i++) {
        // The size before packing stands at 22 in a local header, and at 24 in the directory.
        const at = view.getUint32(i, true) === 0x04034b50 ? i + 22 : view.getUint32(i, true) === 0x02014b50 ? i + 24 : undefined;
        if (at !== undefined) view.setUint32(at, 10, true);
      }
      writeFileSync(join(dir, "ada.zip"), bytes);
      expect((readSubmission("ada", join(dir, "ada.zip")).files[FIELD] ?? "").length).to.be.at.most(10);
    });

    it("is a bomb to nobody", () => {
      const started = performance.now();
      const { files, notes } = zip({ [FIELD]: strToU8("a"), "01-decoder/bomb.ts": [new Uint8Array(100 * 2 ** 20), { level: 9 }] });
      expect(files).to.deep.equal({ [FIELD]: "a" });
      expect(notes).to.deep.equal(["01-decoder/bomb.ts is too large, or one too many: left out"]);
      expect(performance.now() - started).to.be.below(20_000);
    });

    it("that claims ten million entries is not believed", () => {
      // A zip64 directory record, its locator, and the record of the first format that all readers start from.
      const bytes = new DataView(new ArrayBuffer(56 + 20 + 22));
      for (const [at, value] of [[0, 0x06064b50], [32, 10_000_000], [48, 1 << 24], [56, 0x07064b50], [76, 0x06054b50], [84, 1]] as const) bytes.setUint32(at, value, true);
      writeFileSync(join(dir, "ada.zip"), new Uint8Array(bytes.buffer));
      expect(readSubmission("ada", join(dir, "ada.zip")).notes[0]).to.equal("it cannot be read as a zip file: more than 65535 entries");
    });

    it("has few notes, and short ones, without control characters", () => {
      const names = Array.from({ length: 1000 }, (_, i) => `${"\u001b`".repeat(500)}${i}/${FIELD}`);
      const { notes } = zip(Object.fromEntries(names.map((name) => [name, new Uint8Array(300_000)])));
      expect(notes).to.have.length(21);
      expect(notes.at(-1)).to.equal("and 981 notes like these");
      expect(notes.join("")).to.have.length.below(10_000).and.not.match(/\u001b/);
    });

    for (const [what, bytes] of Object.entries({ "empty": "", "no zip file": "hello", "cut off": "PK\u0003\u0004" })) {
      it(`that is ${what} is none, and says so`, () => {
        writeFileSync(join(dir, "ada.zip"), bytes);
        const { files, notes } = readSubmission("ada", join(dir, "ada.zip"));
        expect(files).to.deep.equal({});
        expect(notes[0]).to.match(/^it cannot be read as a zip file/);
      });
    }
  });

  it("of a class is each folder and each zip file, in order", () => {
    folder({ "b/x": "", "a.zip": "", "c.txt": "", ".hidden/x": "" });
    symlinkSync("/etc", join(dir, "d"));
    expect(submissionsIn(dir).map(({ student }) => student)).to.deep.equal(["a", "b"]);
  });

  describe("packed by o2p pack", () => {
    it("is read again as it was", () => {
      const files = { [FIELD]: "export {};\n", "01-decoder/own.ts": "é\n" };
      writeFileSync(join(dir, "ada.zip"), pack(files).zip);
      expect(readSubmission("ada", join(dir, "ada.zip"))).to.deep.equal({ student: "ada", files, notes: [] });
    });

    it("is the same to the byte for the same files, and its receipt is its hash", () => {
      const [one, other] = [pack({ [FIELD]: "a", "01-decoder/b.ts": "b" }), pack({ "01-decoder/b.ts": "b", [FIELD]: "a" })];
      expect(one.zip).to.deep.equal(other.zip);
      expect(one.receipt).to.equal(hashOf(one.zip));
      expect(pack({ [FIELD]: "b" }).receipt).not.to.equal(one.receipt);
    });

    it("holds a receipt of each file", () => {
      writeFileSync(join(dir, "ada.zip"), pack({ [FIELD]: "a" }).zip);
      const text = execFileSync("unzip", ["-p", join(dir, "ada.zip"), RECEIPT], { encoding: "utf8" });
      expect(JSON.parse(text)).to.deep.include({ sha256: { [FIELD]: hashOf("a") } });
    });
  });
});
