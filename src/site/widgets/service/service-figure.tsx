/** The service's text, the terminal of the machine that it boots on, and what it came to. */
import { useEffect, useRef, type ReactNode } from "react";
import Link from "@docusaurus/Link";
import { standingText } from "../computer/standing-text";
import { useComputer } from "../computer/use-computer";
import { Terminal } from "../terminal/terminal";
import { useSettled } from "../word/settled";
import { listingAddress } from "./listing-address";
import { ServiceEditor } from "./service-editor";
import { serviceMachine, type ServiceName } from "./service-list";
import { serviceRecord, serviceRow } from "./service-records";
import { useService } from "./use-service";

export function ServiceFigure({ name }: { readonly name: ServiceName }): ReactNode {
  const row = serviceRow(name);
  const figure = useRef<HTMLElement>(null);
  const { computer, known } = useComputer();
  const service = useService(name, (image) => computer.start(serviceMachine, { kind: "files", kernel: new Blob([image as Uint8Array<ArrayBuffer>]), disks: [] }));
  const latest = useRef(service);
  latest.current = service;
  const standing = known.status?.standing;
  const isGoing = standing === "runs" || standing === "sleeps" || standing === "waits";
  const said = useSettled(isGoing ? "" : standingText(known));

  // The site's own image is small; what the reader has changed waits until it is asked for, and the compiler with it.
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      seen.disconnect();
      if (!latest.current.isChanged) latest.current.build();
    });
    if (figure.current) seen.observe(figure.current);
    return () => seen.disconnect();
  }, [computer, name]);

  return (
    <figure ref={figure} className="figure figure-wide service-lab">
      <figcaption className="figure-try">{row.tells}</figcaption>
      <div className="service-parts">
        <ServiceEditor label={`The service: ${row.title}`} service={service} />
        <Terminal label={`Terminal: ${row.title}`} line={computer.line} rows={12} convertEol>
          <p className="service-still">On the command line: <code>o2p boot {row.file}</code></p>
          <pre>{serviceRecord(name).boot.console}</pre>
        </Terminal>
      </div>
      <div className="figure-controls">
        <button type="button" className="button button-small button-strong" disabled={service.isBusy} onClick={service.build}>{service.isChanged ? "Compile and boot it" : "Boot"}</button>
        {standing === "stopped"
          ? <button type="button" className="button button-small" onClick={() => computer.run()}>Go on</button>
          : <button type="button" className="button button-small" disabled={!isGoing} onClick={() => computer.stop()}>Stop</button>}
        <button type="button" className="button button-small" disabled={!service.isChanged} onClick={service.reset}>Reset</button>
        <Link className="label" to={listingAddress(row.file)}>{row.file}</Link>
      </div>
      <p className="service-standing" aria-hidden="true">{standingText(known)}</p>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
