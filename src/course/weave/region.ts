// Named ranges, for what has no name in the language: the lines from "// region NAME" to "// endregion".

import { UserFault } from "../../base/fault";
import type { SourceFile, Span } from "./source-file";

const REGION = /^\s*(?:\/\/|#|;|\/\*)\s*region\s+(\S+)/;
const END_REGION = /^\s*(?:\/\/|#|;|\/\*)\s*endregion\b/;

/** Whether a line is there for the weave alone: no page shows it. */
export function isRegionMark(line: string): boolean {
  return REGION.test(line) || END_REGION.test(line);
}

export function rangeOf(source: SourceFile, name: string): Span {
  const starts = source.lines.flatMap((line, i) => (REGION.exec(line)?.[1] === name ? [i] : []));
  if (starts.length === 0) throw new UserFault(`${source.path} has no line "region ${name}"`);
  if (starts.length > 1) throw new UserFault(`range ${name} is ambiguous in ${source.path}: lines ${starts.map((i) => i + 1).join(", ")}`);
  const start = starts[0]!;
  const length = source.lines.slice(start + 1).findIndex(isRegionMark);
  const closed = length > 0 && END_REGION.test(source.lines[start + 1 + length]!);
  if (!closed) throw new UserFault(`range ${name} of ${source.path}, line ${start + 1}, is empty or has no endregion before the next region`);
  return { first: start + 2, last: start + 1 + length };
}
