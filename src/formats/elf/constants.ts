// The values that the fields of structures.ts take, as far as this course meets them (System V
// gABI; "ELF for the Arm 64-bit Architecture").

/** EI_MAG: 0x7f, "ELF", as a little-endian word. */
export const ELFMAG = 0x464c_457f;

export const ELFCLASS32 = 1;
export const ELFCLASS64 = 2;
export const ELFDATA2LSB = 1;
export const ELFDATA2MSB = 2;
export const EV_CURRENT = 1;

/** e_type */
export const ET_REL = 1;
export const ET_EXEC = 2;
export const ET_DYN = 3;

/** e_machine */
export const EM_AARCH64 = 183;

/** e_phnum: the number is in sh_info of section 0. */
export const PN_XNUM = 0xffff;

/** p_type */
export const PT_LOAD = 1;
/** The path of the program that loads this one: the dynamic linker. */
export const PT_INTERP = 3;

/** p_flags */
export const PF_X = 1;
export const PF_W = 2;
export const PF_R = 4;

/** sh_type */
export const SHT_NULL = 0;
export const SHT_PROGBITS = 1;
export const SHT_SYMTAB = 2;
export const SHT_STRTAB = 3;
export const SHT_RELA = 4;
export const SHT_NOBITS = 8;
export const SHT_DYNSYM = 11;
export const SHT_SYMTAB_SHNDX = 18;

/** sh_flags */
export const SHF_WRITE = 0x1n;
export const SHF_ALLOC = 0x2n;
export const SHF_EXECINSTR = 0x4n;

/** st_shndx. From SHN_LORESERVE on, a number is no section's. */
export const SHN_UNDEF = 0;
export const SHN_LORESERVE = 0xff00;
export const SHN_ABS = 0xfff1;
export const SHN_COMMON = 0xfff2;
export const SHN_XINDEX = 0xffff;

/** The lower half of st_info. */
export const STT_NOTYPE = 0;
export const STT_OBJECT = 1;
export const STT_FUNC = 2;
export const STT_SECTION = 3;
export const STT_FILE = 4;
export const STT_COMMON = 5;

/** The upper half of st_info. */
export const STB_LOCAL = 0;
export const STB_GLOBAL = 1;
export const STB_WEAK = 2;

/** The lower half of r_info: the dynamic linker puts a function's address here. */
export const R_AARCH64_JUMP_SLOT = 1026;
export const R_AARCH64_RELATIVE = 1027;

/** Machines that a file might be for by mistake. */
export const MACHINE_NAMES: readonly (readonly [e_machine: number, name: string])[] = [
  [3, "x86"],
  [8, "MIPS"],
  [20, "PowerPC"],
  [21, "64-bit PowerPC"],
  [22, "S/390"],
  [40, "32-bit Arm"],
  [62, "x86-64"],
  [243, "RISC-V"],
  [258, "LoongArch"],
];
