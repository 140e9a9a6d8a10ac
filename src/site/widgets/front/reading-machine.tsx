/**
 * The machine as far as chapter 1 builds it: it reads a program word by word, and shows what it reads. The
 * visitor may stop it, step it, and change any bit of the memory it reads.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { FieldTable } from "../bit-field/field-table";
import { InstructionText } from "../bit-field/instruction-text";
import { plainText, read } from "../bit-field/reading";
import { WordBoxes } from "../word/word-boxes";
import { hexOf } from "../word/word-layout";
import { checksumProgram } from "./checksum-program";
import { ReadingSpeed } from "./reading-speed";

const wordMs = 1400;
const bytesAWord = 4;
/** The word that a page without script shows: the one whose fields are the most telling. */
const stillAt = 4;

type State = { readonly running: true } | { readonly running: false; readonly why: string };

export function ReadingMachine(): ReactNode {
  const decoder = standardDecoder();
  const [memory, setMemory] = useState(() => checksumProgram.map(({ word }) => word));
  const [at, setAt] = useState(stillAt);
  const [state, setState] = useState<State>({ running: false, why: "" });
  const [lit, light] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const point = (names: readonly string[]): void => light(new Set(names));

  useEffect(() => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    setState(still ? { running: false, why: "Your system asks for less motion; step it yourself." } : { running: true });
  }, []);
  useEffect(() => {
    if (!state.running) return undefined;
    const timer = setTimeout(() => setAt((at + 1) % memory.length), wordMs);
    return () => clearTimeout(timer);
  }, [state, at, memory]);
  useEffect(() => keepInView(list.current, at), [at]);

  const word = memory[at] ?? 0;
  const reading = read(decoder, word, { pc: BigInt(at * bytesAWord) });
  const changed = memory.some((value, index) => value !== checksumProgram[index]?.word);
  const change = (value: bigint): void => {
    setMemory(memory.map((old, index) => (index === at ? Number(value) : old)));
    setState({ running: false, why: `Stopped at ${address(at)}: you changed it.` });
  };
  const show = (index: number): void => {
    setAt(index);
    setState({ running: false, why: `Stopped at ${address(index)}: you asked for it.` });
  };

  return (
    <section className="machine" aria-label="A decoder, reading">
      <ol className="machine-memory" ref={list} tabIndex={0} aria-label="The program in memory">
        {memory.map((value, index) => {
          const text = plainText(read(decoder, value, { pc: BigInt(index * bytesAWord) }).text);
          const entry = checksumProgram[index];
          const look = ["machine-line", index === at ? "here" : "", value !== entry?.word ? "changed" : ""].join(" ");
          return (
            <li key={index}>
              <button type="button" className={look} aria-current={index === at ? "true" : undefined} tabIndex={-1} onClick={() => show(index)}>
                <span className="machine-label">{entry?.label}</span>
                <span className="machine-address">{address(index)}</span>
                <span className="machine-word">{value.toString(16).padStart(8, "0")}</span>
                <span className="machine-text">{text || "undefined"}</span>
                <span className="machine-remark">{entry?.remark}</span>
              </button>
            </li>
          );
        })}
      </ol>
      <div className="machine-head">
        <p className="machine-now">
          <code className="bit-field-hex">{hexOf(BigInt(word), 32)}</code>
          <InstructionText reading={reading} lit={lit} onPoint={point} />
        </p>
        <WordBoxes width={32} value={BigInt(word)} fields={reading.fields} label={`The word at ${address(at)}, 32 bits`} lit={lit} onPoint={point} onChange={change} />
        <p className="machine-row">
          {reading.row ? <>{reading.row.name} <span className="label">{reading.row.class}</span></> : "No row of the tables matches. A processor would take an Undefined Instruction exception here."}
        </p>
        <div className="machine-fields"><FieldTable reading={reading} lit={lit} onPoint={point} /></div>
        <div className="figure-controls">
          <button type="button" className="button button-small" onClick={() => setState(state.running ? { running: false, why: `Stopped at ${address(at)}.` } : { running: true })}>
            {state.running ? "Stop" : "Run"}
          </button>
          <button type="button" className="button button-small" onClick={() => show((at + 1) % memory.length)}>Step</button>
          <button type="button" className="button button-small" disabled={!changed} onClick={() => setMemory(checksumProgram.map((entry) => entry.word))}>Put the program back</button>
        </div>
        <p className="machine-state label" role="status">{state.running ? "" : state.why}</p>
        <ReadingSpeed />
      </div>
    </section>
  );
}

function address(index: number): string {
  return (index * bytesAWord).toString(16).padStart(2, "0");
}

/** Scrolls the list, never the page. */
function keepInView(list: HTMLOListElement | null, at: number): void {
  const line = list?.children[at];
  if (!list || !(line instanceof HTMLElement)) return;
  const top = line.offsetTop - list.offsetTop;
  const room = list.clientHeight - line.offsetHeight;
  list.scrollTop = Math.max(0, top - room / 2);
}
