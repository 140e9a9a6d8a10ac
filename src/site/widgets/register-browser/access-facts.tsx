/** Who may read and write a register, how that is spelled and encoded, what it begins with, and what a write leaves. */
import type { ReactNode } from "react";
import { hex32 } from "../../../base/word";
import type { Gate } from "../../../machine/sysregs/register";
import type { SystemRegister } from "../../../machine/sysregs/registers";
import { type AccessLine, accessLines, genericNameOf, spellings, writeOf } from "./register-access";
import { resetValue } from "./reset-value";

interface Props {
  readonly register: SystemRegister;
  readonly value: bigint;
  readonly onGate: (gate: Gate) => void;
}

export function AccessFacts({ register, value, onGate }: Props): ReactNode {
  const reset = resetValue(register.name);
  const write = writeOf(register, reset, value);
  return (
    <details className="register-access">
      <summary>Who may, how it is spelled, what a write leaves</summary>
      <dl>
        {accessLines(register).map((line) => (
          <div key={`${line.instruction}${line.level}`} className={`role-el${line.level}`}>
            <dt>{line.instruction} at EL{line.level}</dt>
            <dd><Permission line={line} isFp={register.isFp === true} onGate={onGate} /></dd>
          </div>
        ))}
        <div>
          <dt>spelled</dt>
          <dd className="register-spellings">
            {spellings(register).map(({ text, word }) => <span key={text}><code>{text}</code> <code>{hex32(word)}</code></span>)}
            <span>or by number, <code>{genericNameOf(register)}</code></span>
          </dd>
        </div>
        <div><dt>behind reset</dt><dd>{register.access === "WO" ? "cannot be read" : <code>0x{reset.toString(16)}</code>}</dd></div>
        <div>
          <dt>behind a write</dt>
          <dd>
            {write === undefined ? "MSR is Undefined." : <>of <code>0x{value.toString(16)}</code>: {register.access === "WO" ? "there is nothing to read." : <code>0x{write.value.toString(16)}</code>} {[...write.differences, ...write.says].join(" ")}</>}
          </dd>
        </div>
      </dl>
    </details>
  );
}

function Permission({ line: { may, gates, level }, isFp, onGate }: { readonly line: AccessLine; readonly isFp: boolean; readonly onGate: (gate: Gate) => void }): ReactNode {
  if (may === "never") return "Undefined";
  const fp = isFp && <>, unless <GateLink gate={["CPACR_EL1", "FPEN", 1]} text="CPACR_EL1.FPEN" onGate={onGate} /> traps floating point</>;
  if (may === "always") return <>may{level === 0 ? ", whatever EL1 says" : ""}{fp}</>;
  return (
    <>
      if {gates.map((gate, i) => <span key={gate.join(".")}>{i > 0 && " or "}<GateLink gate={gate} text={`${gate[0]}.${gate[1]} is ${gate[2]}`} onGate={onGate} /></span>)}; else trapped to EL1{fp}
    </>
  );
}

/** A way to the register where the gate is. */
function GateLink({ gate, text, onGate }: { readonly gate: Gate; readonly text: string; readonly onGate: (gate: Gate) => void }): ReactNode {
  return <button type="button" className="register-gate" onClick={() => onGate(gate)}>{text}</button>;
}
