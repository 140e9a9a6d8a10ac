// A system call as a line: write(1, 0x4820c0, 6) = 6

import { hex } from "../../base/word";
import type { Kind, SystemCall } from "./syscalls/system-call";

export function callText({ name, kinds }: SystemCall, values: readonly (number | bigint | string)[]): string {
  return `${name}(${kinds.map((kind, i) => argumentText(kind, values[i]!)).join(", ")})`;
}

function argumentText(kind: Kind, value: number | bigint | string): string {
  switch (kind) {
    case "path": return JSON.stringify(value);
    case "dir": return value === -100 ? "AT_FDCWD" : `${value}`;
    case "mode": return `0${Number(value).toString(8)}`;
    case "flags": return hex(Number(value) >>> 0);
    case "address": return value === 0n ? "NULL" : hex(BigInt(value));
    case "int": case "fd": case "size": case "long": return `${value}`;
  }
}
