/**
 * `<BitField word="0x92008c41" />`: an instruction, taken apart.
 * `<BitField asm="add x0, x1, #1" explain />`: the same, with a line on what each field decides.
 * `<BitField width={64} value="0x5555555555555555" repeat />`: a plain word; `repeat` makes every box a
 * handle of all its copies, and says which logical immediate the word is.
 * `<BitField width={32} value="0x60000000" fields={[{ name: "NZCV", hi: 31, lo: 28, role: "condition" }]} />`:
 * a word with fields of its own: a system register, a descriptor, an address.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "./bit-field.css";
import { bug } from "../../../base/bug";
import type { NamedField } from "./named-field";

export interface BitFieldProps {
  /** The anchor of the figure and its name in the page's address. */
  readonly id?: string;
  /** One line, in place of the usual one, on what to try. */
  readonly try?: string;
  readonly word?: string;
  readonly asm?: string;
  readonly explain?: boolean;
  readonly width?: 16 | 32 | 64;
  readonly value?: string;
  readonly repeat?: boolean;
  readonly fields?: readonly NamedField[];
}

// The decoder and its tables come only with a figure that shows an instruction. A page made by the build
// already holds the figure as it starts.
const InstructionFigure = lazy(async () => ({ default: (await import("./instruction-figure")).InstructionFigure }));
const PlainFigure = lazy(async () => ({ default: (await import("./plain-figure")).PlainFigure }));

export function BitField(props: BitFieldProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide bit-field" />}>{figureOf(props)}</Suspense>;
}

function figureOf({ word, asm, value, ...rest }: BitFieldProps): ReactNode {
  const shared = { tryThis: rest.try };
  if (word !== undefined || asm !== undefined) {
    const id = rest.id ?? `word-${(word ?? asm ?? "").toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
    return <InstructionFigure {...shared} id={id} start={word ?? asm ?? ""} explain={rest.explain === true} />;
  }
  if (value === undefined) return bug("<BitField> needs word=, asm= or value=");
  const width = rest.width ?? 32;
  const id = rest.id ?? `word-${value.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  return <PlainFigure {...shared} id={id} width={width} start={value} repeat={rest.repeat === true} fields={rest.fields ?? []} />;
}
