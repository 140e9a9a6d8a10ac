// What --disk is given: FILE, FILE,readonly or FILE,snapshot.

import { UserFault } from "../../base/fault";

/** "snapshot": what is written is kept in memory, and lost in the end. */
export type DiskMode = "read-write" | "readonly" | "snapshot";

export interface DiskOption {
  readonly file: string;
  readonly mode: DiskMode;
}

/** A name may have commas in it: only the last word is looked at. */
export function parseDiskOption(text: string): DiskOption {
  const [, file = text, mode = "read-write"] = /^(.+),(readonly|snapshot)$/s.exec(text) ?? [];
  if (file === "") throw new UserFault("--disk: no file is named; write --disk FILE, FILE,readonly or FILE,snapshot");
  return { file, mode: mode as DiskMode };
}
