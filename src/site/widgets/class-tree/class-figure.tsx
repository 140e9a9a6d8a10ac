/** Which class is asked for, how classes are numbered, and what the question costs. */
import { useState, type ReactNode } from "react";
import { useSettled } from "../word/settled";
import { ClassDrawing } from "./class-drawing";
import { family, numbersOf, orders, ranges, type Order } from "./class-family";

const askedAtStart = "Polygon";
const askable = ["Shape", "Ellipse", "Polygon", "Quadrilateral", "Rectangle", "Error"] as const;

export function ClassFigure(): ReactNode {
  const [order, setOrder] = useState<Order>(orders[0]);
  const [asked, setAsked] = useState<string>(askedAtStart);
  const members = family(order);
  const numbers = numbersOf(asked, members);
  const says = test(ranges(numbers));
  const said = useSettled(`${asked}: ${says}`);
  return (
    <figure className="figure figure-wide class-tree">
      <figcaption className="figure-try">Number the classes around the tree. Then ask for other classes: is there one whose heirs are no range?</figcaption>
      <div className="figure-controls" role="group" aria-label="The order of the numbers">
        <span className="label">numbered</span>
        {orders.map((each) => <button key={each} type="button" className="button button-small" aria-pressed={each === order} onClick={() => setOrder(each)}>{each}</button>)}
      </div>
      <div className="figure-controls" role="group" aria-label="The class that is asked for">
        <span className="label">instanceof</span>
        {askable.map((each) => <button key={each} type="button" className="button button-small" aria-pressed={each === asked} onClick={() => setAsked(each)}>{each}</button>)}
      </div>
      <div className="class-scroll" tabIndex={0} role="region" aria-label="Classes and their numbers"><ClassDrawing members={members} asked={asked} numbers={numbers} /></div>
      <p className="class-says" aria-hidden="true">{says}</p>
      <div className="figure-controls">
        <button type="button" className="button button-small" onClick={() => { setOrder(orders[0]); setAsked(askedAtStart); }}>Reset</button>
      </div>
      <p className="visually-hidden" aria-live="polite">{said}</p>
    </figure>
  );
}

function test(found: readonly (readonly [number, number])[]): string {
  const one = ([first, last]: readonly [number, number]): string => (first === last ? `${first}` : `${first} to ${last}`);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return `One range, ${one(only)}: subtract ${only[0]}, and compare without a sign with ${only[1] - only[0]}.`;
  return `${found.length} ranges, ${found.map(one).join(", ")}: a comparison or two for each.`;
}
