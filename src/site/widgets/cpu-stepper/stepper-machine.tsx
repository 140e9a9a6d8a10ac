/** The machine with its program: the listing, the controls, the registers, the memory. */
import { useMemo, type ReactNode } from "react";
import { type Register, registerNamed } from "../../../machine/cpu/stepping/registers";
import type { Bench } from "../machine/bench";
import { FlagBoxes } from "../machine/flag-boxes";
import { MemoryBytes } from "../machine/memory-bytes";
import { withCommas } from "../machine/numbers";
import { type ProgramFault, wordSays } from "../machine/program";
import { ProgramEditor } from "../machine/program-editor";
import { offsetText, ProgramListing } from "../machine/program-listing";
import type { LineNote } from "../machine/program-notes";
import { RegisterList } from "../machine/register-list";
import { moveText, stopText } from "../machine/stop-text";
import { TimeRail } from "../machine/time-rail";
import { type BenchControl, useBench } from "../machine/use-bench";
import { useSettled } from "../word/settled";

interface Props {
  readonly bench: Bench;
  readonly text: string;
  readonly fault: ProgramFault | undefined;
  /** Whether there is script: the program can be changed. */
  readonly isLive: boolean;
  readonly onType: (text: string) => void;
  readonly onReset: () => void;
}

const nzcvRegister = registerNamed("nzcv")!;

export function StepperMachine({ bench, text, fault, isLive, onType, onReset }: Props): ReactNode {
  const control = useBench(bench);
  const said = useSettled(fault === undefined ? `${stopText(bench)} ${moveText(bench)}` : `Line ${fault.line}: ${fault.what}`);
  const breaks = [...bench.breakpoints].join(" ");
  const { pc } = bench;
  const notes = useMemo(() => notesOf(bench, text, fault), [bench, text, fault, pc, breaks]);
  const breakAt = (line: number): void => {
    const { address, says } = bench.program.lines[line] ?? {};
    if (address !== undefined && says !== undefined) control.change(() => bench.toggleBreakpoint(address));
  };
  const setRegister = (register: Register, value: bigint): void => control.change(() => bench.setRegister(register, value));
  const nzcvBefore = bench.valueBefore(nzcvRegister);

  return (
    <>
      {isLive
        ? <ProgramEditor label="The program" text={text} notes={notes} onChange={onType} onBreak={breakAt} />
        : <ProgramListing program={bench.program} pc={pc} />}
      <div className="figure-controls stepper-controls">
        <Controls bench={bench} control={control} isStale={fault !== undefined} />
        <button type="button" className="button button-small" onClick={() => { control.halt(); onReset(); }}>Reset</button>
        <TimeRail earliest={bench.earliest} time={bench.time} furthest={bench.furthest} onGo={(time) => control.change(() => bench.goTo(time))} />
      </div>
      <p className="stepper-state" aria-hidden="true">{stateText(bench, control, fault)}</p>
      <NextInstruction bench={bench} />
      <div className={fault === undefined ? "stepper-inside" : "stepper-inside stale"}>
        <div>
          <RegisterList bench={bench} onChange={setRegister} />
          <p className="stepper-flags">
            <FlagBoxes
              nzcv={Number(bench.valueOf(nzcvRegister))} before={nzcvBefore === undefined ? undefined : Number(nzcvBefore)}
              onChange={(nzcv) => setRegister(nzcvRegister, BigInt(nzcv))}
            />
          </p>
        </div>
        <MemoryBytes bench={bench} />
      </div>
      <p className="visually-hidden" role="status">{said}</p>
    </>
  );
}

function Controls({ bench, control: { running, step, run, halt }, isStale }: { readonly bench: Bench; readonly control: BenchControl; readonly isStale: boolean }): ReactNode {
  if (running !== undefined) return <button type="button" className="button button-small button-strong" onClick={halt}>Stop</button>;
  const atStart = bench.time <= bench.earliest;
  return (
    <>
      <button type="button" className="button button-small" disabled={isStale || atStart} onClick={() => run("back")}>Run back</button>
      <button type="button" className="button button-small" disabled={isStale || atStart} onClick={() => step("back")}>Back</button>
      <button type="button" className="button button-small button-strong" disabled={isStale || bench.hasEnded} onClick={() => step("forward")}>Step</button>
      <button type="button" className="button button-small" disabled={isStale || bench.hasEnded} onClick={() => run("forward")}>Run</button>
    </>
  );
}

/** Said in words, too: what is about to happen, which the listing may have out of sight. */
function NextInstruction({ bench }: { readonly bench: Bench }): ReactNode {
  const { pc, program } = bench;
  const word = bench.wordAt(pc);
  return (
    <p className="stepper-next">
      <span className="label">next, at {offsetText(pc)}</span> {word === undefined ? "There is no memory here." : wordSays(word, pc, program.symbols)}
    </p>
  );
}

function stateText(bench: Bench, { running }: BenchControl, fault: ProgramFault | undefined): string {
  if (fault !== undefined) return `Line ${fault.line} has a mistake; the machine below still has the program before it.`;
  if (running !== undefined) return `${running.direction === "forward" ? "Running" : "Running back"}: ${withCommas(bench.time)} instructions, ${(running.speed / 1e6).toFixed(1)} million a second.`;
  return stopText(bench) || moveText(bench);
}

function notesOf({ program, pc, breakpoints }: Bench, text: string, fault: ProgramFault | undefined): readonly LineNote[] {
  if (fault !== undefined) return text.split("\n").map((_, i) => (i === fault.line - 1 ? { fault: fault.what } : {}));
  return program.lines.map(({ address, says }): LineNote => (address === undefined ? {} : {
    address: offsetText(address), says,
    isNext: says !== undefined && address === pc,
    hasBreakpoint: breakpoints.has(address),
  }));
}
