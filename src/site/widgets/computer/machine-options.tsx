/** The machine's size and its ways, folded away: what is chosen is right for what it runs. A start makes them true. */
import type { ReactNode } from "react";
import { cpuCounts, ramSizes, timeModes } from "./machine-choice";
import type { Setup } from "./messages";

interface Props {
  readonly setup: Setup;
  readonly onChange: (setup: Setup) => void;
}

export function MachineOptions({ setup, onChange }: Props): ReactNode {
  const { ramMiB, cpus, gic, time, bootargs, hasNetwork } = setup;
  const set = (change: Partial<Setup>): void => onChange({ ...setup, ...change });
  const number = (label: string, value: number, choices: readonly number[], take: (value: number) => void, unit = ""): ReactNode => (
    <label className="machine-option"><span className="label">{label}</span>
      <select aria-label={label} value={value} onChange={(event) => take(Number(event.target.value))}>{choices.map((each) => <option key={each} value={each}>{each}{unit}</option>)}</select>
    </label>
  );
  return (
    <details className="machine-fold machine-options">
      <summary>Options <span className="label">{ramMiB} MiB, {cpus === 1 ? "1 CPU" : `${cpus} CPUs`}, GICv{gic}</span></summary>
      <div className="machine-option-rows">
        {number("RAM", ramMiB, ramSizes, (value) => set({ ramMiB: value }), " MiB")}
        {number("CPUs", cpus, cpuCounts, (value) => set({ cpus: value }))}
        {number("GIC version", gic, [2, 3], (value) => set({ gic: value === 3 ? 3 : 2 }))}
        <label className="machine-option"><span className="label">time passes</span>
          <select aria-label="how time passes" value={time} onChange={(event) => set({ time: timeModes.find(([mode]) => mode === event.target.value)?.[0] ?? time })}>{timeModes.map(([mode, says]) => <option key={mode} value={mode}>{says}</option>)}</select>
        </label>
        <label className="machine-option"><input type="checkbox" checked={hasNetwork} onChange={(event) => set({ hasNetwork: event.target.checked })} /> <span>an Ethernet card, with nobody at the other end</span></label>
        <label className="machine-option machine-option-wide"><span className="label">kernel's command line</span>
          <input aria-label="the kernel's command line" value={bootargs} autoComplete="off" autoCapitalize="off" spellCheck={false} onChange={(event) => set({ bootargs: event.target.value })} />
        </label>
      </div>
    </details>
  );
}
