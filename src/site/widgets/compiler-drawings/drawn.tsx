/** A drawing as SVG. Its words are text, so that they can be found, read aloud and printed. */
import { useId, type ReactNode } from "react";
import type { Arrow, Box, Drawing, Word } from "./drawing";

const lineHigh = 19;

export function Drawn({ drawing: { wide, high, boxes, arrows, words, says } }: { readonly drawing: Drawing }): ReactNode {
  const point = useId();
  return (
    <div className="drawn-scroll" tabIndex={0} role="region" aria-label={`Drawing: ${says.split(/[.:]/)[0]!}`}>
      <svg className="drawn" viewBox={`0 0 ${wide} ${high}`} style={{ minWidth: `${wide / 21}rem`, maxWidth: `${wide / 15}rem` }} role="img" aria-label={says}>
        <defs>
          <marker id={point} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path className="drawn-point" d="M0 0.5L7.5 4L0 7.5Z" /></marker>
        </defs>
        {boxes.map((box, i) => <BoxDrawn key={i} box={box} />)}
        {arrows.map((arrow, i) => <ArrowDrawn key={i} arrow={arrow} point={point} />)}
        {words.map((word, i) => <WordDrawn key={i} word={word} />)}
      </svg>
    </div>
  );
}

export function BoxDrawn({ box: { x, y, wide, high, lines, head, look } }: { readonly box: Box }): ReactNode {
  const first = y + (high - lines.length * lineHigh) / 2 + 14;
  return (
    <g className={`drawn-box ${look ?? ""}`}>
      {head !== undefined && <text className="drawn-head" x={x} y={y - 6}>{head}</text>}
      <rect x={x} y={y} width={wide} height={high} rx="3" />
      {lines.map((line, i) => <text key={i} x={x + 8} y={first + i * lineHigh}>{line}</text>)}
    </g>
  );
}

export function ArrowDrawn({ arrow: { through, look }, point }: { readonly arrow: Arrow; readonly point: string }): ReactNode {
  const path = through.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
  return <path className={`drawn-arrow ${look ?? ""}`} d={path} {...(look === "plain" ? {} : { markerEnd: `url(#${point})` })} />;
}

function WordDrawn({ word: { x, y, text, anchor = "start", look } }: { readonly word: Word }): ReactNode {
  return <text className={`drawn-word ${look ?? ""}`} x={x} y={y} textAnchor={anchor}>{text}</text>;
}
