/** Registers, what is in them, and which of them the last move changed. */
import { useState, type ReactNode } from "react";
import { type Register, registerNamed, REGISTERS } from "../../../machine/cpu/stepping/registers";
import type { Bench } from "./bench";
import { shapeOf, vectorText } from "./lane-text";
import { RegisterValue } from "./register-value";

interface Props {
  readonly bench: Bench;
  readonly onChange: (register: Register, value: bigint) => void;
}

const general = REGISTERS.filter(({ name }) => /^(x\d+|sp|pc)$/.test(name));
const vectors = REGISTERS.filter(({ name }) => /^v\d+$/.test(name));

export function RegisterList({ bench, onChange }: Props): ReactNode {
  const [all, showAll] = useState(false);
  const used = registersOf(bench.program.source);
  const isShown = (register: Register): boolean => all || used.has(register.name) || /^(sp|pc)$/.test(register.name) || bench.valueBefore(register) !== undefined;
  const rows = general.filter(isShown);
  const vectorRows = vectors.filter((register) => used.has(register.name) || bench.valueBefore(register) !== undefined);
  const shape = shapeOf(bench.program.source);
  return (
    <section className="registers" aria-label="Registers">
      <dl>
        {rows.map((register) => (
          <Entry key={register.name} register={register} bench={bench} onChange={onChange} reading={integerReading(bench, bench.valueOf(register), register.name)} />
        ))}
      </dl>
      {vectorRows.length > 0 && (
        <dl className="vector-registers">
          {vectorRows.map((register) => (
            <Entry key={register.name} register={register} bench={bench} onChange={onChange} reading={vectorText(bench.valueOf(register), shape)} />
          ))}
        </dl>
      )}
      <button type="button" className="more-registers" aria-pressed={all} onClick={() => showAll(!all)}>{all ? "only those of the program" : "all of them"}</button>
    </section>
  );
}

interface EntryProps extends Props {
  readonly register: Register;
  readonly reading: string;
}

function Entry({ register, bench, reading, onChange }: EntryProps): ReactNode {
  const before = bench.valueBefore(register);
  return (
    <div className={before === undefined ? "register" : "register changed"} title={before === undefined ? undefined : `It was 0x${before.toString(16)}`}>
      <dt>{register.name}</dt>
      <dd>
        <RegisterValue name={register.name} bits={register.bits} value={bench.valueOf(register)} onChange={(value) => onChange(register, value)} />
        <span className="register-reading">{reading}</span>
      </dd>
    </div>
  );
}

/** A place in the program, a small number, or nothing that hexadecimal does not say better. */
function integerReading(bench: Bench, value: bigint, name: string): string {
  if (name === "sp") return "";
  const place = bench.placeOf(value);
  if (place !== undefined) return place;
  const signed = BigInt.asIntN(64, value);
  return signed > 9n && signed < 2n ** 40n || signed < 0n && signed > -(2n ** 40n) ? signed.toString() : "";
}

/** The registers that a program's text names. */
function registersOf(source: string): ReadonlySet<string> {
  const code = source.replace(/\/\/.*$/gm, "").replace(/"[^"]*"/g, "");
  const names = code.match(/\b(?:[xw]\d+|[vqdshb]\d+|lr|fp)\b/gi) ?? [];
  return new Set(names.flatMap((name) => registerNamed(name)?.name ?? []));
}
