import { expect } from "chai";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { listElf, listFlat } from "../../src/cli/listing/list-file";
import type { ListingOptions } from "../../src/cli/listing/list-section";
import { UserFault } from "../../src/base/fault";
import { sectionNamed } from "../../src/formats/elf/elf-file";
import { readElf } from "../../src/formats/elf/read-elf";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { DEFAULTS, RECORDED, VARIANTS, recordedText } from "./listings/variants";

/** One character a byte, as the listing has it. */
const read = (path: string) => readFileSync(path, "latin1");

function listing(file: string, options: Partial<ListingOptions>): string {
  let text = "";
  const elf = readElf(readFileSync(`${RECORDED}/${file}`));
  listElf(elf, file, standardDecoder(), { ...DEFAULTS, ...options }, (piece) => { text += piece; });
  return text;
}

describe("a listing is, byte for byte, that of llvm-objdump -d (LLVM 14)", () => {
  for (const [file, llvm, options] of VARIANTS) {
    it(`${llvm} ${file}`.trim(), () => expect(listing(file, options)).to.equal(read(recordedText(file, llvm))));
  }
});

describe("a flat file", () => {
  const text = sectionNamed(readElf(readFileSync(`${RECORDED}/executable.elf`)), ".text2")!.contents;
  const list = (bytes: Uint8Array, base: bigint): string => {
    let listed = "";
    listFlat(bytes, base, "flat.bin", standardDecoder(), DEFAULTS, (piece) => { listed += piece; });
    return listed;
  };

  it("is listed like a program's text, from its base on", () => {
    expect(list(text, 0x40_1000n)).to.equal([
      "",
      "flat.bin:\tfile format binary",
      "",
      "Disassembly of section .text:",
      "",
      "0000000000401000 <.text>:",
      "  401000: 00 fc ff 17  \tb\t0x400000",
      "  401004: 01 00 00 14  \tb\t0x401008 <.text+0x8>",
      "  401008: 01 fc ff 97  \tbl\t0x40000c",
      "  40100c: fe ff ff 17  \tb\t0x401004 <.text+0x4>",
      "  401010: 00 00 00 00  \tudf\t#0",
      "  401014: 20 04 00 91  \tadd\tx0, x1, #1",
      "",
    ].join("\n"));
  });

  it("shows an address of more than eight digits in full", () => {
    expect(list(text, 0xffff_ffc0_0800_0000n)).to.contain("\nffffffc008000004: 01 00 00 14  \tb\t0xffffffc008000008 <.text+0x8>\n");
  });

  it("may not go beyond the end of the address space", () => {
    expect(() => list(text, 0xffff_ffff_ffff_fff8n)).to.throw(UserFault, "24 bytes at 0xfffffffffffffff8 go beyond the end");
  });
});

describe("a listing of what is not there", () => {
  const cases = [
    ["no section is called .nosuch",                                { sections: [".nosuch"] }],
    ["no symbol is called nosuch in the sections that were listed", { symbols: ["zeta", "nosuch"] }],
  ] as const;

  for (const [fault, options] of cases) {
    it(`is the user's fault: ${fault}`, () => expect(() => listing("executable.elf", options)).to.throw(UserFault, fault));
  }
});

describe("a listing of a file that lies", () => {
  it("ends, with a listing or with the user's fault, whichever bytes are overwritten", () => {
    const decoder = standardDecoder();
    const overwrite = (whole: Uint8Array) => fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1, 4, 8, 0x7f, 0xff), fc.integer({ min: 1, max: 8 }));
    for (const name of ["executable.elf", "shared.elf", "mapping.elf"]) {
      const whole = new Uint8Array(readFileSync(`${RECORDED}/${name}`));
      fc.assert(fc.property(fc.array(overwrite(whole), { minLength: 1, maxLength: 4 }), (overwrites) => {
        const spoiled = whole.slice();
        for (const [at, value, count] of overwrites) spoiled.fill(value, at, at + count);
        let listed = "";
        try {
          listElf(readElf(spoiled), name, decoder, DEFAULTS, (piece) => { listed += piece; });
        } catch (error) {
          if (!(error instanceof UserFault)) throw error;
        }
        expect(listed).to.not.match(/undefined|NaN/);
      }), { numRuns: 1000 });
    }
  });
});
