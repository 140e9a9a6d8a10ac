/** The program, the machine that runs it, and which program it is. */
import { useEffect, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { Bench } from "../machine/bench";
import { assembleProgram, isFault, type Program, type ProgramFault } from "../machine/program";
import { type NamedProgram, programs } from "../machine/programs";
import { StepperMachine } from "./stepper-machine";

interface State {
  readonly named: NamedProgram;
  readonly text: string;
  /** Of the last text that could be assembled. */
  readonly bench: Bench;
  readonly fault: ProgramFault | undefined;
}

export function StepperFigure({ start }: { readonly start: string }): ReactNode {
  const [state, setState] = useState(() => stateOf(programCalled(start)));
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const { named, text, bench, fault } = state;

  const type = (typed: string): void => {
    if (typed === text) return;
    const program = assembleProgram(typed);
    setState(isFault(program) ? { ...state, text: typed, fault: program } : { named, text: typed, bench: new Bench(program), fault: undefined });
  };

  return (
    <figure className="figure figure-wide cpu-stepper">
      <figcaption className="figure-try">
        Step, and step back. Change the program, or the value of a register; press beside a line to have a run stop there.
      </figcaption>
      <div className="stepper-programs" role="group" aria-label="Programs">
        {programs.map((each) => (
          <button key={each.name} type="button" className="button button-small" aria-pressed={each === named} onClick={() => setState(stateOf(each))}>{each.title}</button>
        ))}
      </div>
      <StepperMachine bench={bench} text={text} fault={fault} isLive={isLive} onType={type} onReset={() => setState(stateOf(named))} />
    </figure>
  );
}

function programCalled(name: string): NamedProgram {
  return programs.find((program) => program.name === name) ?? bug(`<CpuStepper>: there is no program "${name}"`);
}

function stateOf(named: NamedProgram): State {
  const program = assembled(named);
  const bench = new Bench(program);
  bench.advance("forward", named.startsAt - 1);
  bench.beginMove();
  bench.advance("forward", 1);
  return { named, text: named.source, bench, fault: undefined };
}

function assembled({ name, source }: NamedProgram): Program {
  const program = assembleProgram(source);
  return isFault(program) ? bug(`${name}, line ${program.line}: ${program.what}`) : program;
}
