// .debug_info and .debug_abbrev: that there is a program, and which functions it has (DWARF 4,
// chapters 3 and 7). An entry is a tag and values; which attributes the values are, its
// abbreviation says.

import { ByteWriter, counted } from "./byte-writer";
import type { Linked } from "./linked";

const DW_TAG_compile_unit = 0x11;
const DW_TAG_subprogram = 0x2e;

const DW_AT_name = 0x03;
const DW_AT_stmt_list = 0x10;
const DW_AT_low_pc = 0x11;
const DW_AT_high_pc = 0x12;
const DW_AT_language = 0x13;
const DW_AT_producer = 0x25;
const DW_AT_decl_file = 0x3a;
const DW_AT_decl_line = 0x3b;
const DW_AT_frame_base = 0x40;

const DW_FORM_addr = 0x01;
const DW_FORM_data2 = 0x05;
const DW_FORM_string = 0x08;
const DW_FORM_udata = 0x0f;
const DW_FORM_data8 = 0x07;
const DW_FORM_sec_offset = 0x17;
const DW_FORM_exprloc = 0x18;

/** DWARF 4 has no number for TypeScript. A debugger reads names and lines as C's. */
const DW_LANG_C99 = 0x0c;
const DW_OP_reg29 = 0x6d;

const COMPILE_UNIT = [
  [DW_AT_producer,  DW_FORM_string],
  [DW_AT_language,  DW_FORM_data2],
  [DW_AT_name,      DW_FORM_string],
  [DW_AT_stmt_list, DW_FORM_sec_offset],
  [DW_AT_low_pc,    DW_FORM_addr],
  [DW_AT_high_pc,   DW_FORM_data8],
] as const;

const SUBPROGRAM = [
  [DW_AT_name,       DW_FORM_string],
  [DW_AT_decl_file,  DW_FORM_udata],
  [DW_AT_decl_line,  DW_FORM_udata],
  [DW_AT_low_pc,     DW_FORM_addr],
  [DW_AT_high_pc,    DW_FORM_data8],
  [DW_AT_frame_base, DW_FORM_exprloc],
] as const;

export function debugAbbrev(): Uint8Array {
  const to = new ByteWriter();
  const write = (
    code: number, tag: number, hasChildren: boolean,
    attributes: typeof COMPILE_UNIT | typeof SUBPROGRAM,
  ): void => {
    to.uleb(code).uleb(tag).u8(hasChildren ? 1 : 0);
    for (const [attribute, form] of attributes) to.uleb(attribute).uleb(form);
    to.u8(0).u8(0);
  };
  write(1, DW_TAG_compile_unit, true, COMPILE_UNIT);
  write(2, DW_TAG_subprogram, false, SUBPROGRAM);
  return to.u8(0).take();
}

export function debugInfo(
  { sections, functions }: Linked, files: readonly string[], start: string,
): Uint8Array {
  const text = sections[0]!;
  const numbers = new Map(files.map((file, i) => [file, i + 1]));
  return counted((to) => {
    const [version, abbreviationsAt, addressBytes] = [4, 0, 8];
    to.u16(version).u32(abbreviationsAt).u8(addressBytes);
    to.uleb(1).text("o2p build").u16(DW_LANG_C99).text(start).u32(0);
    to.u64(text.address).u64(BigInt(text.bytes.length));
    for (const { address, compiled: { title, words, at } } of functions) {
      const { file, line } = at;
      to.uleb(2).text(title).uleb(numbers.get(file)!).uleb(line);
      to.u64(address).u64(BigInt(4 * words.length)).uleb(1).u8(DW_OP_reg29);
    }
    to.u8(0);
  });
}
