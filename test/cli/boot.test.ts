import { expect } from "chai";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COURSE_ROOT } from "../../src/course/root";
import { o2p } from "./o2p";

const IMAGE = join(COURSE_ROOT, "chapters/05-exceptions/files/exceptions.s");
/** As QEMU prints it. */
const TRANSCRIPT = readFileSync(join(COURSE_ROOT, "test/machine/exceptions/transcript.txt"), "utf8");

/** 'A' to the PL011, and PSCI's SYSTEM_OFF; by llvm-mc. */
const LETTER = [
  0xd2a12000, // mov  x0, #0x9000000
  0x52800821, // mov  w1, #'A'
  0x39000001, // strb w1, [x0]
  0x52b08000, // mov  w0, #0x84000000
  0x11002000, // add  w0, w0, #8
  0xd4000002, // hvc  #0
];
const WFI = 0xd503207f;

const flat = (words: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(words).buffer);

describe("o2p boot", () => {
  let dir: string;
  before(() => { dir = mkdtempSync(join(tmpdir(), "o2p-boot-")); });
  after(() => rmSync(dir, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };

  it("runs chapter 5's image, and prints what QEMU prints", () => {
    expect(o2p(["boot", IMAGE])).to.deep.equal({ status: 0, stdout: TRANSCRIPT, stderr: "" });
  });

  it("runs a flat file", () => {
    expect(o2p(["boot", file("letter.bin", flat(LETTER))])).to.deep.equal({ status: 0, stdout: "A", stderr: "" });
  });

  it("says so when nothing will ever happen again", () => {
    const { status, stdout, stderr } = o2p(["boot", file("wait.bin", flat([...LETTER.slice(0, 3), WFI]))]);
    expect({ status, stdout }).to.deep.equal({ status: 1, stdout: "A" });
    expect(stderr).to.equal("o2p: the machine waits, and there is nothing on its board that could wake it\n");
  });

  it("says in a line what is wrong with an image", () => {
    const elf = join(COURSE_ROOT, "chapters/01-decoder/files/hello");
    expect(o2p(["boot", elf])).to.deep.include({ status: 2, stderr: `o2p: ${elf}: is an ELF file; make a flat one of it with objcopy -O binary\n` });
    const bad = file("bad.s", "nop\nnope\n");
    expect(o2p(["boot", bad]).stderr).to.match(/^o2p: .*bad\.s:2:/);
    const large = file("large.bin", new Uint8Array(2 ** 20));
    expect(o2p(["boot", large, "--memory", "1"])).to.deep.include({ status: 2, stderr: `o2p: ${large}: does not fit into 1 MiB of RAM; give it more with --memory\n` });
    expect(o2p(["boot", "nowhere.bin"])).to.deep.include({ status: 2, stderr: "o2p: nowhere.bin: no such file\n" });
  });

  describe("--mine", () => {
    const VECTOR = "05-exceptions/vector.ts";
    let theirs: string | undefined;
    before(() => {
      theirs = process.env["O2P_WORK"];
      process.env["O2P_WORK"] = join(dir, "work");
      cpSync(join(COURSE_ROOT, "solutions", VECTOR), join(dir, "work", VECTOR));
    });
    after(() => {
      if (theirs === undefined) delete process.env["O2P_WORK"];
      else process.env["O2P_WORK"] = theirs;
    });

    it("says whose parts the machine is made of, and prints the same", () => {
      const { status, stdout, stderr } = o2p(["boot", "--mine", IMAGE]);
      expect({ status, stdout }).to.deep.equal({ status: 0, stdout: TRANSCRIPT });
      expect(stderr).to.match(/^field +ours\n/).and.to.match(/\nwalk +ours\n/).and.to.match(/\nvectorOf +yours, work\/05-exceptions\/vector.ts\n/);
    });

    it("says which part has failed", () => {
      writeFileSync(join(dir, "work", VECTOR), "export const vectorOf = () => { throw new Error('not yet'); };\n");
      const { status, stderr } = o2p(["boot", "--mine", IMAGE]);
      expect(status).to.equal(2);
      expect(stderr).to.match(/\no2p: 05-exceptions\/vector.ts: vectorOf\(\) threw: not yet\n$/);
    });
  });
});
