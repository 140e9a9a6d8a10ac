// Tests that ask a program of the system. Where it is missing they cannot be made, which is no fault of a reader's
// machine, and a fault in CI.

import { spawnSync } from "node:child_process";
import { expect } from "chai";

export type Test = (title: string, body: (this: Mocha.Context) => void | Promise<void>) => void;

const found = new Map<string, boolean>();

/** Whether the system has `program`, which must know --version. */
export function isInstalled(program: string): boolean {
  const known = found.get(program);
  if (known !== undefined) return known;
  const isThere = spawnSync(program, ["--version"]).status === 0;
  found.set(program, isThere);
  return isThere;
}

/** Whether to ask `program`: where it is missing a part of a test is left out, but never in CI. */
export function isAsked(program: string): boolean {
  if (!isInstalled(program) && process.env["CI"] !== undefined) throw new Error(`CI needs ${program}`);
  return isInstalled(program);
}

/** `it`, if `program` is there; else a test of the same title that passes everywhere but in CI. */
export function itWith(program: string, isThere = isInstalled(program)): Test {
  if (isThere) return (title, body) => { it(title, body); };
  return (title) => {
    it(`${title}: not asked, for want of ${program}, which CI has`, () => {
      expect(process.env["CI"], `CI needs ${program}`).to.equal(undefined);
    });
  };
}
