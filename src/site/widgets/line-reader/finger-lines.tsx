/** The line above its template, a finger on each: what is read wears the colour of the fields it decides. */
import type { ReactNode } from "react";
import { fieldNames } from "../bit-field/fields";
import { roleOfFields } from "../bit-field/reading";
import type { Role } from "../word/role";
import type { Try } from "./line-reading";
import type { Stop } from "./stops";

interface Props {
  readonly line: string;
  readonly tried: Try;
  readonly stops: readonly Stop[];
  /** The stop where the fingers are. */
  readonly at: number;
}

export function FingerLines({ line, tried, stops, at }: Props): ReactNode {
  const stop = stops[at]!;
  const lastRead = stop.kind === "failure" || stop.kind === "end" ? stop.piece - 1 : stop.piece;
  const role = (mask: number): Role | undefined => roleOfFields(fieldNames(tried.row, mask));
  return (
    <div className="finger-lines">
      <p><span className="label">line</span><code>{lineSpans(line, tried, stops.slice(0, at + 1))}</code></p>
      <p>
        <span className="label">template</span>
        <code>
          <span className={look("opcode", true, stop.piece === -1)}>{tried.mnemonic}</span>{tried.pieces.length > 0 && " "}
          {tried.pieces.map((piece, index) => (
            <span key={index} className={look(role(piece.mask), index <= lastRead, index === stop.piece, stop.kind === "failure" && index === stop.piece)}>{piece.text}</span>
          ))}
          {stop.piece === tried.pieces.length && <span className={look(undefined, true, true, stop.kind === "failure")}> </span>}
        </code>
      </p>
    </div>
  );
}

/** The stops so far as stretches of the line, the last of them under the finger, and what lies between and behind. */
function lineSpans(line: string, tried: Try, stops: readonly Stop[]): ReactNode {
  const spans: ReactNode[] = [];
  let end = 0;
  for (const [index, stop] of stops.entries()) {
    const isLast = index === stops.length - 1;
    const mask = tried.pieces[stop.piece]?.mask ?? 0;
    const role = stop.kind === "mnemonic" ? "opcode" : roleOfFields(fieldNames(tried.row, mask));
    spans.push(line.slice(end, Math.max(end, stop.start)));
    // An optional operand that was left out, and the end of the line, are places between letters.
    const text = line.slice(stop.start, stop.end) || (isLast ? " " : "");
    spans.push(<span key={index} className={look(role, true, isLast, stop.kind === "failure")}>{text}</span>);
    end = Math.max(end, stop.end);
  }
  spans.push(<span key="rest" className="unread">{line.slice(end)}</span>);
  return spans;
}

/** A comma has no role: it is read, and says nothing. */
function look(role: Role | undefined, read: boolean, at: boolean, failed = false): string {
  if (failed) return "at failed";
  const state = at ? "at" : read ? "read" : "unread";
  return role === undefined ? `role-fixed plain ${state}` : `role-${role} ${state}`;
}
