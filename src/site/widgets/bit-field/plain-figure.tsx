/** A word that is no instruction: a mask, an address, a register, with fields of its own or none. */
import { useRef, useState, type ReactNode } from "react";
import { bug } from "../../../base/bug";
import { encodeLogicalImmediate } from "../../../machine/decoder/logical-immediate";
import { CopyLink } from "../word/copy-link";
import { useLitFields } from "../word/lit-field";
import { addressOf, parseHex, useSharedValue } from "../word/shared-value";
import { WordBoxes } from "../word/word-boxes";
import { hexOf, type WordField } from "../word/word-layout";
import type { NamedField } from "./named-field";
import { cellSizes, repeatedFrom, smallestCell } from "./repetition";

interface Props {
  readonly id: string;
  readonly width: 16 | 32 | 64;
  readonly start: string;
  readonly repeat: boolean;
  readonly fields: readonly NamedField[];
  readonly tryThis: string | undefined;
}

export function PlainFigure({ id, width, start, repeat, fields, tryThis }: Props): ReactNode {
  const figure = useRef<HTMLElement>(null);
  const initial = parseHex(start, width) ?? bug(`<BitField>: ${start} is no number of ${width} bits`);
  const [value, setValue] = useSharedValue(id, initial, width);
  const [lit, light] = useLitFields(figure);
  const [cell, setCell] = useState(() => (repeat ? smallestCell(initial, width) : width));
  const named: readonly WordField[] = fields.map(({ name, hi, lo, role = "opcode", note }) => ({ name, shift: lo, width: hi - lo + 1, role, ...(note === undefined ? {} : { note }) }));
  const shown = repeat ? cellFields(width, cell) : named;
  const usual = repeat
    ? "Click or drag over the boxes. Every copy of the cell follows; choose how wide a cell is."
    : "Click a box to flip its bit.";

  const change = (next: bigint): void => setValue(cell === width ? next : repeatedFrom(value, next, width, cell));
  const choose = (size: number): void => {
    setCell(size);
    setValue(repeatedFrom(0n, value & ((1n << BigInt(size)) - 1n), width, size));
  };

  return (
    <figure ref={figure} id={id} className="figure figure-wide bit-field" data-fields={named.map(({ name }) => name).join(" ")}>
      <figcaption className="figure-try">{tryThis ?? usual}</figcaption>
      <p className="bit-field-head"><code className="bit-field-hex">{hexOf(value, width)}</code></p>
      <WordBoxes width={width} value={value} fields={shown} label={`The word ${hexOf(value, width)}, ${width} bits`} lit={lit} onPoint={light} onChange={change} />
      {repeat && width !== 16 && <MaskVerdict value={value} width={width} />}
      <div className="figure-controls">
        {repeat && (
          <span role="group" aria-label="Bits in a cell" className="cell-sizes">
            <span className="label">cell of</span>
            {cellSizes.filter((size) => size <= width).map((size) => (
              <button key={size} type="button" className="button button-small" aria-pressed={size === cell} onClick={() => choose(size)}>{size}</button>
            ))}
          </span>
        )}
        <button type="button" className="button button-small" disabled={value === initial} onClick={() => { setValue(initial); setCell(repeat ? smallestCell(initial, width) : width); }}>Reset</button>
        <CopyLink figureId={id} address={() => addressOf(id, value, initial)} />
      </div>
      <p className="visually-hidden" aria-live="polite">{hexOf(value, width)}</p>
    </figure>
  );
}

/** The first cell is the pattern, the others its copies; alternate cells are told apart by their tint. */
function cellFields(width: number, cell: number): readonly WordField[] {
  return Array.from({ length: width / cell }, (_, i) => ({
    name: i === 0 ? "cell" : `copy ${i}`, label: i === 0 ? "cell" : "", note: "", shift: i * cell, width: cell,
    role: i % 2 === 0 ? "immediate" : "fixed",
  }));
}

function MaskVerdict({ value, width }: { readonly value: bigint; readonly width: 32 | 64 }): ReactNode {
  const encoded = encodeLogicalImmediate(value, width);
  if (!encoded) return <p className="row-verdict">No logical immediate: not one run of ones, rotated and repeated.</p>;
  const { N, immr, imms } = encoded;
  const six = (field: number): string => field.toString(2).padStart(6, "0");
  return (
    <p className="row-verdict mask-fields role-immediate">
      A logical immediate: <code>N {N}</code> <code>immr {six(immr)}</code> <code>imms {six(imms)}</code>
    </p>
  );
}
