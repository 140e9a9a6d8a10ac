/**
 * The machine of the front page: the unikernel's monitor, booted as soon as it is seen, at whose prompt a visitor types,
 * or presses what others would type. Beside it, what the processor does.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { standingText } from "../computer/standing-text";
import { useComputer } from "../computer/use-computer";
import { withCommas } from "../machine/numbers";
import { serviceMachine } from "../service/service-list";
import { serviceRecord } from "../service/service-records";
import { imageAt } from "../service/use-service";
import { Terminal } from "../terminal/terminal";
import { useSettled } from "../word/settled";
import { FrontActivity } from "./front-activity";

const commands = ["help", "memory", "boot", "interrupts", "devices", "heap", "uptime", "walk 0", "crash null"] as const;
const { boot, imageBytes } = serviceRecord("monitor");

export function FrontMachine(): ReactNode {
  const section = useRef<HTMLElement>(null);
  const address = useBaseUrl("/services/monitor.img");
  const { computer, known } = useComputer();
  const [fault, setFault] = useState<string>();
  const standing = known.status?.standing;
  const isGoing = standing === "runs" || standing === "sleeps" || standing === "waits";
  const text = fault ?? standingText(known);
  const said = useSettled(isGoing ? "" : text);

  const start = (): void => {
    setFault(undefined);
    imageAt(address).then((image) => {
      computer.start(serviceMachine, { kind: "files", kernel: new Blob([image as Uint8Array<ArrayBuffer>]), disks: [] });
      computer.watch({ cpu: 0, devices: false, walk: undefined });
    }, (reason: unknown) => setFault(reason instanceof Error ? reason.message : String(reason)));
  };
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      seen.disconnect();
      start();
    });
    if (section.current) seen.observe(section.current);
    return () => seen.disconnect();
  }, [computer]);
  const type = (command: string): void => computer.line.type(new TextEncoder().encode(`${command}\r`));

  return (
    <section ref={section} className="machine" aria-label="A machine, running">
      <div className="machine-screen">
        <Terminal label="The machine's terminal" line={computer.line} rows={22} convertEol><pre>{boot.console.replaceAll("\r", "")}</pre></Terminal>
      </div>
      <div className="machine-head">
        <p className="machine-state" aria-hidden="true">{text}</p>
        <p className="visually-hidden" role="status">{said}</p>
        <div className="machine-commands" role="group" aria-label="Commands to type">
          {commands.map((command) => <button key={command} type="button" className="button button-small" disabled={!isGoing} onClick={() => type(command)}>{command}</button>)}
        </div>
        <FrontActivity view={known.view} />
        <div className="figure-controls">
          <button type="button" className="button button-small button-strong" disabled={known.isBuilding} onClick={start}>{known.status === undefined ? "Switch it on" : "Switch it off and on"}</button>
          {isGoing
            ? <button type="button" className="button button-small" onClick={() => computer.stop()}>Stop</button>
            : <button type="button" className="button button-small" disabled={standing !== "stopped"} onClick={() => computer.run()}>Go on</button>}
          <button type="button" className="button button-small" disabled={standing !== "stopped"} onClick={() => computer.step(1)}>Step</button>
        </div>
        <p className="machine-cost label">{withCommas(imageBytes)} bytes of image, {withCommas(boot.instructions)} instructions from the first one to its prompt.</p>
      </div>
    </section>
  );
}
