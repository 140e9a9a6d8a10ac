/**
 * Lighting a field of a figure from outside it. A figure that shows fields says so on its element,
 * data-fields="sf imm12 Rn Rd", and listens for this event there.
 */
import { useEffect, useState, type RefObject } from "react";

const eventName = "o2p:light-field";

/** Lights `name` in the figure nearest to `from`, or dims every figure if `name` is undefined. */
export function lightField(from: Element, name: string | undefined): void {
  const figures = [...document.querySelectorAll("[data-fields]")];
  const showing = figures.filter((figure) => name === undefined || figure.getAttribute("data-fields")?.split(" ").includes(name));
  const y = from.getBoundingClientRect().top;
  const nearest = showing.sort((a, b) => distance(a, y) - distance(b, y));
  for (const figure of name === undefined ? nearest : nearest.slice(0, 1)) {
    figure.dispatchEvent(new CustomEvent(eventName, { detail: name }));
  }
}

function distance(figure: Element, y: number): number {
  const { top, bottom } = figure.getBoundingClientRect();
  return y < top ? top - y : Math.max(0, y - bottom);
}

/** The fields lit in a figure, by pointing into it (set) or from the text. */
export function useLitFields(figure: RefObject<HTMLElement | null>): [ReadonlySet<string>, (names: readonly string[]) => void] {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const element = figure.current;
    const onLight = (event: Event): void => {
      const name = event instanceof CustomEvent && typeof event.detail === "string" ? event.detail : undefined;
      setLit(new Set(name === undefined ? [] : [name]));
    };
    element?.addEventListener(eventName, onLight);
    return () => element?.removeEventListener(eventName, onLight);
  }, [figure]);
  return [lit, (names) => setLit(new Set(names))];
}
