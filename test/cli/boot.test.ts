import { expect } from "chai";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
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

/** As o2p(), without a process of its own: what is wrong is found before anything runs. */
async function inThisProcess(args: readonly string[]): Promise<{ status: number; said: readonly string[] }> {
  const said: string[] = [];
  const { error } = console;
  console.error = (line: string) => { said.push(line); };
  try {
    return { status: await main(["node", "o2p", ...args]), said };
  } finally {
    console.error = error;
  }
}

/** A header of an ELF file for x86-64 (System V ABI: e_machine 62). */
function x86Elf(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  new DataView(bytes.buffer).setUint16(16, 2, true);
  new DataView(bytes.buffer).setUint16(18, 62, true);
  return bytes;
}

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

  const LETTER_FILE = "letter.bin";
  const faults: readonly (readonly [title: string, args: (file: (name: string, content: string | Uint8Array) => string) => readonly string[], message: RegExp])[] = [
    ["no image",                  () => [],                                                       /there is nothing to run: give an image, --bios or --load/],
    ["an image that is not there", () => ["nowhere.bin"],                                         /nowhere\.bin: no such file/],
    ["an unknown format",         (f) => [f("image.xz", Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0))], /image\.xz: unknown format: it is compressed by xz: unpack it first/],
    ["another machine's ELF file", (f) => [f("x86.elf", x86Elf())],                               /x86\.elf: /],
    ["a program of Linux's",      () => [join(COURSE_ROOT, "chapters/01-decoder/files/hello")],   /hello: .* RAM is from 0x40000000 to 0x60000000/],
    ["an image too large for RAM", (f) => [f("large.bin", new Uint8Array(2 ** 20)), "--memory", "1"], /large\.bin: the image needs 0x100000 bytes at 0x40080000, but RAM is from 0x40000000 to 0x40100000: give the board more memory/],
    ["bad assembly",              (f) => [f("bad.s", "nop\nnope\n")],                             /bad\.s:2:/],
    ["an image and firmware",     (f) => [f(LETTER_FILE, flat(LETTER)), "--bios", "u-boot.bin"],  /give an image or --bios, not both/],
    ["a bad option",              (f) => [f(LETTER_FILE, flat(LETTER)), "--warp", "9"],           /unknown option '--warp'/],
    ["--memory",                  (f) => [f(LETTER_FILE, flat(LETTER)), "--memory", "3G"],        /'--memory <size>' argument '3G' is invalid\. Give 1 to 2048 MiB, like 512 or 512M or 2G\./],
    ["--cpus",                    (f) => [f(LETTER_FILE, flat(LETTER)), "--cpus", "9"],           /'--cpus <n>' argument '9' is invalid\. Give a number from 1 to 8\./],
    ["--gic",                     (f) => [f(LETTER_FILE, flat(LETTER)), "--gic", "4"],            /'--gic <version>' argument '4' is invalid\. Give 2 or 3\./],
    ["--disk",                    (f) => [f(LETTER_FILE, flat(LETTER)), "--disk", "nowhere.img"], /nowhere\.img: no such file/],
    ["--net",                     (f) => [f(LETTER_FILE, flat(LETTER)), "--net", "user"],         /--net user: is none of udp:/],
    ["--pcap",                    (f) => [f(LETTER_FILE, flat(LETTER)), "--pcap", "/nowhere/x.pcap"], /--pcap \/nowhere\/x\.pcap: cannot be written \(ENOENT\)/],
    ["--trace",                   (f) => [f(LETTER_FILE, flat(LETTER)), "--trace", "everything"], /--trace: there is no everything; give exception/],
    ["--load of what is no snapshot", (f) => ["--load", f(LETTER_FILE, flat(LETTER))],            /letter\.bin: not a snapshot/],
    ["--load and an image",       (f) => [f(LETTER_FILE, flat(LETTER)), "--load", "x.snapshot"],  /give an image or --load, not both/],
    ["--load and --cpus",         () => ["--load", "x.snapshot", "--cpus", "2"],                  /--cpus: leave it out; the snapshot says it/],
    ["--save where nothing can be written", (f) => [f(LETTER_FILE, flat(LETTER)), "--save", "/nowhere/x"], /\/nowhere\/x: no such file/],
    ["--save to a directory",     (f) => [f(LETTER_FILE, flat(LETTER)), "--save", dir],           /o2p-boot-\w+: is a directory/],
    ["--save over the image",     (f) => [f(LETTER_FILE, flat(LETTER)), "--save", join(dir, ".", LETTER_FILE)], /letter\.bin: is given as IMAGE and as --save, which writes to it; give another file/],
    ["--pcap over a disk",        (f) => [f(LETTER_FILE, flat(LETTER)), "--disk", `${f("a.img", new Uint8Array(512))},readonly`, "--pcap", join(dir, "a.img")], /a\.img: is given as --disk and as --pcap, which writes to it/],
    ["--save and --pcap in one",  (f) => [f(LETTER_FILE, flat(LETTER)), "--save", join(dir, "new"), "--pcap", join(dir, "new")], /new: is given as --pcap and as --save, which writes to it/],
    ["a disk twice",              (f) => [f(LETTER_FILE, flat(LETTER)), ...["", ",snapshot"].flatMap((mode) => ["--disk", f("a.img", new Uint8Array(512)) + mode])], /a\.img: is given as --disk and as --disk, which writes to it/],
    ["more cards than slots",     (f) => [f(LETTER_FILE, flat(LETTER)), ...Array.from({ length: 32 }, () => ["--disk", `${f("a.img", new Uint8Array(512))},readonly`]).flat()], /the board has room for 31 disks and network cards together, not for 32/],
    ["--gdb and --stop-after",    (f) => [f(LETTER_FILE, flat(LETTER)), "--gdb", "0", "--stop-after", "9"], /--gdb: leave out --stop-after; GDB says how far the machine runs/],
    ["--gdb and the host's time", (f) => [f(LETTER_FILE, flat(LETTER)), "--gdb", "0", "--time", "host"], /--gdb: leave out --time host/],
    ["--gdb and a disk that is written to", (f) => [f(LETTER_FILE, flat(LETTER)), "--gdb", "0", "--disk", "x.img"], /--disk x\.img: add ,snapshot or ,readonly/],
  ];
  for (const [title, args, message] of faults) {
    it(`says in a line what is wrong: ${title}`, async () => {
      const { status, said } = await inThisProcess(["boot", ...args(file)]);
      expect({ status, lines: said.length }).to.deep.equal({ status: 2, lines: 1 });
      expect(said[0]).to.match(/^o2p: .*$/).and.to.match(message);
    });
  }

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
