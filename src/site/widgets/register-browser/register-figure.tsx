/** A register: how it is found, its word, its fields, and what there is to know about reading and writing it. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { withField } from "../../../machine/sysregs/field";
import { registerNamed, type SystemRegister } from "../../../machine/sysregs/registers";
import { NumberField } from "../machine/number-field";
import { CopyLink } from "../word/copy-link";
import { useLitFields } from "../word/lit-field";
import { useSettled } from "../word/settled";
import { WordBoxes } from "../word/word-boxes";
import { hexOf } from "../word/word-layout";
import { AccessFacts } from "./access-facts";
import { FieldList } from "./field-list";
import { bitsText, type FieldFact, registerFacts } from "./register-facts";
import { writeOf } from "./register-access";
import { RegisterSearch } from "./register-search-box";
import { resetValue } from "./reset-value";
import { addressOf, behindReset, type Shown, shownCalled, shownText, useShownRegister } from "./shown-register";

interface Props {
  readonly id: string;
  readonly start: string;
  readonly startsWith: string | undefined;
  /** A register that something outside of the figure asks for. */
  readonly asked?: { readonly name: SystemRegister["name"] } | undefined;
}

export function RegisterFigure({ id, start, startsWith, asked }: Props): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const [initial] = useState(() => shownCalled(start, startsWith));
  const [shown, setShown] = useShownRegister(id, initial);
  const [open, setOpen] = useState<string>();
  const [lit, light] = useLitFields(figure);
  const { register, value } = shown;
  const facts = useMemo(() => registerFacts(register, value), [register, value]);
  const said = useSettled(saidOf(shown, facts.find(({ field }) => field.name === open)));

  const show = (next: Shown, field?: string): void => {
    setShown(next);
    setOpen(field);
  };
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (asked !== undefined) latest.current(behindReset(registerNamed(asked.name)));
  }, [asked]);
  const setValue = (next: bigint): void => setShown({ register, value: next });

  return (
    <figure ref={figure} id={id} className="figure figure-wide register-browser" data-fields={facts.map(({ field }) => field.name).join(" ")}>
      <figcaption className="figure-try">Flip a bit, or choose a field to see what else it could hold. Look for another register: by its name or a part of it, by what it is for, by its five numbers, by an instruction.</figcaption>
      <RegisterSearch current={register.name} onChoose={(chosen) => show(behindReset(chosen))} />
      <div className="register-head">
        <b className="register-name"><code>{register.name}</code></b>
        <span className="register-title">{register.title}</span>
      </div>
      <p className="register-purpose">{register.purpose}</p>
      <div className="register-value-line">
        <NumberField label="value" bits={64} value={value} onChange={setValue} />
        <button type="button" className="button button-small" disabled={value === resetValue(register.name)} onClick={() => setValue(resetValue(register.name))}>as behind reset</button>
      </div>
      <WordBoxes width={64} value={value} fields={facts.map(({ field }) => field)} label={`${register.name}, ${hexOf(value, 64)}`} lit={lit} onPoint={light} onChange={setValue} />
      <p className="register-note">{noteOn(shown)}</p>
      <FieldList facts={facts} open={open} lit={lit} onOpen={setOpen} onPoint={light} onSet={({ high, low }, to) => setValue(withField(value, high, low, to))} />
      <AccessFacts register={register} value={value} onGate={([name, field]) => show(behindReset(registerNamed(name)), field)} />
      <div className="figure-controls">
        <button type="button" className="button button-small" disabled={shownText(shown) === shownText(initial)} onClick={() => show(initial)}>Reset</button>
        <CopyLink figureId={id} address={() => addressOf(id, shown, initial)} />
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </figure>
  );
}

/** If it is no value that the register can have: what a write would make of it. */
function noteOn({ register, value }: Shown): string {
  const write = writeOf(register, resetValue(register.name), value);
  return write === undefined || write.value === value ? "" : `Written to ${register.name}, this becomes 0x${write.value.toString(16)}. ${write.differences.join(" ")}`;
}

function saidOf({ register, value }: Shown, fact: FieldFact | undefined): string {
  const whole = `${register.name} is 0x${value.toString(16)}`;
  return fact === undefined ? whole : `${whole}; ${fact.name}, ${fact.high === fact.low ? "bit" : "bits"} ${bitsText(fact)}, is ${fact.digits}${fact.says === "" ? "" : `: ${fact.says}`}`;
}
