/** A level: its table, the entry that the address chooses, and where that one leads. Or that nobody comes so far. */
import type { ReactNode } from "react";
import type { Regime, VaRange } from "../../../machine/mmu/regime";
import type { WalkStep } from "../../../machine/mmu/walk";
import { addressText } from "../machine/numbers";
import type { TableMemory } from "../machine/table-memory";
import { type IndexBits, levelRoles } from "./address-fields";
import { descriptorFacts, kindText } from "./descriptor-fields";
import { occupied, rowsOf, type TableRow } from "./table-rows";
import { TableStrip } from "./table-strip";

interface Props {
  readonly bits: IndexBits;
  /** undefined: the walk ended before. */
  readonly step: WalkStep | undefined;
  readonly memory: TableMemory;
  readonly range: VaRange;
  readonly regime: Regime;
  readonly isOpen: boolean;
  readonly isLit: boolean;
  readonly onPoint: (on: boolean) => void;
  readonly onIndex: (index: number) => void;
  readonly onOpen: () => void;
}

export function TableColumn({ bits, step, memory, range, regime, isOpen, isLit, onPoint, onIndex, onOpen }: Props): ReactNode {
  const { level, entries } = bits;
  const look = ["walk-table", `role-${levelRoles[level]!}`, ...(isLit ? ["lit"] : []), ...(step === undefined ? ["walk-table-unasked"] : [])].join(" ");
  if (step === undefined) {
    return (
      <li className={look}>
        <p className="walk-table-head"><b>level {level}</b></p>
        <p className="walk-unasked">not asked: the walk ended before</p>
      </li>
    );
  }
  const from = level === range.startLevel ? (range.half === "lower" ? "TTBR0_EL1" : "TTBR1_EL1") : `level ${level - 1}`;
  return (
    <li className={look} onMouseEnter={() => onPoint(true)} onMouseLeave={() => onPoint(false)}>
      <p className="walk-table-head"><b>level {level}</b><span>{addressText(step.table)}</span><span className="label">from {from}, {entries.toLocaleString("en")} entries</span></p>
      <TableStrip level={level} index={step.index} entries={entries} occupied={occupied(step, entries, memory)} onIndex={onIndex} />
      <ul className="walk-rows">
        {rowsOf(step, entries, memory, range.granule).map((row) => (
          <li key={row.index} className={row.isBehindGap ? "walk-row-gap" : ""}>
            <button
              type="button" className={row.index === step.index ? "walk-row chosen" : "walk-row"} aria-current={row.index === step.index}
              onClick={() => (row.index === step.index ? onOpen() : onIndex(row.index))}
            >
              <span className="walk-row-index">0x{row.index.toString(16)}</span>
              <span>{kindText(row.descriptor)}</span>
              <span className="walk-row-address">{targetOf(row)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Chosen step={step} range={range} regime={regime} isOpen={isOpen} onOpen={onOpen} />
    </li>
  );
}

/** The chosen descriptor: all its bits as a number, and the few that say what may be done. */
function Chosen({ step, range, regime, isOpen, onOpen }: Pick<Props, "range" | "regime" | "isOpen" | "onOpen"> & { readonly step: WalkStep }): ReactNode {
  const { bits, address, index } = step;
  if (bits === undefined) return <p className="walk-chosen"><span className="label">nothing answers at {addressText(address)}</span></p>;
  const chips = descriptorFacts(step, range.granule, regime).filter(({ field }) => shown.has(field.name) && (!onlyIfSet.has(field.name) || /1/.test(field.note ?? "")));
  return (
    <div className="walk-chosen">
      <button type="button" className="walk-bits" aria-pressed={isOpen} onClick={onOpen}>
        <span className="visually-hidden">Change entry 0x{index.toString(16)} of level {step.level}: </span>{addressText(bits)}
      </button>
      <p className="walk-chips">{chips.map(({ field, value, says }) => <span key={field.name} className={`walk-chip role-${field.role}`} title={says}>{field.name} {value}</span>)}</p>
    </div>
  );
}

const shown = new Set(["AP", "UXN", "PXN", "AF", "nG", "SH", "AttrIndx", "Contiguous", "APTable", "UXNTable", "PXNTable"]);
const onlyIfSet = new Set(["Contiguous", "APTable", "UXNTable", "PXNTable"]);

function targetOf({ descriptor, bits }: TableRow): ReactNode {
  if (descriptor === undefined) return null;
  if (descriptor.kind === "invalid") return bits === 0n ? null : "a note";
  return <><span className="walk-row-arrow">{"\u2192 "}</span>{addressText(descriptor.address)}</>;
}
