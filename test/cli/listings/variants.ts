// The listings that are compared: which file, with which options, by llvm-objdump's names and by ours.

import type { ListingOptions } from "../../../src/cli/listing/list-section";

export const RECORDED = `${__dirname}/recorded`;

/** In test/cli/listings: assembly text (.s) or a description of an ELF file (.yaml). */
export const SOURCES = ["executable.yaml", "relocatable.yaml", "shared.yaml", "mapping.s", "comments.s"] as const;

export const DEFAULTS: ListingOptions = {
  sections: [], symbols: [], startAddress: 0n, stopAddress: 1n << 64n, rawBytes: true, zeroes: false,
};

export const VARIANTS: readonly (readonly [file: string, llvm: string, ours: Partial<ListingOptions>])[] = [
  // file              llvm-objdump -d                                           ours
  ["executable.elf",   "",                                                       {}],
  ["executable.elf",   "-z",                                                     { zeroes: true }],
  ["executable.elf",   "--no-show-raw-insn",                                     { rawBytes: false }],
  ["executable.elf",   "-j .data",                                               { sections: [".data"] }],
  ["executable.elf",   "-j .text2 -j .text",                                     { sections: [".text2", ".text"] }],
  ["executable.elf",   "-j .xbss",                                               { sections: [".xbss"] }],
  ["executable.elf",   "-j .empty",                                              { sections: [".empty"] }],
  ["executable.elf",   "--start-address=0x400008 --stop-address=0x400010",       { startAddress: 0x40_0008n, stopAddress: 0x40_0010n }],
  ["executable.elf",   "--start-address=0x400004",                               { startAddress: 0x40_0004n }],
  ["executable.elf",   "--start-address=0x400006",                               { startAddress: 0x40_0006n }],
  ["executable.elf",   "--stop-address=0x400043",                                { stopAddress: 0x40_0043n }],
  ["executable.elf",   "--disassemble-symbols=zeta,after",                       { symbols: ["zeta", "after"] }],
  ["relocatable.elf",  "",                                                       {}],
  ["relocatable.elf",  "-z",                                                     { zeroes: true }],
  ["shared.elf",       "",                                                       {}],
  ["shared.elf",       "-j .plt",                                                { sections: [".plt"] }],
  ["mapping.elf",      "",                                                       {}],
  ["mapping.elf",      "--no-show-raw-insn",                                     { rawBytes: false }],
  ["mapping.elf",      "--start-address=0x1e --stop-address=0x2b",               { startAddress: 0x1en, stopAddress: 0x2bn }],
  ["comments.elf",     "",                                                       {}],
  ["comments.elf",     "--no-show-raw-insn",                                     { rawBytes: false }],
];

/** Where llvm-objdump's text for a variant is recorded. */
export const recordedText = (file: string, llvm: string) =>
  `${RECORDED}/${file.replace(".elf", "")}${llvm.replace(/[^\w.]+/g, "-").replace(/-+$/, "")}.txt`;
