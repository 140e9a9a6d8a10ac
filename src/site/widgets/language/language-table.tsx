/** The language's tables: what is in, what is refused and what to write instead, with a filter by word and by verdict. */
import { useDeferredValue, useState, type ReactNode } from "react";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import "./language.css";
import { counted } from "../machine/numbers";
import { useArrival } from "../reference/arrival";
import { foundIn, type LanguageRow, type LanguageSection, languageSections, ruleId, rowsIn, type Verdict } from "./language-rows";

const verdicts: readonly (readonly [Verdict, text: string])[] = [["in", "in the language"], ["by a rule", "in, but for a rule"], ["refused", "refused"]];

export function LanguageTable(): ReactNode {
  const [sections] = useState(languageSections);
  useArrival();
  const [words, setWords] = useState("");
  const [only, setOnly] = useState<Verdict>();
  const shown = foundIn(sections, useDeferredValue(words), only);
  return (
    <>
      <p className="language-filter">
        <label htmlFor="language-words" className="label">Only those with</label>
        <input id="language-words" className="bit-field-input" type="search" value={words} placeholder="for, slice, Date, null" onChange={(event) => setWords(event.target.value)} />
        <span className="label" role="status">{rowsIn(shown)} of {counted(rowsIn(sections), "row")}</span>
      </p>
      <p className="language-filter" role="group" aria-label="Which rows">
        <button type="button" className="button button-small" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>all</button>
        {verdicts.map(([verdict, text]) => <button key={verdict} type="button" className="button button-small" aria-pressed={only === verdict} onClick={() => setOnly(verdict)}>{text}</button>)}
      </p>
      {[...new Set(shown.map(({ part }) => part))].map((part) => <Part key={part} part={part} sections={shown.filter((each) => each.part === part)} />)}
    </>
  );
}

const partSays: Readonly<Record<LanguageSection["part"], string>> = {
  "Constructs": "Every construct that TypeScript's parser knows, under the name that the parser gives it.",
  "Library": "The members that there are. A program that uses another does not type-check.",
  "Not in the library": "What else one may look for: what to write instead.",
  "Rules": "What a refusal says, and its advice. A construct that is in but for a rule is refused where the rule says so.",
};

function Part({ part, sections }: { readonly part: LanguageSection["part"]; readonly sections: readonly LanguageSection[] }): ReactNode {
  const isOne = sections.length === 1 && sections[0]!.title === part;
  const id = isOne ? sections[0]!.id : part.toLowerCase();
  useBrokenLinks().collectAnchor(id);
  return (
    <section>
      <h2 id={id}>{part}</h2>
      <p>{partSays[part]}</p>
      {sections.map((section) => <Section key={section.id} section={section} hasHead={!isOne} />)}
    </section>
  );
}

function Section({ section: { id, title, part, rows }, hasHead }: { readonly section: LanguageSection; readonly hasHead: boolean }): ReactNode {
  const { collectAnchor } = useBrokenLinks();
  collectAnchor(id);
  for (const row of rows) collectAnchor(row.id);
  return (
    <section className="language-section">
      {hasHead && <h3 id={id}>{part === "Library" ? <code>{title}</code> : title}</h3>}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead><tr><th>{part === "Constructs" ? "construct" : part === "Rules" ? "rule" : "member"}</th><th>{part === "Library" ? "what it does" : "standing"}</th></tr></thead>
          <tbody>{rows.map((row) => <Entry key={row.id} row={row} part={part} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Entry({ row, part }: { readonly row: LanguageRow; readonly part: LanguageSection["part"] }): ReactNode {
  const isName = part === "Constructs" || part === "Rules";
  return (
    <tr id={row.id} className={`language-row ${row.verdict.replaceAll(" ", "-")}`}>
      <th scope="row">
        <a href={`#${row.id}`} className={isName ? "language-name" : "language-member"}>{row.name}</a>
        {row.code !== undefined && <code>{row.code}</code>}
      </th>
      <td><Standing row={row} part={part} /></td>
    </tr>
  );
}

function Standing({ row: { verdict, says, advice, rule }, part }: { readonly row: LanguageRow; readonly part: LanguageSection["part"] }): ReactNode {
  if (part === "Library") return <Text text={says} />;
  if (verdict === "in") return <b>in</b>;
  const instead = advice !== undefined && <span className="language-advice">Instead: <Text text={advice} />.</span>;
  if (part === "Not in the library") return instead;
  if (part === "Rules") return <>Refused: <Text text={says} />. {instead}</>;
  const name = rule !== undefined && <a href={`#${ruleId(rule)}`}>{rule}</a>;
  return <><b>{verdict === "refused" ? "refused" : "in"}</b>{verdict === "refused" ? " by" : ", but for"} the rule {name}: <Text text={says} />. {instead}</>;
}

/** Code stands between backquotes, as in the compiler's own messages. */
const Text = ({ text }: { readonly text: string }): ReactNode => text.split("`").map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>));
