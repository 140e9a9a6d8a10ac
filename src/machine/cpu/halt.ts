/**
 * Thrown by what a debugger has put in an instruction's place, with Run's `halts` set: the CPU
 * stops before it. It is no exception of the guest's, who never learns of it.
 */
export class Halt extends Error {
  override readonly name = "Halt";
}
