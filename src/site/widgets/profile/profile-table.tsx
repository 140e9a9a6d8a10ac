/** Every row of the decoder, and what the machine of chapter 2 makes of it. */
import { useState, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import "./profile.css";
import { PROFILE } from "../../../machine/cpu/profile";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { rowAnchor } from "../encoding-map/row-anchor";
import { withCommas } from "../machine/numbers";
import { useArrival } from "../reference/arrival";
import { type ProfileGroup, profileGroups, type ProfileRow, profileRows, type Verdict } from "./profile-rows";

const verdicts: readonly (readonly [Verdict, of: string])[] = [["executes", "execute"], ["does nothing", "do nothing"], ["Undefined", "are Undefined"]];

export function ProfileTable(): ReactNode {
  const [rows] = useState(() => profileRows(standardDecoder()));
  useArrival();
  const [only, setOnly] = useState<Verdict>();
  const shown = only === undefined ? rows : rows.filter(({ verdict }) => verdict === only);
  const countOf = (verdict: Verdict): string => withCommas(rows.filter((row) => row.verdict === verdict).length);
  return (
    <>
      <p className="profile-filter" role="group" aria-label="Which rows">
        <button type="button" className="button button-small" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>all {withCommas(rows.length)}</button>
        {verdicts.map(([verdict, text]) => <button key={verdict} type="button" className="button button-small" aria-pressed={only === verdict} onClick={() => setOnly(verdict)}>{countOf(verdict)} {text}</button>)}
      </p>
      <p className="profile-features"><span className="label">beyond Armv8.0-A, the machine has</span> {PROFILE.map((feature) => <code key={feature}>{feature}</code>)}</p>
      {profileGroups(shown).map((group) => <GroupTable key={group.name} group={group} />)}
    </>
  );
}

function GroupTable({ group: { name, classes } }: { readonly group: ProfileGroup }): ReactNode {
  const id = rowAnchor(`group ${name}`);
  useBrokenLinks().collectAnchor(id);
  return (
    <section className="profile-group">
      <h2 id={id}>{name}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={name}>
        <table>
          <thead><tr><th>instruction</th><th>feature</th><th>here</th></tr></thead>
          {classes.map((each) => (
            <tbody key={each.name}>
              <tr><th colSpan={3} scope="rowgroup" className="profile-class">{each.name}</th></tr>
              {each.rows.map((row) => <Entry key={row.row.name} entry={row} />)}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Entry({ entry: { row, features, verdict, lacks } }: { readonly entry: ProfileRow }): ReactNode {
  return (
    <tr className={`profile-row verdict-${verdict.replace(" ", "-")}`} data-row={row.name}>
      <td><Link to={`/reference/#${rowAnchor(row.name)}`}>{row.name}</Link></td>
      <td className="profile-feature">{features.length > 2 ? `${features.length} of them` : features.join(", ") || "base"}</td>
      <td>{row.class === "Reserved" ? "executes, by being Undefined" : verdictText(verdict, lacks)}</td>
    </tr>
  );
}

function verdictText(verdict: Verdict, lacks: string): string {
  switch (verdict) {
    case "executes": return lacks === "" ? "executes" : `executes; ${lacks}: Undefined`;
    case "does nothing": return `a hint, which does nothing without ${lacks}`;
    case "Undefined": return `Undefined: needs ${lacks}`;
  }
}
