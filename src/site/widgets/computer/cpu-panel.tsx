/** A processor: what comes next, its level and masks, its registers. */
import type { ReactNode } from "react";
import { A, D, F, I, PAN } from "../../../machine/sysregs/pstate";
import { FlagBoxes } from "../machine/flag-boxes";
import { addressText } from "../machine/numbers";
import { activityText } from "./activity-text";
import { CpuPicker } from "./cpu-picker";
import { shownSystemRegisters, type View } from "./view";

interface Props {
  readonly view: View;
  readonly cpu: number;
  readonly onCpu: (cpu: number) => void;
}

const masks = [["D", D], ["A", A], ["I", I], ["F", F], ["PAN", PAN]] as const;

export function CpuPanel({ view, cpu: chosen, onCpu }: Props): ReactNode {
  const { cpu, activities } = view;
  const { level, pstate, x, pc, next, nzcv, activity } = cpu;
  return (
    <section aria-label="Processor">
      <CpuPicker activities={activities} chosen={chosen} onChoose={onCpu} />
      <p className="cpu-next"><b className={`cpu-level role-el${level}`}>EL{level}</b> <span className="label">next, at {addressText(pc)}</span> <code>{next ?? "nothing: there is no RAM"}</code> <span className="label">{activityText(activity)}</span></p>
      <div className="cpu-bits">
        <span className="flag-boxes role-opcode" role="group" aria-label="Masks">
          {masks.map(([name, mask]) => {
            const isSet = (pstate & mask) !== 0;
            return <span key={name} className={isSet ? "flag set" : "flag"}><span className="flag-name">{name}</span><span className="flag-value">{isSet ? 1 : 0}</span></span>;
          })}
        </span>
        <FlagBoxes nzcv={nzcv} before={undefined} />
      </div>
      <dl className="cpu-registers">
        {x.map((value, n) => <div key={n}><dt>{n === 31 ? "sp" : `x${n}`}</dt><dd><code>{digits(value)}</code></dd></div>)}
      </dl>
      <p className="machine-panel-head label">system registers</p>
      <dl className="cpu-registers cpu-system">
        {shownSystemRegisters.map((name) => <div key={name}><dt>{name}</dt><dd><code>{digits(cpu.system[name])}</code></dd></div>)}
      </dl>
    </section>
  );
}

const digits = (value: bigint): string => addressText(value);
