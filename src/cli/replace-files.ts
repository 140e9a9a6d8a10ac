// Files that take the place of others. They are written beside them, and put in their place when all are whole: where
// there is no room for one, none of those that were there before is lost.

import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { UserFault } from "../base/fault";
import { withReasons } from "./input";

export type NamedBytes = readonly [name: string, bytes: Uint8Array];

interface Target {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where `name` leads; undefined of what has no place of its own to be replaced, as a pipe. */
  readonly file: string | undefined;
}

export function replaceFiles(files: readonly NamedBytes[]): void {
  const targets = files.map(targetOf);
  try {
    for (const { name, bytes, file } of targets) if (file !== undefined) withReasons(name, () => { writeFileSync(beside(file), bytes); });
    for (const { name, bytes, file } of targets) {
      withReasons(name, () => {
        if (file === undefined) writeFileSync(name, bytes);
        else renameSync(beside(file), file);
      });
    }
  } catch (error) {
    for (const { file } of targets) if (file !== undefined) rmSync(beside(file), { force: true });
    throw error;
  }
}

const beside = (file: string): string => `${file}.new`;

function targetOf([name, bytes]: NamedBytes): Target {
  return withReasons(name, () => {
    const status = statSync(name, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) throw new UserFault(`${name}: is a directory`);
    const file = status === undefined ? name : status.isFile() ? realpathSync(name) : undefined;
    return { name, bytes, file };
  });
}
