/** N, Z, C and V: four boxes, each with its letter. */
import type { ReactNode } from "react";

interface Props {
  /** N in bit 3. */
  readonly nzcv: number;
  readonly before?: number | undefined;
  /** Absent: they are for reading only. */
  readonly onChange?: (nzcv: number) => void;
}

const flags = ["N", "Z", "C", "V"] as const;

export function FlagBoxes({ nzcv, before, onChange }: Props): ReactNode {
  return (
    <span className="flag-boxes role-condition" role="group" aria-label="Flags">
      {flags.map((flag, i) => {
        const bit = 8 >> i;
        const isSet = (nzcv & bit) !== 0;
        const look = ["flag", ...(isSet ? ["set"] : []), ...(before !== undefined && ((nzcv ^ before) & bit) !== 0 ? ["changed"] : [])].join(" ");
        const inside = <><span className="flag-name">{flag}</span><span className="flag-value">{isSet ? 1 : 0}</span></>;
        return onChange === undefined
          ? <span key={flag} className={look}>{inside}</span>
          : <button key={flag} type="button" className={look} aria-pressed={isSet} onClick={() => onChange(nzcv ^ bit)}>{inside}</button>;
      })}
    </span>
  );
}
