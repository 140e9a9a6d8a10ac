/** What the judge said: the first case where the answer and the truth part, or that there is none. */
import type { ReactNode } from "react";
import type { Verdict } from "../../../course/judge/core/verdict";

export function VerdictView({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { status, points, outOf, message, divergence, properties, printed } = verdict;
  const held = properties.filter(({ state }) => state === "holds").length;
  const cases = properties.reduce((sum, property) => sum + property.cases, 0);
  return (
    <div className={`verdict verdict-${status === "pass" ? "pass" : "not"}`}>
      <p className="verdict-status">
        <strong>{status}</strong> <span className="label">{points} of {outOf} points{properties.length > 0 && `; ${held} of ${properties.length} properties hold`}</span>
      </p>
      {status === "pass" && <p>It agrees on all {cases.toLocaleString("en")} cases.</p>}
      {divergence ? (
        <>
          <p>It {divergence.property}: no. The first case where it does not:</p>
          <dl className="divergence">
            {divergence.why !== undefined && <><dt>case</dt><dd className="divergence-why">{divergence.why}</dd></>}
            <dt>call</dt><dd><code>{divergence.call}</code></dd>
            <dt>yours</dt><dd><code>{divergence.theirs}</code></dd>
            {divergence.fault !== undefined && <><dt>fault</dt><dd>{divergence.fault}</dd></>}
            <dt>right</dt><dd><code>{divergence.ours}</code></dd>
          </dl>
        </>
      ) : message !== "" && <pre tabIndex={0} className="verdict-message">{message}</pre>}
      {printed !== "" && <details className="details"><summary>It printed</summary><pre tabIndex={0} className="verdict-message">{printed}</pre></details>}
    </div>
  );
}
