import { expect } from "chai";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../../src/base/fault";
import { sectionNamed } from "../../../src/formats/elf/elf-file";
import { readElf } from "../../../src/formats/elf/read-elf";
import { readRelocations } from "../../../src/formats/elf/symbol-table";
import { SECTIONS_AT, SHSTRTAB_AT, type Spoil, TEXT_AT, buildElf } from "./build-elf";

describe("readElf", () => {
  it("reads header, segment, sections and symbols", () => {
    const { header, segments, sections, symbols, dynamicSymbols } = readElf(buildElf());
    expect(header).to.include({ e_type: 2, e_machine: 183, e_entry: 0x40_0000n, e_shnum: 5 });
    expect(segments.map(({ p_type, p_vaddr, contents }) => [p_type, p_vaddr, contents.length])).to.deep.equal([[1, 0x40_0000n, 8]]);
    expect(sections.map(({ name, contents }) => [name, contents.length]))
      .to.deep.equal([["", 0], [".text", 8], [".symtab", 48], [".strtab", 6], [".shstrtab", 33]]);
    expect(symbols.map(({ name, type, binding, section }) => [name, type, binding, section?.name]))
      .to.deep.equal([["", 0, 0, undefined], ["main", 2, 1, ".text"]]);
    expect(dynamicSymbols).to.deep.equal([]);
  });

  it("does not copy what it reads: contents are views of the file", () => {
    const bytes = buildElf();
    bytes[TEXT_AT] = 0x55;
    expect(sectionNamed(readElf(bytes), ".text")!.contents[0]).to.equal(0x55);
  });

  it("reads a file that lies in the middle of a larger buffer", () => {
    const file = buildElf();
    const larger = new Uint8Array(file.length + 3);
    larger.set(file, 3);
    expect(readElf(larger.subarray(3)).symbols[1]!.name).to.equal("main");
  });

  it("takes the number of sections from section 0 when it does not fit in e_shnum", () => {
    expect(readElf(buildElf({ header: { e_shnum: 0 }, section0: { sh_size: 5n } })).sections).to.have.length(5);
  });

  it("takes the names' section from section 0 when it does not fit in e_shstrndx", () => {
    expect(readElf(buildElf({ header: { e_shstrndx: 0xffff }, section0: { sh_link: 4 } })).sections[1]!.name).to.equal(".text");
  });

  it("takes the number of segments from section 0 when it does not fit in e_phnum", () => {
    expect(readElf(buildElf({ header: { e_phnum: 0xffff }, section0: { sh_info: 1 } })).segments).to.have.length(1);
  });

  it("reads a file without sections", () => {
    expect(readElf(buildElf({ header: { e_shoff: 0n, e_shnum: 0, e_shstrndx: 0 } })).sections).to.deep.equal([]);
  });

  it("leaves sections without names where there is no table of them", () => {
    expect(readElf(buildElf({ header: { e_shstrndx: 0 } })).sections.map(({ name }) => name)).to.deep.equal(["", "", "", "", ""]);
  });

  it("reads no contents for a section that takes no room in the file, wherever it says it is", () => {
    const { sections } = readElf(buildElf({ text: { sh_type: 8, sh_offset: 1n << 60n, sh_size: 1n << 40n } }));
    expect([sections[1]!.contents.length, sections[1]!.sh_size]).to.deep.equal([0, 1n << 40n]);
  });

  it("reads no contents for a segment that takes no room in the file, wherever it says it is", () => {
    const { segments } = readElf(buildElf({ segment: { p_offset: 0xffe8n, p_filesz: 0n } }));
    expect([segments[0]!.contents.length, segments[0]!.p_filesz]).to.deep.equal([0, 0n]);
  });

  it("puts absolute and undefined symbols in no section", () => {
    for (const st_shndx of [0, 0xfff1, 0xfff2]) expect(readElf(buildElf({ symbol: { st_shndx } })).symbols[1]!.section).to.equal(undefined);
  });
});

describe("readElf on what llvm-mc assembled, beside llvm-readelf --sections --symbols --relocations", () => {
  // mapping.s, assembled by test/cli/listings/record.ts.
  const file = readElf(readFileSync(join(__dirname, "../../cli/listings/recorded/mapping.elf")));

  it("has its sections", () => {
    expect(file.sections.map(({ name, sh_type, sh_size, sh_link, sh_info }) => [name, sh_type, sh_size, sh_link, sh_info])).to.deep.equal([
      // name         type  size    link  info
      ["",            0,    0n,     0,    0],
      [".strtab",     3,    0x4cn,  0,    0],
      [".text",       1,    0x70n,  0,    0],
      [".rela.text",  4,    0x60n,  4,    2],
      [".symtab",     2,    0x120n, 1,    11],
    ]);
  });

  it("has its symbols, mapping symbols too", () => {
    expect(file.symbols.slice(1).map(({ name, st_value, type, binding, section }) => [name, st_value, type, binding, section?.name])).to.deep.equal([
      // name   value  type binding section
      ["",      0x00n, 3,   0,      ".text"], // .text itself
      ["$x.0",  0x00n, 0,   0,      ".text"],
      ["bar",   0x14n, 0,   0,      ".text"],
      ["bar2",  0x18n, 0,   0,      ".text"],
      ["$d.1",  0x1cn, 0,   0,      ".text"],
      ["$x.2",  0x20n, 0,   0,      ".text"],
      ["$d.3",  0x24n, 0,   0,      ".text"],
      ["$x.4",  0x44n, 0,   0,      ".text"],
      ["$d.5",  0x48n, 0,   0,      ".text"],
      ["$x.6",  0x58n, 0,   0,      ".text"],
      ["foo",   0x00n, 0,   1,      ".text"],
    ]);
  });

  it("has its relocations", () => {
    const relocations = readRelocations(sectionNamed(file, ".rela.text")!);
    expect(relocations.map(({ r_offset, type, symbolIndex, r_addend }) => [r_offset, type, symbolIndex, r_addend])).to.deep.equal([
      // offset type           symbol  addend
      [0x04n,   274,           11,     0n],      // R_AARCH64_ADR_PREL_LO21, foo
      [0x08n,   275,           11,     0n],      // R_AARCH64_ADR_PREL_PG_HI21, foo
      [0x0cn,   282,           11,     0n],      // R_AARCH64_JUMP26, foo
      [0x44n,   275,           1,      0x3044n], // R_AARCH64_ADR_PREL_PG_HI21, .text
    ]);
  });
});

describe("a file that readElf refuses", () => {
  const MAX = 0xffff_ffff_ffff_ffffn;
  const cases: readonly (readonly [fault: string, spoil: Spoil])[] = [
    ["not an ELF file: it does not begin with 7f 45 4c 46",                            { header: { EI_MAG: 0x464c_457e } }],
    ["a 32-bit ELF file (EI_CLASS is 1 at 0x4)",                                       { header: { EI_CLASS: 1 } }],
    ["EI_CLASS at 0x4 is 7",                                                           { header: { EI_CLASS: 7 } }],
    ["a big-endian ELF file (EI_DATA is 2 at 0x5)",                                    { header: { EI_DATA: 2 } }],
    ["EI_DATA at 0x5 is 0",                                                            { header: { EI_DATA: 0 } }],
    ["EI_VERSION at 0x6 is 9",                                                         { header: { EI_VERSION: 9 } }],
    ["an ELF file for x86-64 (e_machine is 62 at 0x12)",                               { header: { e_machine: 62 } }],
    ["an ELF file for another machine (e_machine is 4242 at 0x12)",                    { header: { e_machine: 4242 } }],
    ["e_version at 0x14 is 0",                                                         { header: { e_version: 0 } }],
    ["e_ehsize at 0x34 is 52",                                                         { header: { e_ehsize: 52 } }],
    ["e_shentsize at 0x3a is 40",                                                      { header: { e_shentsize: 40 } }],
    ["e_phentsize at 0x36 is 32",                                                      { header: { e_phentsize: 32 } }],
    ["the section header table overlaps the ELF header: e_shoff at 0x28 is 0x20",      { header: { e_shoff: 0x20n } }],
    ["the program header table overlaps the ELF header: e_phoff at 0x20 is 0x0",       { header: { e_phoff: 0n } }],
    ["e_shnum at 0x3c is 5, but there is no section header table",                     { header: { e_shoff: 0n } }],
    [`truncated: the section header table (1 entries) should take 64 bytes at 0x${MAX.toString(16)}`, { header: { e_shoff: MAX } }],
    ["truncated: the section header table (6 entries) should take 384 bytes",          { header: { e_shnum: 6 } }],
    ["truncated: the section header table",                                            { header: { e_shnum: 0 }, section0: { sh_size: MAX } }],
    ["truncated: the program header table (9 entries) should take 504 bytes",          { header: { e_phnum: 9 } }],
    ["truncated: segment 0 should take 9999 bytes at 0x78",                            { segment: { p_filesz: 9999n } }],
    ["truncated: segment 0 should take 8 bytes at 0xffffffffffffffff",                 { segment: { p_offset: MAX } }],
    ["truncated: section 1 (.text) should take 8 bytes at 0x10000",                    { text: { sh_offset: 0x1_0000n } }],
    ["truncated: section 1 (.text) should take 18446744073709551615 bytes at 0x78",    { text: { sh_size: MAX } }],
    ["the string table of section names is missing: e_shstrndx is 99",                 { header: { e_shstrndx: 99 } }],
    ["the string table of section names is missing: e_shstrndx is 1",                  { header: { e_shstrndx: 1 } }],
    ["section 4 (the names of the sections) does not end in a NUL",                    { shstrtab: { sh_size: 3n } }],
    ["the name of section 1 is at 0x3e7 of section 4 (the names of the sections), which has only 0x21 bytes", { text: { sh_name: 999 } }],
    ["section 2 (.symtab) has no string table: its sh_link is 1",                      { symtab: { sh_link: 1 } }],
    ["section 2 (.symtab) has no string table: its sh_link is 77",                     { symtab: { sh_link: 77 } }],
    ["section 2 (.symtab) has entries of 16 bytes (sh_entsize), not of 24",            { symtab: { sh_entsize: 16n } }],
    ["section 2 (.symtab) has entries of 0 bytes",                                     { symtab: { sh_entsize: 0n } }],
    ["section 2 (.symtab) takes 47 bytes, which is no multiple of its entries' 24",    { symtab: { sh_size: 47n } }],
    ["section 3 (.strtab) does not end in a NUL",                                      { strtab: { sh_size: 3n } }],
    ["the name of symbol 1 of section 2 (.symtab) is at 0x6 of section 3 (.strtab)",   { symbol: { st_name: 6 } }],
    ["symbol 1 of section 2 (.symtab) is in section 5, but there are only 5",          { symbol: { st_shndx: 5 } }],
    ["symbol 1 of section 2 (.symtab) has its section index in a SHT_SYMTAB_SHNDX",    { symbol: { st_shndx: 0xffff } }],
  ];

  for (const [fault, spoil] of cases) {
    it(fault, () => expect(() => readElf(buildElf(spoil))).to.throw(UserFault, fault));
  }

  it("is told in one line", () => {
    for (const [, spoil] of cases) expect(() => readElf(buildElf(spoil))).to.throw(UserFault).with.property("message").not.match(/\n/);
  });
});

describe("a file that lies", () => {
  /** Reads it, and asks nothing but that the fault is the user's. */
  const attempt = (bytes: Uint8Array): void => {
    try {
      readElf(bytes);
    } catch (error) {
      if (!(error instanceof UserFault)) throw error;
    }
  };

  it("is refused wherever it is cut off", () => {
    const whole = buildElf();
    for (let length = 0; length < whole.length; length++) expect(() => readElf(whole.subarray(0, length)), `${length} bytes`).to.throw(UserFault);
  });

  it("is read or refused, whichever bit is flipped", () => {
    const whole = buildElf();
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const flipped = whole.slice();
      flipped[bit >>> 3]! ^= 1 << (bit & 7);
      attempt(flipped);
    }
  });

  it("is read or refused, whichever bytes are overwritten", () => {
    const whole = buildElf();
    const overwrite = fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 1, max: 8 }));
    fc.assert(fc.property(fc.array(overwrite, { minLength: 1, maxLength: 6 }), (overwrites) => {
      const spoiled = whole.slice();
      for (const [at, value, count] of overwrites) spoiled.fill(value, at, at + count);
      attempt(spoiled);
    }), { numRuns: 3000 });
  });

  it("cannot make the reader slow: a thousand names that all run to the end of one long table", () => {
    const length = 1_000_000;
    const symbols = 20_000;
    const base = buildElf();
    const bytes = new Uint8Array(base.length + length + 24 * symbols).fill(0x61);
    bytes.set(base);
    bytes.fill(0, base.length + length - 1);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < symbols; i++) view.setUint32(base.length + length + 24 * i, i, true);
    const section = (index: number) => SECTIONS_AT + 64 * index;
    view.setBigUint64(section(3) + 0x18, BigInt(base.length), true);
    view.setBigUint64(section(3) + 0x20, BigInt(length), true);
    view.setBigUint64(section(2) + 0x18, BigInt(base.length + length), true);
    view.setBigUint64(section(2) + 0x20, BigInt(24 * symbols), true);
    const began = process.cpuUsage().user;
    expect(readElf(bytes).symbols).to.have.length(symbols);
    expect((process.cpuUsage().user - began) / 1e6, "seconds").to.be.below(5);
  });

  it("knows the offsets that this test spoils", () => expect(buildElf()[SHSTRTAB_AT + 1]).to.equal(".".charCodeAt(0)));
});
