/** Has a column scroll to what is pointed at elsewhere: itself, and not the page with it. */
import { useEffect, type RefObject } from "react";

export function useShown(scroller: RefObject<HTMLElement | null>, pointed: number | undefined): void {
  useEffect(() => {
    const { current } = scroller;
    if (!current || pointed === undefined || current.matches(":hover, :focus-within")) return;
    const row = current.querySelector<HTMLElement>(`[data-line="${pointed}"]`);
    if (row === null) return;
    const top = row.getBoundingClientRect().top - current.getBoundingClientRect().top + current.scrollTop;
    const isInSight = top >= current.scrollTop && top + Math.min(row.clientHeight, current.clientHeight / 2) <= current.scrollTop + current.clientHeight;
    if (!isInSight) current.scrollTop = Math.max(0, top - current.clientHeight / 6);
  }, [scroller, pointed]);
}
