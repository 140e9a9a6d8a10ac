/** The address, who asks, the tables that it is looked up in, what comes of it, and the descriptor to be changed. */
import { useMemo, useRef, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { NumberField } from "../machine/number-field";
import { addressText, parseNumber } from "../machine/numbers";
import { type TableMemory, withDescriptor } from "../machine/table-memory";
import { CopyLink } from "../word/copy-link";
import { useLitFields } from "../word/lit-field";
import { useSettled } from "../word/settled";
import { addressOf, useSharedValue } from "../word/shared-value";
import { WordBoxes } from "../word/word-boxes";
import { type Access, type Asked, accessOf } from "./access";
import { AccessControls } from "./access-controls";
import { addressFields, indexBitsOf, levelName, withIndex } from "./address-fields";
import { type AddressSpace, type Preset, presetCalled, presets } from "./address-spaces";
import { DescriptorBoxes } from "./descriptor-boxes";
import { OutcomeBox } from "./outcome-box";
import { outcomeText } from "./outcome-text";
import { TableColumn } from "./table-column";

interface Props {
  readonly id: string;
  readonly start: string;
  readonly startsIn: string;
}

interface State {
  readonly preset: Preset;
  readonly space: AddressSpace;
  /** The tables as the reader has changed them. */
  readonly memory: TableMemory;
  readonly asked: Asked;
  /** The level whose descriptor is open; undefined: the last one's that was read. */
  readonly open: number | undefined;
}

const startsAsking: Asked = { level: 1, purpose: "read", PAN: false };

/** The outcome beside the address, where a hand that changes it sees it. */
const gets = (access: Access): string => `\u2192 ${access.outcome.kind === "mapped" ? addressText(access.outcome.address) : outcomeText(access)}`;

function stateOf(preset: Preset): State {
  const space = preset.make();
  return { preset, space, memory: space.memory, asked: startsAsking, open: undefined };
}

export function PageWalkFigure({ id, start, startsIn }: Props): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const [initial] = useState(() => parseNumber(start, 64) ?? bug(`<PageWalk>: "${start}" is no address`));
  const [va, setVa] = useSharedValue(id, initial, 64);
  const [state, setState] = useState(() => stateOf(presetCalled(startsIn)));
  const [lit, light] = useLitFields(figure);
  const { preset, space, memory, asked, open } = state;
  const access = useMemo(() => accessOf(va, asked, space.registers, memory), [va, asked, space, memory]);
  const { trace: { steps, range, regime } } = access;
  const indexes = indexBitsOf(range);
  const fields = addressFields(va, access.trace);
  const step = steps.find(({ level }) => level === open) ?? steps.at(-1);
  const said = useSettled(`${addressText(va)}: ${outcomeText(access)}`);
  const isChanged = va !== initial || memory !== space.memory || asked !== startsAsking || preset.name !== startsIn;

  const choose = (next: Preset): void => {
    const chosen = stateOf(next);
    setState(chosen);
    setVa(next.name === startsIn ? initial : chosen.space.places[0]!.va);
  };

  return (
    <figure ref={figure} id={id} className="figure figure-wide page-walk" data-fields={fields.map(({ name }) => name).join(" ")}>
      <figcaption className="figure-try">Drag along a table to choose another entry, flip bits of the address, or go to a place. Then change a descriptor, and see what the next access gets.</figcaption>
      <div className="walk-choices" role="group" aria-label="Tables">
        {presets.map((each) => <button key={each.name} type="button" className="button button-small" aria-pressed={each.name === preset.name} onClick={() => choose(each)}>{each.title}</button>)}
      </div>
      <div className="walk-places" role="group" aria-label="Places">
        <span className="label">go to</span>
        {space.places.map(({ name, va: to }) => <button key={name} type="button" className="walk-place" aria-pressed={to === va} onClick={() => setVa(to)}>{name}</button>)}
      </div>
      <p className="bit-field-head"><code className="walk-address">{addressText(va)}</code><span className="walk-gets">{gets(access)}</span></p>
      <WordBoxes width={64} value={va} fields={fields} label={`The virtual address ${addressText(va)}`} lit={lit} onPoint={light} onChange={setVa} />
      <AccessControls asked={asked} onAsk={(next) => setState({ ...state, asked: next })}>
        <NumberField label="address" bits={64} value={va} onChange={setVa} />
      </AccessControls>
      <ol className={`walk-tables walk-tables-${indexes.length}`}>
        {indexes.map((bits) => (
          <TableColumn
            key={bits.level} bits={bits} step={steps.find(({ level }) => level === bits.level)} memory={memory} range={range} regime={regime}
            isOpen={bits.level === step?.level} isLit={lit.has(levelName(bits.level))} onPoint={(on) => light(on ? [levelName(bits.level)] : [])}
            onIndex={(index) => setVa(withIndex(va, bits, index))} onOpen={() => setState({ ...state, open: bits.level })}
          />
        ))}
      </ol>
      <OutcomeBox access={access} asked={asked} va={va} />
      {step?.bits !== undefined && (
        <DescriptorBoxes
          step={step} bits={step.bits} range={range} regime={regime} initial={space.memory.get(step.address) ?? 0n}
          onChange={(bits) => setState({ ...state, open: step.level, memory: withDescriptor(memory, step.address, bits) })}
        />
      )}
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={!isChanged} onClick={() => { setState(stateOf(presetCalled(startsIn))); setVa(initial); }}>Reset</button>
        <CopyLink figureId={id} address={() => addressOf(id, va, initial)} />
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}
