/** The processor at the cursor: PC, level, stack, PSTATE, and what the last exception saved. What the last step changed is marked. */
import type { ReactNode } from "react";
import { A, D, F, I, IL, PAN, SS } from "../../../machine/sysregs/pstate";
import { FlagBoxes } from "../machine/flag-boxes";
import type { Program } from "../machine/program";
import type { State } from "./exception-run";
import { namedRegisters, placeText, savedText, syndromeText } from "./run-text";

interface Props {
  readonly program: Program;
  readonly state: State;
  /** One step earlier; the same at the start. */
  readonly before: State;
}

const masks = [["D", D], ["A", A], ["I", I], ["F", F]] as const;
const others = [["PAN", PAN], ["IL", IL], ["SS", SS]] as const;

export function ProcessPanel({ program, state, before }: Props): ReactNode {
  const { level, stack, pstate, nzcv, pc } = state;
  const mark = (isChanged: boolean): string | undefined => (isChanged ? "changed" : undefined);
  return (
    <section className="process-panel" aria-label="The processor">
      <dl className="process-rows">
        <Row name="PC" isChanged={false}><code>0x{pc.toString(16)}</code> <span>{placeText(pc, program)}</span></Row>
        <Row name="level" isChanged={level !== before.level}><b className={`process-level role-el${level}`}>EL{level}</b></Row>
        {([0, 1] as const).map((each) => {
          const name = `SP_EL${each}` as const;
          return <Row key={name} name={name} isChanged={state[name] !== before[name] || (stack === each) !== (before.stack === each)}><code>0x{state[name].toString(16)}</code> <span>{stack === each ? "is SP" : ""}</span></Row>;
        })}
      </dl>
      <div className="process-bits">
        <BitBoxes label="Masks" bits={masks} value={pstate} before={before.pstate} />
        <BitBoxes label="PAN, IL and SS" bits={others} value={pstate} before={before.pstate} />
        <FlagBoxes nzcv={nzcv} before={before.nzcv} />
      </div>
      <p className="process-head label">what the last exception left</p>
      <dl className="process-rows">
        <Row name="ELR_EL1" isChanged={state.ELR_EL1 !== before.ELR_EL1}><code>0x{state.ELR_EL1.toString(16)}</code> <span>{state.ELR_EL1 === 0n ? "" : placeText(state.ELR_EL1, program)}</span></Row>
        <Row name="SPSR_EL1" isChanged={state.SPSR_EL1 !== before.SPSR_EL1}><code>0x{state.SPSR_EL1.toString(16)}</code> <span>{savedText(state.SPSR_EL1)}</span></Row>
        <Row name="ESR_EL1" isChanged={state.ESR_EL1 !== before.ESR_EL1}><code>0x{state.ESR_EL1.toString(16)}</code> <span>{state.ESR_EL1 === 0n ? "" : syndromeText(state.ESR_EL1)}</span></Row>
        <Row name="FAR_EL1" isChanged={state.FAR_EL1 !== before.FAR_EL1}><code>0x{state.FAR_EL1.toString(16)}</code></Row>
      </dl>
      <p className="process-head label">general registers</p>
      <dl className="process-general">
        {namedRegisters(program, state).map(([name, value]) => (
          <div key={name} className={mark(value !== before.x[Number(name.slice(1))])}><dt>{name}</dt><dd><code>0x{value.toString(16)}</code></dd></div>
        ))}
      </dl>
    </section>
  );
}

function Row({ name, isChanged, children }: { readonly name: string; readonly isChanged: boolean; readonly children: ReactNode }): ReactNode {
  return <div className={isChanged ? "changed" : undefined}><dt>{name}</dt><dd>{children}</dd></div>;
}

interface BitProps {
  readonly label: string;
  readonly bits: readonly (readonly [name: string, mask: number])[];
  readonly value: number;
  readonly before: number;
}

function BitBoxes({ label, bits, value, before }: BitProps): ReactNode {
  return (
    <span className="flag-boxes role-opcode" role="group" aria-label={label}>
      {bits.map(([name, mask]) => {
        const isSet = (value & mask) !== 0;
        return <span key={name} className={["flag", ...(isSet ? ["set"] : []), ...(((value ^ before) & mask) !== 0 ? ["changed"] : [])].join(" ")}><span className="flag-name">{name}</span><span className="flag-value">{isSet ? 1 : 0}</span></span>;
      })}
    </span>
  );
}
