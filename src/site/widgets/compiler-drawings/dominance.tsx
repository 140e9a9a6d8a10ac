/** `<Dominance />`: take a block out of a flow graph, and see which others cannot be reached; beside it, the dominator tree. */
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import type { Arrow } from "./drawing";
import { ArrowDrawn, BoxDrawn } from "./drawn";
import { FLOW, lostWithout } from "./flow";
import "./compiler-drawings.css";

interface Spot {
  readonly x: number;
  readonly y: number;
}

const wide = 108;
const high = 30;
const narrow = 48;
const NAMES = ["b1 entry", "b2 i < n ?", "b3 if", "b4 then", "b5 else", "b6 i++", "b7 return"];
const IN_FLOW: readonly Spot[] = [{ x: 86, y: 24 }, { x: 86, y: 84 }, { x: 86, y: 144 }, { x: 20, y: 204 }, { x: 152, y: 204 }, { x: 86, y: 264 }, { x: 230, y: 84 }];
const IN_TREE: readonly Spot[] = [{ x: 500, y: 24 }, { x: 500, y: 84 }, { x: 458, y: 144 }, { x: 388, y: 204 }, { x: 458, y: 204 }, { x: 528, y: 204 }, { x: 560, y: 144 }];
const WAYS: readonly (Arrow & { readonly from: number; readonly to: number })[] = [
  { from: 0, to: 1, through: [[140, 54], [140, 82]] },
  { from: 1, to: 2, through: [[140, 114], [140, 142]] },
  { from: 1, to: 6, through: [[194, 99], [228, 99]] },
  { from: 2, to: 3, through: [[120, 174], [80, 202]] },
  { from: 2, to: 4, through: [[160, 174], [200, 202]] },
  { from: 3, to: 5, through: [[80, 234], [120, 262]] },
  { from: 4, to: 5, through: [[200, 234], [160, 262]] },
  { from: 5, to: 1, through: [[86, 279], [6, 279], [6, 99], [84, 99]] },
];
const BRANCHES: readonly Arrow[] = [
  { through: [[524, 54], [524, 84]], look: "plain" },
  { through: [[516, 114], [486, 144]], look: "plain" },
  { through: [[532, 114], [580, 144]], look: "plain" },
  { through: [[472, 174], [416, 204]], look: "plain" },
  { through: [[482, 174], [482, 204]], look: "plain" },
  { through: [[492, 174], [548, 204]], look: "plain" },
];

export function Dominance(): ReactNode {
  const [gone, setGone] = useState(2);
  const point = useId();
  const lost = lostWithout(FLOW, gone);
  const look = (block: number): string => (block === gone ? "gone" : lost.has(block) ? "lost" : "");
  const says = `Without ${nameOf(gone)}, ${lost.size === 0 ? "every other block is still reached: it dominates none of them" : `no way leads to ${[...lost].sort().map(nameOf).join(", ")}: it dominates ${lost.size === 1 ? "that one" : "those"}`}.`;
  const press = (event: KeyboardEvent, block: number): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    setGone(block);
  };
  return (
    <figure className="figure compiler-drawing">
      <figcaption className="figure-try">Press a block to take it away. What can no longer be reached hangs below it in the tree. Why does b6 hang below b3, and not below b4 or b5?</figcaption>
      <div className="drawn-scroll">
        <svg className="drawn" viewBox="0 0 664 306" style={{ minWidth: "32rem", maxWidth: "44rem" }} role="group" aria-label="A flow graph, and its dominator tree">
          <defs>
            <marker id={point} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path className="drawn-point" d="M0 0.5L7.5 4L0 7.5Z" /></marker>
          </defs>
          <text className="drawn-head" x="230" y="44">flow</text>
          <text className="drawn-head" x="388" y="44">dominators</text>
          {WAYS.map((way) => <g key={`${way.from} ${way.to}`} className={way.from === gone || way.to === gone ? "drawn-arrow faint" : ""}><ArrowDrawn arrow={way} point={point} /></g>)}
          {BRANCHES.map((arrow, i) => <ArrowDrawn key={i} arrow={arrow} point={point} />)}
          {IN_FLOW.map((spot, block) => (
            <g key={block} className={`drawn-node ${look(block)}`} role="button" tabIndex={0} aria-pressed={block === gone} aria-label={`Take away ${NAMES[block]!}`} onClick={() => setGone(block)} onKeyDown={(event) => press(event, block)}>
              <BoxDrawn box={{ ...spot, wide, high, lines: [NAMES[block]!] }} />
            </g>
          ))}
          {IN_TREE.map((spot, block) => <g key={block} className={`drawn-node ${look(block)}`} aria-hidden="true" onClick={() => setGone(block)}><BoxDrawn box={{ ...spot, wide: narrow, high, lines: [nameOf(block)] }} /></g>)}
        </svg>
      </div>
      <p className="drawn-says" aria-live="polite">{says}</p>
    </figure>
  );
}

const nameOf = (block: number): string => NAMES[block]!.slice(0, 2);
