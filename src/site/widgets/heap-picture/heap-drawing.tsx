/**
 * The stack on the left, the pages of the heap on the right, and a line for each reference. A marked object has a tick and
 * the paper of a marker; a free cell is dotted; an object is as wide as its share of the page.
 */
import type { ReactNode } from "react";
import type { SceneLink } from "./heap-scene";
import type { CellView, HeapStep, PageView } from "./heap-step";

interface Props {
  readonly step: HeapStep;
  readonly links: readonly SceneLink[];
  readonly words: readonly bigint[];
  /** The first page's address. */
  readonly begin: bigint;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface ArrowProps {
  readonly from: Point;
  readonly to: Point;
  readonly isNow: boolean;
}

/** The picture's units. */
const wide = 640;
const pagesAt = 184;
const pageWide = wide - pagesAt - 4;
const pageHigh = 38;
const pitch = 60;
/** Above the first page, whose objects refer to each other; and above the others. */
const sky = 46;
const head = 22;
const wordWide = 124;
const wordHigh = 30;
const wordPitch = 46;
const PAGE_BYTES = 4096;

export function HeapDrawing({ step, links, words, begin }: Props): ReactNode {
  const places = placesOf(step.pages);
  const high = sky + step.pages.length * pitch + 4;
  const roots = words.flatMap((word, i) => {
    const to = rootOf(Number(word - begin), step.pages, places);
    return to === undefined ? [] : [{ from: { x: 4 + wordWide, y: wordTop(i) + wordHigh / 2 }, to, isNow: step.word === i, key: `word ${i}` }];
  });
  const references = links.flatMap(({ from, to }) => {
    const [tail, tip] = [places.get(from), places.get(to)];
    return tail === undefined || tip === undefined ? [] : [{ from: tail, to: tip, isNow: step.looking === from && step.to === to, key: `${from} ${to}` }];
  });
  return (
    <svg className="heap-drawing" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={describe(step)}>
      <text className="heap-label" x="4" y={wordTop(0) - 6}>the stack</text>
      {words.map((word, i) => (
        <g key={i} className={step.word === i ? "heap-word now" : "heap-word"}>
          <rect x="4" y={wordTop(i)} width={wordWide} height={wordHigh} />
          <text x={4 + wordWide / 2} y={wordTop(i) + 20}>{word < 0x1000n ? `${word}` : `0x${word.toString(16)}`}</text>
        </g>
      ))}
      {step.pages.map((page, i) => <Page key={i} page={page} top={pageTop(i)} looking={step.looking} />)}
      {roots.map(({ key, ...rest }) => <RootArrow key={key} {...rest} />)}
      {references.map(({ key, ...rest }) => <ReferenceArrow key={key} {...rest} />)}
    </svg>
  );
}

function Page({ page, top, looking }: { readonly page: PageView; readonly top: number; readonly looking: string | undefined }): ReactNode {
  return (
    <g className={`heap-page ${page.kind}`}>
      <text className="heap-label heap-page-label" x={pagesAt + pageWide} y={top - 6}>{pageText(page)}</text>
      <rect className="heap-outline" x={pagesAt} y={top} width={pageWide} height={pageHigh} />
      {page.kind === "cells" && page.cells.map((cell, i) => <Cell key={i} cell={cell} x={pagesAt + i * cellWide(page.size)} y={top} width={cellWide(page.size)} looking={looking} />)}
      {page.kind === "large" && <Cell cell={page.cell} x={pagesAt} y={top} width={pageWide} looking={looking} />}
    </g>
  );
}

function Cell({ cell, x, y, width, looking }: { readonly cell: CellView; readonly x: number; readonly y: number; readonly width: number; readonly looking: string | undefined }): ReactNode {
  const box = <rect x={x + 1.5} y={y + 3} width={width - 3} height={pageHigh - 6} />;
  if (cell.kind === "free") return <g className="heap-cell free">{box}</g>;
  const look = ["heap-cell", cell.isMarked ? "marked" : "", cell.name === looking ? "now" : ""].join(" ");
  return (
    <g className={look}>
      {box}
      <text x={x + width / 2} y={y + 25}>{cell.name}</text>
      {cell.isMarked && <path className="heap-tick" d={`M${x + width - 13} ${y + 11}l3 4 5 -8`} />}
    </g>
  );
}

/** From a word's end to an object's upper or lower edge, whichever it comes from. */
function RootArrow({ from, to, isNow }: ArrowProps): ReactNode {
  const isBelow = from.y > to.y + pitch / 2;
  const edge = to.y + (isBelow ? 1 : -1) * (pageHigh / 2 - 2);
  const reach = isBelow ? 34 : -34;
  return <Line look={lookOf(isNow)} path={`M${from.x} ${from.y}C${from.x + 34} ${from.y} ${to.x} ${edge + reach} ${to.x} ${edge}`} tip={{ x: to.x, y: edge }} isUp={isBelow} />;
}

/** Within a page, over the cells; to another page, from below. Two that refer to each other have two lines. */
function ReferenceArrow({ from, to, isNow }: ArrowProps): ReactNode {
  const half = pageHigh / 2 - 2;
  const tip = { x: to.x - Math.sign(to.x - from.x) * 5, y: to.y - half };
  if (from.y !== to.y) return <Line look={lookOf(isNow)} path={`M${from.x} ${from.y + half}C${from.x} ${from.y + half + 16} ${tip.x} ${tip.y - 16} ${tip.x} ${tip.y}`} tip={tip} isUp={false} />;
  const high = tip.y - 12 - Math.abs(to.x - from.x) * (to.x > from.x ? 0.22 : 0.34);
  const begin = from.x + Math.sign(to.x - from.x) * 5;
  return <Line look={lookOf(isNow)} path={`M${begin} ${tip.y}C${begin} ${high} ${tip.x} ${high} ${tip.x} ${tip.y}`} tip={tip} isUp={false} />;
}

function Line({ look, path, tip: { x, y }, isUp }: { readonly look: string; readonly path: string; readonly tip: Point; readonly isUp: boolean }): ReactNode {
  const back = isUp ? 7 : -7;
  return <g className={look}><path d={path} /><path d={`M${x - 4} ${y + back}L${x} ${y}L${x + 4} ${y + back}`} /></g>;
}

const lookOf = (isNow: boolean): string => (isNow ? "heap-arrow now" : "heap-arrow");

const wordTop = (i: number): number => sky + head + i * wordPitch;
const pageTop = (i: number): number => sky + head + i * pitch;
const cellWide = (size: number): number => (pageWide * size) / PAGE_BYTES;

function pageText(page: PageView): string {
  if (page.kind === "free") return "a free page";
  if (page.kind === "cells") return `${page.cells.length} cells of ${page.size} bytes`;
  return page.isFirst ? "pages of one large object" : "as the page before";
}

/** The middle of each object. */
function placesOf(pages: readonly PageView[]): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  pages.forEach((page, i) => {
    const y = pageTop(i) + pageHigh / 2;
    const put = (cell: CellView, x: number): void => {
      if (cell.kind === "object" && !places.has(cell.name)) places.set(cell.name, { x, y });
    };
    if (page.kind === "cells") page.cells.forEach((cell, n) => put(cell, pagesAt + (n + 0.5) * cellWide(page.size)));
    if (page.kind === "large" && page.isFirst) put(page.cell, pagesAt + pageWide / 2);
  });
  return places;
}

/** Where a word of the stack points to: an object, or the byte of it. */
function rootOf(offset: number, pages: readonly PageView[], places: ReadonlyMap<string, Point>): Point | undefined {
  const page = pages[Math.floor(offset / PAGE_BYTES)];
  if (offset < 0 || page === undefined || page.kind === "free") return undefined;
  const within = offset % PAGE_BYTES;
  const cell = page.kind === "cells" ? page.cells[Math.floor(within / page.size)] : page.cell;
  if (cell?.kind !== "object") return undefined;
  const isFirstByte = page.kind === "cells" && within % page.size === 0;
  const y = pageTop(Math.floor(offset / PAGE_BYTES)) + pageHigh / 2;
  return isFirstByte ? places.get(cell.name) : { x: pagesAt + (pageWide * within) / PAGE_BYTES, y };
}

function describe({ pages, phase }: HeapStep): string {
  const cells = pages.flatMap((page) => (page.kind === "cells" ? page.cells : page.kind === "large" && page.isFirst ? [page.cell] : []));
  const named = (isMarked: boolean): string => cells.flatMap((cell) => (cell.kind === "object" && cell.isMarked === isMarked ? [cell.name] : [])).join(", ") || "none";
  return `The heap${phase === "end" ? " behind the collection" : ""}: marked ${named(true)}; without a mark ${named(false)}; free pages ${pages.filter(({ kind }) => kind === "free").length}`;
}
