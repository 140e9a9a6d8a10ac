// Tests that ask a program of the system. Where it is missing they cannot be made, which is no fault of a reader's
// machine, and a fault in CI.

import { expect } from "chai";

export type Test = (title: string, body: (this: Mocha.Context) => void | Promise<void>) => void;

/** `it`, if `program` is there; else a test of the same title that passes everywhere but in CI. */
export function itWith(program: string, isThere: boolean): Test {
  if (isThere) return (title, body) => { it(title, body); };
  return (title) => {
    it(`${title}: not asked, for want of ${program}, which CI has`, () => {
      expect(process.env["CI"], `CI needs ${program}`).to.equal(undefined);
    });
  };
}
