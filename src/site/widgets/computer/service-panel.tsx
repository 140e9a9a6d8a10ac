/** A service of the unikernel: its text, to be changed, and what the page's compiler says of it. Its image is what the machine boots. */
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { ServiceEditor } from "../service/service-editor";
import type { ServiceName } from "../service/service-list";
import { serviceRow } from "../service/service-records";
import { useService } from "../service/use-service";
import "../service/service.css";
import "../boot-timeline/boot-timeline.css";

const ServiceBootFigure = lazy(async () => ({ default: (await import("../boot-timeline/service-boot-figure")).ServiceBootFigure }));

interface Props {
  readonly name: ServiceName;
  /** An image, as soon as there is one, and each time that one is asked for. `isOwn`: the site's, of the text as it was. */
  readonly onImage: (image: Uint8Array, isOwn: boolean) => void;
}

export function ServicePanel({ name, onImage }: Props): ReactNode {
  const { title, tells } = serviceRow(name);
  const service = useService(name, onImage);
  const [isBootOpen, openBoot] = useState(false);
  const latest = useRef(service);
  latest.current = service;
  useEffect(() => latest.current.build(), [name]);
  return (
    <div className="machine-program machine-service">
      <p className="machine-note">{tells}</p>
      <ServiceEditor label={`The service: ${title}`} service={service} />
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={service.isBusy} onClick={service.build}>{service.isChanged ? "Compile and boot it" : "Boot it"}</button>
        <button type="button" className="button button-small" disabled={!service.isChanged} onClick={service.reset}>Reset</button>
      </div>
      <details className="machine-fold machine-boot" onToggle={(event) => openBoot(event.currentTarget.open)}>
        <summary>Its boot <span className="label">step by step, in instructions</span></summary>
        {isBootOpen && <Suspense><ServiceBootFigure start={name} /></Suspense>}
      </details>
    </div>
  );
}
