/** Objects below each other, a word as wide as the next, with offsets above and names below; a reference is an arrow to the byte it points to. */
import type { ReactNode } from "react";
import type { Cell, ObjectScene, ObjectView } from "./object-scenes";

/** The picture's units. */
const wide = 640;
const begin = 4;
const wordWide = 116;
const cellHigh = 34;
const firstAt = 40;
const pitch = 118;
const WORD = 8;

export function ObjectDrawing({ scene: { objects, source } }: { readonly scene: ObjectScene }): ReactNode {
  const high = firstAt + (objects.length - 1) * pitch + cellHigh + 24;
  const arrows = objects.flatMap(({ cells }, i) => cells.flatMap((cell) => (cell.to === undefined ? [] : [{ cell, from: i, to: cell.to }])));
  return (
    <svg className="object-drawing" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`${source}: ${objects.map(describe).join("; ")}`}>
      {arrows.map(({ cell, from, to }) => <Arrow key={`${from} ${cell.offset}`} cell={cell} from={from} to={to} />)}
      {objects.map((object, i) => <OneObject key={object.title} object={object} y={topOf(i)} />)}
    </svg>
  );
}

function OneObject({ object: { title, cells }, y }: { readonly object: ObjectView; readonly y: number }): ReactNode {
  return (
    <g>
      <text className="object-title" x={begin} y={y - 20}>{title}</text>
      {cells.map((cell) => <Box key={cell.offset} cell={cell} y={y} />)}
    </g>
  );
}

function Box({ cell, y }: { readonly cell: Cell; readonly y: number }): ReactNode {
  const { offset, bytes, text, name } = cell;
  const x = xOf(offset);
  const width = (wordWide * bytes) / WORD;
  return (
    <g className={offset < WORD ? "object-cell header" : "object-cell"}>
      <rect x={x} y={y} width={width} height={cellHigh} />
      {offset % WORD === 0 && <text className="object-offset" x={x + 2} y={y - 5}>+{offset}</text>}
      {cell.to !== undefined && <circle className="object-dot" cx={x + width / 2} cy={y + cellHigh / 2} r="3.5" />}
      <text className="object-text" x={x + width / 2} y={y + 22}>{text}</text>
      {name !== undefined && <text className="object-name" x={x + width / 2} y={y + cellHigh + 15}>{name}</text>}
    </g>
  );
}

/** From below the word, down to the byte that it points to. */
function Arrow({ cell, from, to }: { readonly cell: Cell; readonly from: number; readonly to: NonNullable<Cell["to"]> }): ReactNode {
  const x = xOf(cell.offset) + wordWide / 2;
  const y = topOf(from) + cellHigh;
  const tip = { x: xOf(to.offset) + (to.offset === 0 ? 34 : wordWide / WORD / 2), y: topOf(to.object) };
  const bend = Math.min(60, (tip.y - y) / 2);
  return (
    <g className="object-arrow">
      <path d={`M${x} ${y}C${x} ${y + bend + 20} ${tip.x} ${tip.y - bend - 20} ${tip.x} ${tip.y}`} />
      <path d={`M${tip.x - 4} ${tip.y - 8}L${tip.x} ${tip.y}L${tip.x + 4} ${tip.y - 8}`} />
    </g>
  );
}

const topOf = (object: number): number => firstAt + object * pitch;
const xOf = (offset: number): number => begin + (wordWide * offset) / WORD;

function describe({ title, cells }: ObjectView): string {
  const named = cells.filter(({ name }) => name !== undefined).map(({ offset, name, text, to }) => `${name} at ${offset} ${to === undefined ? `is ${text}` : `points to object ${to.object + 1} at ${to.offset}`}`);
  return `${title}: ${named.join(", ")}`;
}
