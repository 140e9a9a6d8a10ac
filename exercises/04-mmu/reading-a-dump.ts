import type { MmuQuestions } from "../../src/course/exercises/04-mmu/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * A machine has stopped. Its MMU is on, and these are its registers; SCTLR_EL1.WXN and PSTATE.PAN are 0:
 *
 *     TCR_EL1    0x24015001d
 *     TTBR0_EL1  0x44497000
 *     TTBR1_EL1  0x44cc4000
 *
 * And this is what is in its translation tables. Every doubleword that is not listed is 0:
 *
 *     0x44042028   0040000146000f81
 *     0x44042150   00000000442a3003
 *     0x440421b0   2000000044b71003
 *     0x44193da8   0000000138000741
 *     0x441c3408   006000007a000701
 *     0x441c3488   00000000441f0003
 *     0x441c3560   4000000044e30003
 *     0x441f03d0   0060000055980703
 *     0x442a3c30   002000004dd19f03
 *     0x442a3c80   000000005397cf03
 *     0x442a3ca0   0020000053dacf83
 *     0x442a3d60   0040000049306fc3
 *     0x44350518   0000000044610003
 *     0x44497018   2000000044042003
 *     0x44497078   4000000044824003
 *     0x444970b8   2800000044922003
 *     0x44610930   000000007903c703
 *     0x446e0be8   006000004aaccfc3
 *     0x448242e8   10000000446e0003
 *     0x449221d0   006001013d200f41
 *     0x44b71208   0060000053c55f43
 *     0x44cc40c8   0800000044190003
 *     0x44cc4130   1000000044350003
 *     0x44cc4318   00000000441c0003
 *     0x44e306e0   000000004ed8c783
 *     0x44e30720   0060000067e94743
 *     0x44e307b8   0060000053d4c743
 *     0x44e307f8   0040000066dac743
 *
 * Its TLB is empty. What becomes of each of these accesses?
 *
 *     EL1 writes   0xc769_e0a4
 *     EL0 executes 0xc55a_6613
 *     EL1 writes   0xffff_fe3d_03f2_90ba
 *     EL1 executes 0xffff_fe3d_5839_3fda
 *     EL1 reads    0xc0a7_4ffc
 *     EL1 reads    0xffff_fa61_4649_b7f1
 *     EL0 writes   0xffff_fe3d_0272_912e
 *     EL0 reads    0xffff_f99f_6a59_3063
 *     EL1 executes 0xffff_fe3d_5837_08ee
 *     EL1 executes 0x5_c745_8f3f
 *     EL1 executes 0xc55a_c76b
 *     EL1 writes   0xc6c4_151d
 *
 * Write `readDump(va, purpose, level)`, which gives the physical address of the byte, a number, or the fault:
 * { kind: "translation", level: 2 }, where kind is one of "translation", "access flag", "address size", "permission".
 * It is asked about these accesses and no others, so a list of answers will do. So will a program that looks them up.
 */

export const readDump: MmuQuestions["readDump"] = (va, purpose, level) => {
  throw new Error(`Return where 0x${va.toString(16)} leads, as a number, or the fault that ${level} gets for "${purpose}": { kind, level }.`);
};
