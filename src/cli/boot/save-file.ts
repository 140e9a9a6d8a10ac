// The file of --save. A machine is written beside it, and then put in its place: where there is no room for it, the one
// that was saved there before is not lost.

import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UserFault } from "../../base/fault";
import { withReasons } from "../input";
import { replaceFiles } from "../replace-files";

/** Whoever cannot save in the end should know in the beginning. */
export function checkSaveFile(file: string): void {
  withReasons(file, () => {
    const status = statSync(file, { throwIfNoEntry: false });
    if (status?.isDirectory() === true) throw new UserFault(`${file}: is a directory; name a file in it`);
    if (status !== undefined) accessSync(file, constants.W_OK);
    if (status === undefined || status.isFile()) accessSync(dirname(status === undefined ? file : realpathSync(file)), constants.W_OK);
  });
}

export function saveTo(file: string, bytes: Uint8Array): void {
  replaceFiles([[file, bytes]]);
}
