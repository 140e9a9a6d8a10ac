import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Genet is a processor that was never built. It has two levels, 0 for programs and 1 for the system, and these
 * registers:
 *
 *     number  name  bits  can be         level 0 reads        level 0 writes
 *     0x1fa   PERM  32    read, written  if ZO = 0 or NA = 0  never
 *     0x2e6   LEDS  16    read, written  if SU = 0 or BO = 0  if ZO = 1 or SU = 0
 *     0x2ed   DOOR  32    read, written  if BO = 0            if SU = 0
 *     0x114   TEMP  48    read           if BO = 1 or NA = 1
 *     0x2b2   BEEP  48    written                             if SU = 0
 *
 * Level 1 may do all that can be done. What level 0 may is in the table; the gates are fields of PERM, as it is before
 * the access. A bit of PERM, behind a write, is
 *
 *     26:25  LU  what was written
 *     23:21  RE  1 where a 1 was written, and what it was where a 0 was
 *     20     BO  what was written
 *     18         1, always
 *     16     NA  what was written
 *     12     SU  what was written
 *     9      ZO  what was written
 *     5:4    KE  0 where a 1 was written, and what it was where a 0 was
 *     3      TE  what it was: only the processor changes it
 *     0          1, always
 *
 * and any other bit is 0, whatever it was. Of the other registers, all bits are what was written. What is above bit 31
 * of PERM, or above the last bit of another register, is lost. A read changes nothing, and gives what the register holds.
 *
 * What is not done makes an exception. Its syndrome has three fields, and 0 elsewhere:
 *
 *     18:13  code
 *     9:0    number
 *     12     read
 *
 * 1. Where there is no register of that number, or it cannot be read, or written, at either level; or level 0 never may:
 *    the code is 0x21, and the rest is 0.
 * 2. Where level 0 is not let through by its gates:
 *    the code is 0x2f; number is the register's; read is 1 of a read, and 0 of a write.
 *
 * Write `foreignAccess({ level, direction, number, value }, { held, control })`: `held` is what the register of that number
 * holds, `control` what PERM does. It gives { syndrome, value }: if the access is done, a syndrome of 0, and what was
 * read or what the register holds behind the write; if not, the syndrome, and a value of 0n. For example:
 *
 *     level 1, write 0x1fa with 0x802111631099d30e; held 0x2850209, control 0x2850209
 *         { syndrome: 0x0, value: 0x951209 }
 *     level 0, write 0x2e6 with 0x620fa636a6a682f5; held 0x6531, control 0x6d41009
 *         { syndrome: 0x5e2e6, value: 0x0 }
 *     level 0, read 0x2ed; held 0x9dd03ae7, control 0xc41021
 *         { syndrome: 0x0, value: 0x9dd03ae7 }
 *     level 0, read 0x114; held 0x1e6c266a127f, control 0x2151031
 *         { syndrome: 0x0, value: 0x1e6c266a127f }
 *     level 0, write 0x1fa with 0xc0436a252e6dce83; held 0x740009, control 0x740009
 *         { syndrome: 0x42000, value: 0x0 }
 *     level 1, read 0x2e; held 0x0, control 0x6851029
 *         { syndrome: 0x42000, value: 0x0 }
 */

export const foreignAccess: SystemQuestions["foreignAccess"] = ({ level, direction, number, value }, { held, control }) => {
  const request = direction === "read" ? "a read" : `a write of 0x${value.toString(16)}`;
  throw new Error(`Return { syndrome, value } of ${request} at level ${level}: register 0x${number.toString(16)} holds 0x${held.toString(16)}, control is 0x${control.toString(16)}.`);
};
