import type { ExceptionQuestions } from "../../src/course/exercises/05-exceptions/questions";

/*
 * The question to practise on. If your instructor has given you one of your own, with other numbers in it, write
 * the answer to that one here.
 *
 * The Wigeon is a microkernel. It handles no exception itself, but makes a message of each, a word of 64 bits, and sends
 * it to the port of a server. Programs run at EL0, and this is what becomes of what happens to them; the first row that
 * fits is the one:
 *
 *     what happened                                                      port  word
 *     SVC, with a number below 0xa880                                    334   call
 *     SVC, with any other number                                         723   call
 *     BRK                                                                793   break
 *     MRS, MSR or a system instruction was trapped                       346   trap
 *     floating point was trapped                                         875   0
 *     an abort of the kernel's own, from EL1                             115   FAR
 *     an access: there was no translation, or its access flag was clear  261   fault
 *     an access: no permission, and it was a write                       358   fault
 *     an access: no permission, and it was no write                      530   fault
 *     an access that was not aligned                                     820   address
 *     anything else                                                      245   class
 *
 * An access is what a data abort or an instruction abort was about. A write is a store, and nothing else is: cache
 * maintenance that fails is none. The words are, with 0 wherever nothing is said:
 *
 *     call     from bit 7 on, the number in the instruction
 *     break    from bit 10 on, the number in the instruction
 *     trap     from bit 13 on, op0, op1, CRn, CRm and op2 as one number of 16 bits, with op2 in the lowest;
 *              from bit 0 on, Rt; bit 10: 1 of a read, MRS
 *     fault    from bit 11 on, the number of the page, of 4 KiB: bits 47:12 of FAR_EL1; from bit 4 on, the level
 *              of the table; bit 10: 1 of a write; bit 3: 1 of an instruction's own fetch
 *     address  from bit 7 on, bits 47:0 of FAR_EL1
 *     FAR      FAR_EL1, all of it
 *     class    from bit 39 on, the exception's class, EC
 *
 * Write `passOn(esr, far)`, which is given ESR_EL1 and FAR_EL1, and gives { port, word }. Where an exception has no
 * address, FAR_EL1 is whatever it was. For example:
 *
 *     passOn(0x56008e24, 0x966943f9050d)            { port: 334, word: 0x471200 }
 *     passOn(0x621bbb9e, 0xc0a68e19e376)            { port: 346, word: 0xeefa01c }
 *     passOn(0x92000142, 0x55d0400dc1)              { port: 245, word: 0x120000000000 }
 *     passOn(0x92000007, 0xba82ef91f12dbaef)        { port: 261, word: 0x77c8f896d830 }
 *     passOn(0x96000021, 0x383b9dc825)              { port: 115, word: 0x383b9dc825 }
 *     passOn(0x3a000000, 0x542c13f2362e)            { port: 245, word: 0x70000000000 }
 */

export const passOn: ExceptionQuestions["passOn"] = (esr, far) => {
  throw new Error(`Return { port, word }, the message that is sent where ESR_EL1 is 0x${esr.toString(16)} and FAR_EL1 is 0x${far.toString(16)}.`);
};
