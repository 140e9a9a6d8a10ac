/** The rows of the tables as a list to look things up in, with a filter. */
import { useDeferredValue, useState, type ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import "./reference.css";
import { standardDecoder } from "../../../machine/decoder/decoder";
import type { Row } from "../../../machine/decoder/row";
import { rowAnchor } from "../encoding-map/row-anchor";
import { RowSays } from "../profile/row-says";
import { Diagram } from "../word/diagram";
import { useArrival } from "./arrival";

export function InstructionList(): ReactNode {
  const { rows } = standardDecoder();
  useArrival();
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words.trim().toLowerCase());
  const shown = rows.filter((row) => wanted === "" || searchable(row).includes(wanted));
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      <p className="reference-filter">
        <label htmlFor="reference-words" className="label">Only those with</label>
        <input id="reference-words" className="bit-field-input" type="search" value={words} placeholder="ldr, FEAT_LSE, imm12" onChange={(event) => setWords(event.target.value)} />
        <span className="label" role="status">{shown.length} of {rows.length} rows</span>
      </p>
      {groups.map((group) => (
        <section key={group}>
          <h2 id={rowAnchor(`group ${group}`)}>{group}</h2>
          {[...new Set(shown.filter((row) => row.group === group).map((row) => row.class))].map((name) => (
            <ReferenceClass key={name} name={name} rows={shown.filter((row) => row.group === group && row.class === name)} />
          ))}
        </section>
      ))}
    </>
  );
}

function searchable({ name, class: className, lines, features, diagram }: Row): string {
  return [name, className, ...lines, ...features.map((feature) => feature.name), diagram].join("\n").toLowerCase();
}

function ReferenceClass({ name, rows }: { readonly name: string; readonly rows: readonly Row[] }): ReactNode {
  const { collectAnchor } = useBrokenLinks();
  return (
    <section className="reference-class">
      <h3>{name}</h3>
      {rows.map((row) => {
        const id = rowAnchor(row.name);
        collectAnchor(id);
        return (
          <article key={row.name} id={id} className="reference-row">
            <h4><a href={`#${id}`}>{row.name}</a>{row.features.length > 0 && <span className="label"> {[...new Set(row.features.map((f) => f.name))].join(", ")}</span>}</h4>
            <Diagram row={row} />
            <ul className="reference-templates">
              {row.templates.map(({ text }) => text).filter((text, index, all) => all.indexOf(text) === index).map((text) => (
                <li key={text}><code>{text}</code></li>
              ))}
            </ul>
            <RowSays row={row} />
          </article>
        );
      })}
    </section>
  );
}
