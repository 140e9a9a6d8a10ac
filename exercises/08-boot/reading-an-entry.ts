import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Skua is a kernel for AArch64 that was never written. Its image has 0x2f5000 bytes. In its first instructions it
 * looks at what the loader has left: at the registers, and at the length of the device tree, whose address is in X0. PC is
 * where the image begins. It refuses to go on if one of these is not so, with the number of the first that is not:
 *
 *     109  X1, X2 and X3 are 0
 *      68  the image begins 0x3000 bytes above a multiple of 0x10000
 *      60  it is at EL1 or EL2
 *     173  X0 is a multiple of 8, and not 0
 *      45  data is little-endian, at its level
 *
 * No other mistake of a loader does it look for. It finds out at which level it is, which stack pointer that is (SP_EL0, or
 * the level's own), and which of D, A, I and F are not masked, in this order. At EL1, that is all.
 *
 * At EL2 it goes down, and before that it writes registers, in this order; but one that has already what it is to have is
 * not written. All bits that nothing is said of stay as they are.
 *
 *     HCR_EL2      bit 31 is 1; bits 27, 5, 3 are 0
 *     CNTVOFF_EL2  0x0
 *     CNTHCTL_EL2  bits 1, 0 are 1; bits 3, 2 are 0
 *     VMPIDR_EL2   what MPIDR_EL1 has
 *     SCTLR_EL1    0x30d00808
 *
 * It goes down with ERET: to EL1, with SP_EL1 as its stack pointer, in AArch64, with I and F masked, D and A not,
 * and everything else in SPSR_EL2 0. It goes on 0x135c6c bytes behind the image's beginning: the MMU is still off.
 * Once the MMU is on, physical address 0 will be at 0xfffff02940000000, and all others as far above it as they are now.
 *
 * Write `planEntry(registers, treeBytes)`. `registers` has all that the kernel can read there, by their architectural names.
 * If it refuses, the answer is { refused: the number }. If not, it is { level, stack, open, sets, tree }: `stack` is a name,
 * `open` the letters of what is not masked, `sets` a list of [name, value], and `tree` where the device tree will be; and if it
 * goes down, `down` as well: { spsr, elr }, what ERET finds. For example:
 *
 *     PC 0x401a3000, X0 0x3f1a3000, X1 0x0, X2 0x0, X3 0x0, CurrentEL 0x4, SPSel 0x1, DAIF 0x3c0
 *     MIDR_EL1 0x410fd034, MPIDR_EL1 0x80000003, ID_AA64PFR0_EL1 0x1000022, SCTLR_EL1 0x30d00800
 *     a tree of 0x272a4 bytes
 *         { level: 1, stack: "SP_EL1", open: "", sets: [], tree: 0xfffff0297f1a3000n }
 *     PC 0x400c3000, X0 0x403b8000, X1 0x0, X2 0x0, X3 0x0, CurrentEL 0x8, SPSel 0x1, DAIF 0x3c0
 *     MIDR_EL1 0x410fd083, MPIDR_EL1 0x80000000, ID_AA64PFR0_EL1 0x22, SCTLR_EL2 0x30c50830, SCTLR_EL1 0x30d00808
 *     HCR_EL2 0x4b000000000, CNTVOFF_EL2 0x100000, CNTHCTL_EL2 0x700000000c, VMPIDR_EL2 0x80000000
 *     a tree of 0x16990 bytes
 *         { level: 2, stack: "SP_EL2", open: "", sets: [["HCR_EL2", 0x4b080000000n], ["CNTVOFF_EL2", 0x0n], ["CNTHCTL_EL2", 0x7000000003n]], down: { spsr: 0xc5n, elr: 0x401f8c6cn }, tree: 0xfffff029803b8000n }
 *     PC 0x401a3000, X0 0x441a3000, X1 0x0, X2 0x0, X3 0x8, CurrentEL 0xc, SPSel 0x0, DAIF 0x3c0
 *     MIDR_EL1 0x411fd073, MPIDR_EL1 0x80000000, ID_AA64PFR0_EL1 0x3001122, SCTLR_EL3 0x32c50830
 *     a tree of 0x2be70 bytes
 *         { refused: 109 }
 */

export const planEntry: BootQuestions["planEntry"] = (registers, treeBytes) => {
  const at = `at ${(registers["PC"] ?? 0n).toString(16)}, CurrentEL ${(registers["CurrentEL"] ?? 0n).toString(16)}`;
  throw new Error(`Return what the kernel does that is entered ${at}, with a device tree of ${treeBytes} bytes.`);
};
