// Programs for the debugger, as files would hold them.

import { loadProgram } from "../../../src/cli/debug/load-program";
import { Session } from "../../../src/cli/debug/session";

export const COUNTING = `
        mov   x0, #0x2000
again:  add   x1, x1, #1
        str   w1, [x0, #8]
        cmp   x1, #3
        b.ne  again
        brk   #1
`;

/** A session with assembly text, which begins at 0x1000. */
export function sessionOf(source: string): Session {
  return new Session(loadProgram("program.s", new TextEncoder().encode(source), { base: 0x1000n, ram: 0x2000 }));
}
