/**
 * The user's fault: a bad file, a bad option, a bad line of assembly. `message` is one line that
 * says what is wrong, where, and what to do. A command prints it on standard error and exits with
 * status 2.
 */
export class UserFault extends Error {
  override readonly name: string = "UserFault";
}
