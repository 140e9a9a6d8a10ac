// What is wrong with a chapter, and where: "chapters/01-decoder/fields.mdx:34: src/x.ts has no declaration walk".

import { UserFault } from "../../base/fault";

export class WeaveFault extends UserFault {
  override readonly name = "WeaveFault";
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.file = file;
    this.line = line;
  }
}

/** Runs `work`; a user's fault that names no place yet is put at `file`:`line`. */
export function faultsAt<T>(file: string, line: number, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof UserFault && !(fault instanceof WeaveFault)) throw new WeaveFault(file, line, fault.message);
    throw fault;
  }
}

/** Runs `work`; returns the fault it ends in, if it does. */
export function faultOf(work: () => void): WeaveFault | undefined {
  try {
    work();
    return undefined;
  } catch (fault) {
    if (fault instanceof WeaveFault) return fault;
    throw fault;
  }
}
