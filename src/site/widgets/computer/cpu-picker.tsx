/** Which of the machine's CPUs is looked into. */
import type { ReactNode } from "react";
import type { CpuActivity } from "../../../machine/board/turns";
import { activityText } from "./activity-text";

interface Props {
  readonly activities: readonly CpuActivity[];
  readonly chosen: number;
  readonly onChoose: (cpu: number) => void;
}

export function CpuPicker({ activities, chosen, onChoose }: Props): ReactNode {
  if (activities.length === 1) return null;
  return (
    <div className="cpu-picker" role="group" aria-label="CPUs">
      {activities.map((activity, cpu) => (
        <button key={cpu} type="button" className="button button-small" aria-pressed={cpu === chosen} onClick={() => onChoose(cpu)}>CPU {cpu} <span className="cpu-activity">{activityText(activity)}</span></button>
      ))}
    </div>
  );
}
