// o2p disasm, asm and encoding. What a listing holds is listing.test.ts's; here is what is around it.

import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWord } from "../../src/cli/commands/encoding";
import { main } from "../../src/cli/main";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { buildElf } from "../formats/elf/build-elf";
import { RECORDED } from "./listings/variants";
import { o2p } from "./o2p";

describe("o2p", () => {
  let folder = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "o2p-test-"));
    const file = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
    file("notes.txt", "not an ELF file");
    file("empty", "");
    file("truncated", buildElf().subarray(0, 100));
    file("intel", buildElf({ header: { e_machine: 62 } }));
    file("big-endian", buildElf({ header: { EI_DATA: 2 } }));
    file("32-bit", buildElf({ header: { EI_CLASS: 1 } }));
    file("good", buildElf());
    file("good.s", "start: add x0, x1, #1\n  b start\n  .ascii \"hi\"\n");
    file("mnemonic.s", "  nop\n  frob x0, x1\n");
    file("immediate.s", "  add x0, x1, #4097\n");
    file("flat.bin", Uint8Array.of(0x20, 0x04, 0x00, 0x91, 0xff));
  });

  after(() => rmSync(folder, { recursive: true }));

  const at = (name: string): string => (/^[a-z0-9-]+(\.\w+)?$/.test(name) ? join(folder, name) : name);

  describe("refuses in one line, with status 2", () => {
    /** main() in this process: what it prints on standard error, and the status. */
    async function refusal(args: readonly string[]): Promise<readonly [string, number]> {
      const printed: string[] = [];
      const { error } = console;
      console.error = (line: string) => void printed.push(line);
      try {
        const status = await main(["node", "o2p", ...args]);
        return [printed.join("\n"), status];
      } finally {
        console.error = error;
      }
    }

    const cases = [
      // arguments                                     what, where
      [["disasm", "@nosuch"],                          "o2p: @nosuch: no such file"],
      [["disasm", "@notes.txt"],                       "o2p: @notes.txt: not an ELF file: it does not begin with 7f 45 4c 46"],
      [["disasm", "@empty"],                           "o2p: @empty: not an ELF file: it does not begin with 7f 45 4c 46"],
      [["disasm", "@truncated"],                       "o2p: @truncated: truncated: the section header table (1 entries) should take 64 bytes at 0xd7, but the file ends at 0x64"],
      [["disasm", "@intel"],                           "o2p: @intel: an ELF file for x86-64 (e_machine is 62 at 0x12); AArch64 is 183"],
      [["disasm", "@big-endian"],                      "o2p: @big-endian: a big-endian ELF file (EI_DATA is 2 at 0x5); only little-endian ones are read"],
      [["disasm", "@32-bit"],                          "o2p: @32-bit: a 32-bit ELF file (EI_CLASS is 1 at 0x4); AArch64 needs a 64-bit one"],
      [["disasm", "/"],                                "o2p: /: is a directory"],
      [["disasm", "-j", ".nosuch", "@good"],           "o2p: @good: no section is called .nosuch"],
      [["disasm", "--start-address", "x", "@good"],    "o2p: option '--start-address <address>' argument 'x' is invalid. Give a number, like 4096 or 0x1000."],
      [["disasm", "--raw", "--base", "0xffffffffffffffff", "@flat.bin"], "o2p: @flat.bin: 5 bytes at 0xffffffffffffffff go beyond the end of the address space"],
      [["disasm", "--nosuch", "@good"],                "o2p: unknown option '--nosuch'"],
      [["disasm"],                                     "o2p: missing required argument 'input'"],
      [["asm", "@nosuch"],                             "o2p: @nosuch: no such file"],
      [["asm", "@mnemonic.s"],                         "o2p: @mnemonic.s:2:3: unknown mnemonic frob"],
      [["asm", "-o", "/nosuch/out", "@good.s"],        "o2p: /nosuch/out: no such file"],
      [["encoding", "frob", "x0"],                     "o2p: 1:1: unknown mnemonic frob"],
      [["nosuch"],                                     "o2p: unknown command 'nosuch'"],
    ] as const;

    for (const [args, line] of cases) {
      it(line, async () => {
        const [printed, status] = await refusal(args.map((arg) => (arg.startsWith("@") ? at(arg.slice(1)) : arg)));
        expect([printed.replaceAll(`${folder}/`, "@"), status]).to.deep.equal([line, 2]);
      });
    }

    it("an immediate that is out of range, at its line and column", async () => {
      const [printed, status] = await refusal(["asm", at("immediate.s")]);
      expect(printed).to.match(/^o2p: \S+immediate\.s:1:\d+: .*\b4095\b.*$/);
      expect(status).to.equal(2);
    });

    it("and prints no stack trace when it runs by itself", () => {
      expect(o2p(["disasm", at("intel")])).to.include({ status: 2, stdout: "" }).and.property("stderr").match(/^o2p: .*\n$/);
    });
  });

  describe("disasm", () => {
    it("answers words, a line each", () => {
      expect(o2p(["disasm", "0x91000420", "14000002", "0xffffffff"]))
        .to.deep.equal({ status: 0, stderr: "", stdout: "add\tx0, x1, #1\nb\t#8\n<unknown>\n" });
    });

    it("answers words on standard input, and says where one is none", () => {
      expect(o2p(["disasm", "-"], "91000420\n\n0xd503201f\nzz\n")).to.deep.equal({
        status: 2, stdout: "add\tx0, x1, #1\nnop\n", stderr: 'o2p: standard input:4: not a word in hexadecimal: "zz"\n',
      });
    });

    it("answers a last word without a newline", () => {
      expect(o2p(["disasm", "-"], "d503201f").stdout).to.equal("nop\n");
    });

    it("prints of a file what llvm-objdump does", () => {
      expect(o2p(["disasm", "executable.elf"], "", RECORDED).stdout).to.equal(readFileSync(`${RECORDED}/executable.txt`, "utf8"));
    });

    it("lists a flat file from its base, and its odd bytes one by one", () => {
      const { stdout } = o2p(["disasm", "--raw", "--base", "0x80000", at("flat.bin")]);
      expect(stdout.split("\n").slice(5)).to.deep.equal(["0000000000080000 <.text>:", "   80000: 20 04 00 91  \tadd\tx0, x1, #1", "   80004: ff           \t<unknown>", ""]);
    });

    it("stops quietly when its reader has seen enough", () => {
      const script = `"$0" src/cli/o2p.js disasm --raw "$1" | head -n 1; echo "status \${PIPESTATUS[0]}"`;
      writeFileSync(at("large.bin"), new Uint8Array(1 << 22).fill(0x91));
      const root = join(__dirname, "..", "..");
      const output = execFileSync("bash", ["-c", script, process.execPath, at("large.bin")], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
      expect(output).to.equal("\nstatus 0\n");
    });
  });

  describe("asm", () => {
    it("prints words, the last one filled up with zeroes", () => {
      expect(o2p(["asm", at("good.s")])).to.deep.equal({ status: 0, stderr: "", stdout: "91000420\n17ffffff\n00006968\n" });
    });

    it("reads standard input", () => expect(o2p(["asm", "-"], "nop\n").stdout).to.equal("d503201f\n"));

    it("writes a flat file", () => {
      expect(o2p(["asm", "-o", at("out.bin"), at("good.s")]).stdout).to.equal("");
      expect([...readFileSync(at("out.bin"))]).to.deep.equal([0x20, 0x04, 0x00, 0x91, 0xff, 0xff, 0xff, 0x17, 0x68, 0x69]);
    });

    it("prints each line beside the bytes that it makes", () => {
      expect(o2p(["asm", "--listing", "--base", "0x1000", at("good.s")]).stdout).to.equal([
        "    1000: 20 04 00 91   start: add x0, x1, #1",
        "    1004: ff ff ff 17     b start",
        '    1008: 68 69           .ascii "hi"',
        "",
      ].join("\n"));
    });
  });

  describe("encoding", () => {
    it("draws a word in its boxes", () => {
      expect(o2p(["encoding", "0x91400420"]).stdout).to.equal([
        "0x91400420   add x0, x1, #1, lsl #12",
        "",
        "  31   30   29   28       23   22   21                   10   9       5   4       0",
        "+----+----+----+-------------+----+-------------------------+-----------+-----------+",
        "| 1  | 0  | 0  | 1 0 0 0 1 0 | 1  | 0 0 0 0 0 0 0 0 0 0 0 1 | 0 0 0 0 1 | 0 0 0 0 0 |",
        "| sf |    |    |             | sh | imm12                   | Rn        | Rd        |",
        "+----+----+----+-------------+----+-------------------------+-----------+-----------+",
        "",
        "row       ADD (immediate)",
        "class     Add/subtract (immediate)",
        "group     Data processing -- immediate",
        "feature   base",
        "kind      an instruction",
        "",
        "field   bits    binary         value",
        "sf      31      1              1",
        "sh      22      1              1",
        "imm12   21:10   000000000001   1",
        "Rn      9:5     00001          1",
        "Rd      4:0     00000          0",
        "",
      ].join("\n"));
    });

    const kinds = [
      // word       it prints as                what it is
      [0x91000420,  "add x0, x1, #1",           "kind      an instruction"],
      [0xa8c10400,  "ldp x0, x1, [x0], #16",    "kind      an instruction, but CONSTRAINED UNPREDICTABLE with these operands"],
      [0x12400000,  "<unknown>",                "kind      UNDEFINED: the diagram matches, but the manual reserves these values"],
      [0x11800000,  "<unknown>",                "unallocated: no encoding matches"],
      [0x05345678,  "<unknown>",                "in the encoding space of the Scalable Vector Extension, which is not decoded"],
      [0x80800000,  "<unknown>",                "in the encoding space of the Scalable Matrix Extension, which is not decoded"],
    ] as const;

    for (const [word, text, kind] of kinds) {
      const hex = `0x${word.toString(16).padStart(8, "0")}`;
      it(`${hex}: ${kind}`, () => expect(describeWord(standardDecoder(), word)).to.include.members([`${hex}   ${text}`, kind]));
    }

    it("draws what an instruction assembles to", () => {
      expect(o2p(["encoding", "ret"]).stdout.split("\n")[0]).to.equal("0xd65f03c0   ret");
    });
  });
});
