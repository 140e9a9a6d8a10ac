/** An address of the running machine on its way through the tables in its RAM: PC's, or any other. */
import { useMemo, useState, type ReactNode } from "react";
import type { VirtAddr } from "../../../base/word";
import { addressText } from "../machine/numbers";
import { NumberField } from "../machine/number-field";
import { type Asked, accessOf } from "../page-walk/access";
import { AccessControls } from "../page-walk/access-controls";
import { addressFields, indexBitsOf, levelName, withIndex } from "../page-walk/address-fields";
import { OutcomeBox } from "../page-walk/outcome-box";
import { TableColumn } from "../page-walk/table-column";
import { WordBoxes } from "../word/word-boxes";
import type { View } from "./view";

interface Props {
  readonly view: View;
  readonly va: VirtAddr;
  /** Whether the address is PC, wherever that is. */
  readonly isFollowing: boolean;
  readonly onAddress: (va: VirtAddr | undefined) => void;
}

export function WalkPanel({ view: { walk, cpu }, va, isFollowing, onAddress }: Props): ReactNode {
  const [purpose, setPurpose] = useState<Pick<Asked, "purpose"> & { readonly level?: 0 | 1 }>({ purpose: "fetch" });
  const [lit, light] = useState<ReadonlySet<string>>(new Set());
  const memory = useMemo(() => new Map(walk?.descriptors), [walk]);
  if (walk === undefined) return <p className="label">Asking the machine.</p>;
  const asked: Asked = { level: purpose.level ?? cpu.level, purpose: purpose.purpose, PAN: walk.PAN };
  const isOn = (walk.registers.SCTLR_EL1 & 1n) === 1n;
  const address = isFollowing ? walk.va : va;
  const access = accessOf(address, asked, walk.registers, memory);
  const { trace: { steps, range, regime } } = access;
  const fields = addressFields(address, access.trace);
  const head = (
    <AccessControls asked={asked} onAsk={({ level, purpose: next }) => setPurpose({ level, purpose: next })}>
      <NumberField label="address" bits={64} value={address} onChange={onAddress} />
      <button type="button" className="button button-small" aria-pressed={isFollowing} onClick={() => onAddress(isFollowing ? address : undefined)}>follow PC</button>
    </AccessControls>
  );
  if (!isOn) return <>{head}<p className="machine-note">SCTLR_EL1.M is 0: the MMU is off, and {addressText(address)} is a physical address as it stands.</p></>;
  return (
    <section aria-label="Page tables">
      {head}
      <WordBoxes width={64} value={address} fields={fields} label={`The virtual address ${addressText(address)}`} lit={lit} onPoint={(names) => light(new Set(names))} onChange={onAddress} />
      <ol className={`walk-tables walk-tables-${indexBitsOf(range).length}`}>
        {indexBitsOf(range).map((bits) => (
          <TableColumn
            key={bits.level} bits={bits} step={steps.find(({ level }) => level === bits.level)} memory={memory} range={range} regime={regime}
            isOpen={false} isLit={lit.has(levelName(bits.level))} onPoint={(on) => light(new Set(on ? [levelName(bits.level)] : []))}
            onIndex={(index) => onAddress(withIndex(address, bits, index))} onOpen={() => onAddress(address)}
          />
        ))}
      </ol>
      <OutcomeBox access={access} asked={asked} va={address} />
    </section>
  );
}
