/** The boot of a service in the kernel's own steps, an instruction an instruction: what the build of this site has seen. */
import { useState, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import { withCommas } from "../machine/numbers";
import { listingAddress } from "../service/listing-address";
import { type ServiceName, serviceRows } from "../service/service-list";
import { serviceRecord, serviceRow } from "../service/service-records";
import { barsOf, longestOf, shareText, type BootBar } from "./service-bars";
import { stepTexts } from "./service-steps";

export function ServiceBootFigure({ start }: { readonly start: ServiceName }): ReactNode {
  const [name, setName] = useState(start);
  const [chosen, choose] = useState<string>();
  const { boot, imageBytes } = serviceRecord(name);
  const bars = barsOf(boot);
  const bar = bars.find(({ step }) => step.name === chosen) ?? longestOf(bars);
  const outputAt = (100 * boot.firstOutput) / boot.instructions;
  return (
    <figure className="figure figure-wide boot-timeline service-boot">
      <figcaption className="figure-try">Press a step: what it does, and in which functions its instructions went. Which step would you make faster first?</figcaption>
      <div className="service-boot-choices" role="group" aria-label="Services">
        {serviceRows.map((row) => <button key={row.name} type="button" className="button button-small" aria-pressed={row.name === name} onClick={() => setName(row.name)}>{row.name}</button>)}
      </div>
      <ol className="boot-lanes" aria-label={`The boot of ${name}`}>
        {bars.map((each) => (
          <li key={each.step.name} className={each === bar ? "boot-lane chosen" : "boot-lane"}>
            <button type="button" className="boot-part" aria-pressed={each === bar} onClick={() => choose(each.step.name)}>{each.step.name}</button>
            <div className="boot-track" role="presentation" onClick={() => choose(each.step.name)}><Track bar={each} outputAt={outputAt} /></div>
            <span className="boot-share"><b>{withCommas(each.instructions)}</b> <span className="label">{shareText(each.share)}</span></span>
          </li>
        ))}
      </ol>
      {bar !== undefined && <StepDetail bar={bar} />}
      <p className="boot-source label">
        {serviceRow(name).file}: an image of {withCommas(imageBytes)} bytes. {withCommas(boot.firstOutput)} instructions to its first letter, the dashed line;
        {" "}{withCommas(boot.instructions)} until it {boot.isOff ? "switches the machine off" : "waits for a key"}. Counted on this site's machine, GICv2, 32 MiB.
      </p>
    </figure>
  );
}

function Track({ bar: { left, width }, outputAt }: { readonly bar: BootBar; readonly outputAt: number }): ReactNode {
  return (
    <svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
      <rect x={Math.min(left, 99.5)} y="2" width={Math.max(width, 0.5)} height="14" />
      <path className="service-boot-output" d={`M${outputAt} 0V18`} />
    </svg>
  );
}

function StepDetail({ bar: { step, instructions } }: { readonly bar: BootBar }): ReactNode {
  const text = stepTexts.find(({ name }) => name === step.name);
  return (
    <section className="boot-below" aria-live="polite" aria-label={step.name}>
      <div>
        <p className="boot-says"><b>{step.name}.</b> {text?.says} {withCommas(instructions)} instructions, from {withCommas(step.begin)} to {withCommas(step.end)}.</p>
        <p className="boot-functions"><span className="label">mostly in</span> {step.functions.map(({ name, file, percent }) => <code key={file + name} title={file}>{name} <span className="label">{percent} %</span></code>)}</p>
        {text !== undefined && <p className="boot-functions"><span className="label">its text</span> <Link to={listingAddress(text.file)}>{text.file}</Link></p>}
      </div>
      <div>
        <p className="label">on the console meanwhile</p>
        <pre className="boot-console">{step.console.replaceAll("\r", "").trimEnd() || "nothing"}</pre>
      </div>
    </section>
  );
}
