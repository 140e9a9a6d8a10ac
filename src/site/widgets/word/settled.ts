/** `text` once it has stood still, so that a drag over ten boxes is read out once; "" at first. */
import { useEffect, useRef, useState } from "react";

const sayAfterMs = 400;

export function useSettled(text: string): string {
  const [settled, setSettled] = useState("");
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const timer = setTimeout(() => setSettled(text), sayAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
