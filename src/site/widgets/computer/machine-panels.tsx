/** The machine's inside, a panel each, folded: what is open is looked at while it runs. */
import { useEffect, useState, type ReactNode } from "react";
import type { VirtAddr } from "../../../base/word";
import type { ImagePart } from "../service/service-record";
import type { RemoteComputer, Known } from "./remote-computer";
import { CpuPanel } from "./cpu-panel";
import { DevicePanel } from "./device-panel";
import { ExceptionPanel } from "./exception-panel";
import { MapPanel } from "./map-panel";
import { FramePanel } from "./frame-panel";
import { SpeedPanel } from "./speed-panel";
import { WalkPanel } from "./walk-panel";

interface Props {
  readonly computer: RemoteComputer;
  readonly known: Known;
  /** Of the image, if it is one that the site knows. */
  readonly parts: readonly ImagePart[];
}

const panels = [
  ["processor", "Processor", "registers, level, what comes next"],
  ["exception", "Last exception", "what it told its handler"],
  ["walk", "Page tables", "an address on its way through them"],
  ["map", "Memory map", "all that is mapped, virtual and physical"],
  ["devices", "Devices", "interrupts, registers, queues"],
  ["frames", "Packets", "what it has sent"],
  ["speed", "Speed", "instructions, and time in there"],
] as const;
type PanelName = (typeof panels)[number][0];

export function MachinePanels({ computer, known, parts }: Props): ReactNode {
  const [open, setOpen] = useState<ReadonlySet<PanelName>>(new Set());
  const [cpu, setCpu] = useState(0);
  const [address, setAddress] = useState<VirtAddr>();
  const { view, setup } = known;
  const walks = open.has("walk");
  const devices = open.has("devices");
  const map = open.has("map");
  const followed = address ?? view?.cpu.pc ?? 0n;
  const isFollowing = address === undefined;
  const chosen = setup !== undefined && cpu >= setup.cpus ? 0 : cpu;
  // Where PC is followed, the address is news with each view; the Worker is only told when something else changes.
  const walkKey = walks ? (isFollowing ? "pc" : address.toString()) : "";

  useEffect(() => {
    computer.watch({ cpu: chosen, devices, walk: walkKey === "" ? undefined : walkKey === "pc" ? "pc" : BigInt(walkKey), map });
  }, [computer, chosen, devices, walkKey, map]);

  const toggle = (name: PanelName, isOpen: boolean): void => setOpen((before) => {
    if (before.has(name) === isOpen) return before;
    const after = new Set(before);
    if (isOpen) after.add(name);
    else after.delete(name);
    return after;
  });
  const content = (name: PanelName): ReactNode => {
    if (name === "frames") return <FramePanel known={known} />;
    if (name === "speed") return <SpeedPanel known={known} />;
    if (view === undefined) return <p className="label">There is no machine to look into.</p>;
    switch (name) {
      case "processor": return <CpuPanel view={view} cpu={chosen} onCpu={setCpu} />;
      case "exception": return <ExceptionPanel view={view} cpu={chosen} onCpu={setCpu} />;
      case "walk": return <WalkPanel view={view} va={followed} isFollowing={isFollowing} onAddress={setAddress} />;
      case "map": return <MapPanel map={view.map} parts={parts} />;
      case "devices": return <DevicePanel view={view} />;
    }
  };
  return (
    <div className="machine-panels">
      {panels.map(([name, title, says]) => (
        <details key={name} className="machine-fold" onToggle={(event) => toggle(name, event.currentTarget.open)}>
          <summary>{title} <span className="label">{says}</span></summary>
          {open.has(name) && <div className="machine-panel">{content(name)}</div>}
        </details>
      ))}
    </div>
  );
}
