/** The rows that a place holds, by group and class, as the manual stacks them: diagram under diagram. */
import { useState, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import type { Decoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";
import { Diagram } from "../word/diagram";
import { rowAnchor } from "./row-anchor";
import { bitsPerCut, sampleWord, shareText, wordsOf, type Contents, type Place } from "./space";

interface Props {
  readonly decoder: Decoder;
  readonly place: Place;
  readonly contents: Contents;
}

/** Few enough to lie open. */
const openUpTo = 12;

export function PlaceRows({ decoder, place, contents }: Props): ReactNode {
  const { rows, groups, scalable } = contents;
  return (
    <section className="place-rows" aria-label="What is here">
      {rows.length + scalable.length === 0 && <p>Nothing: no instruction has these bits. Whatever executes here takes an Undefined Instruction exception.</p>}
      {scalable.map((name) => <p key={name}>{rows.length === 0 && place.length >= bitsPerCut ? "What is here" : "Some of it"} belongs to {name}, which the course recognises and does not decode.</p>)}
      {groups.map((group) => (
        <details key={`${place} ${group}`} className="group-rows" open={groups.length === 1}>
          <summary>
            <h2>{group}</h2>
            <span className="label">{countOf(rows.filter((row) => row.group === group).length)}</span>
          </summary>
          {classesOf(rows, group).map(([name, members]) => (
            <ClassRows key={name} decoder={decoder} place={place} name={name} rows={members} open={rows.length <= openUpTo} />
          ))}
        </details>
      ))}
    </section>
  );
}

function classesOf(rows: readonly Row[], group: string): readonly (readonly [string, readonly Row[]])[] {
  const classes = new Map<string, Row[]>();
  for (const row of rows.filter((r) => r.group === group)) classes.set(row.class, [...(classes.get(row.class) ?? []), row]);
  return [...classes];
}

function countOf(rows: number): string {
  return rows === 1 ? "1 row" : `${rows} rows`;
}

interface ClassProps {
  readonly decoder: Decoder;
  readonly place: Place;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly open: boolean;
}

function ClassRows({ decoder, place, name, rows, open }: ClassProps): ReactNode {
  const [shown, setShown] = useState(open);
  const words = rows.reduce((sum, row) => sum + wordsOf(row, place), 0);
  return (
    <details className="class-rows" open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <span className="class-name">{name}</span>
        <span className="label">{countOf(rows.length)}, {shareText(words, 2 ** (32 - place.length))}</span>
      </summary>
      {shown && (
        <ul>
          {rows.map((row) => (
            <li key={row.name}>
              <Link to={`/reference/#${rowAnchor(row.name)}`}>{row.name}</Link>
              {row.feature && <span className="label"> {row.feature}</span>}
              <Diagram row={row} />
              <code className="row-sample">{decoder.disassemble(sampleWord(decoder, row)).replace("\t", " ")}</code>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
