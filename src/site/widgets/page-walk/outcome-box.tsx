/** The end of the walk: the physical address and all that may be done there, or the fault and what its handler is told. */
import type { ReactNode } from "react";
import type { VirtAddr } from "../../../base/word";
import { memoryTypeName } from "../../../machine/mmu/memory-type";
import type { Mapping } from "../../../machine/mmu/walk";
import { faultText } from "../machine/fault-text";
import { addressText } from "../machine/numbers";
import { SyndromeBoxes } from "../machine/syndrome-boxes";
import { type Access, type Asked, reasonOf, rightsAt } from "./access";
import { levelRoles } from "./address-fields";

interface Props {
  readonly access: Access;
  readonly asked: Asked;
  readonly va: VirtAddr;
}

export function OutcomeBox({ access, asked, va }: Props): ReactNode {
  const { outcome, trace: { regime } } = access;
  const { mapping } = outcome;
  return (
    <section className={`walk-outcome walk-outcome-${outcome.kind}`} aria-label="What comes of it">
      <div className="walk-verdict">
        <p className="walk-result">{outcome.kind === "mapped" ? <PhysicalAddress mapping={outcome.mapping} va={va} /> : faultText(outcome.fault)}</p>
        <p className="walk-reason">{reasonOf(access, asked)}{outcome.kind === "mapped" && ` ${memoryTypeName(regime.attributes[outcome.mapping.AttrIndx]!)}.`}</p>
      </div>
      {mapping !== undefined && <RightsTable mapping={mapping} asked={asked} WXN={regime.WXN} />}
      {outcome.kind === "fault" && <SyndromeBoxes esr={outcome.esr} far={outcome.far} />}
    </section>
  );
}

/** What the last descriptor said, and the offset, in their colours. */
function PhysicalAddress({ mapping: { address, bits, level }, va }: { readonly mapping: Mapping; readonly va: VirtAddr }): ReactNode {
  const offset = BigInt.asUintN(bits, va);
  return (
    <>
      <span className="label">physical address </span>
      <code className="walk-physical">{addressText(BigInt(address) + offset)}</code>
      <span className="walk-sum">
        {" = "}<code className={`role-${levelRoles[level]!}`}>{addressText(address)}</code>{" + "}<code className="role-offset">{addressText(offset)}</code>
      </span>
    </>
  );
}

const purposes = ["read", "write", "fetch"] as const;

function RightsTable({ mapping, asked: { level, purpose, PAN }, WXN }: { readonly mapping: Mapping; readonly asked: Asked; readonly WXN: boolean }): ReactNode {
  return (
    <table className="walk-rights">
      <caption className="label">who may do what here</caption>
      <thead><tr><td />{purposes.map((each) => <th key={each} scope="col">{each}</th>)}</tr></thead>
      <tbody>
        {([1, 0] as const).map((each) => {
          const rights = rightsAt(mapping, each, PAN, WXN);
          return (
            <tr key={each} className={`role-el${each}`}>
              <th scope="row">EL{each}</th>
              {purposes.map((what) => <td key={what} className={`${rights[what] ? "may" : "may-not"}${each === level && what === purpose ? " asked" : ""}`}>{rights[what] ? "yes" : "no"}</td>)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
