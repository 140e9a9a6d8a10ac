/** The map of a service's machine: as it was recorded when the site was built, then as the tables of the machine in this page have it. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { standingText } from "../computer/standing-text";
import { useComputer } from "../computer/use-computer";
import { counted } from "../machine/numbers";
import { serviceMachine, type ServiceName, serviceRows } from "../service/service-list";
import { serviceRecord } from "../service/service-records";
import { imageAt } from "../service/use-service";
import { MapOf } from "./map-view";

export function MapFigure({ start }: { readonly start: ServiceName }): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const folder = useBaseUrl("/services/");
  const { computer, known } = useComputer();
  const [name, setName] = useState(start);
  const [record, setRecord] = useState(() => serviceRecord(start));
  const [fault, setFault] = useState<string>();
  const isOn = (known.view?.map?.ranges.length ?? 0) > 0;
  const map = isOn ? known.view!.map! : record.map;

  const boot = (service: ServiceName): void => {
    setFault(undefined);
    imageAt(`${folder}${service}.img`).then((image) => {
      computer.start(serviceMachine, { kind: "files", kernel: new Blob([image as Uint8Array<ArrayBuffer>]), disks: [] });
      computer.watch({ cpu: 0, devices: false, walk: undefined, map: true });
    }, (reason: unknown) => setFault(reason instanceof Error ? reason.message : String(reason)));
  };
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      seen.disconnect();
      boot(start);
    });
    if (figure.current) seen.observe(figure.current);
    return () => seen.disconnect();
  }, [computer, start]);
  const choose = (next: ServiceName): void => {
    setName(next);
    setRecord(serviceRecord(next));
    boot(next);
  };

  return (
    <figure ref={figure} className="figure figure-wide memory-map">
      <figcaption className="figure-try">Press a range: who may do what there, and the descriptor that says so. Is any of them writable and executable?</figcaption>
      <div className="map-choices" role="group" aria-label="Services">
        {serviceRows.map((row) => <button key={row.name} type="button" className="button button-small" aria-pressed={row.name === name} onClick={() => choose(row.name)}>{row.name}</button>)}
      </div>
      <MapOf map={map} parts={record.parts} />
      <p className="map-source label">
        {isOn ? `From the ${counted(map.tables, "translation table")} in the RAM of the machine in this page. ${standingText(known)}` : `From the ${counted(map.tables, "translation table")} of the machine that ran ${name} when this site was built.`}
        {" "}Not drawn to scale. {fault}
      </p>
    </figure>
  );
}
