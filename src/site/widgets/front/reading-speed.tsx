/** How fast the decoder is here and now: measured in the visitor's browser, once the page is at rest. */
import { useEffect, useState, type ReactNode } from "react";
import { standardDecoder } from "../../../machine/decoder/decoder";

const restMs = 1200;
const budgetMs = 40;
const batch = 2000;

/** Words decoded a second, over words drawn at random. */
function measure(): number {
  const decoder = standardDecoder();
  const start = performance.now();
  let word = 0x91000420;
  let count = 0;
  let elapsed = 0;
  while (elapsed < budgetMs) {
    for (let i = 0; i < batch; i++) {
      word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
      decoder.decode(word);
    }
    count += batch;
    elapsed = performance.now() - start;
  }
  return (count / elapsed) * 1000;
}

export function ReadingSpeed(): ReactNode {
  const [speed, setSpeed] = useState<number | undefined>();
  useEffect(() => {
    const timer = setTimeout(() => setSpeed(measure()), restMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="machine-speed label">
      {speed === undefined ? "Slowed down, so that you can see it read." : `Slowed down, so that you can see it read. At full speed, in this browser: ${rounded(speed)} words a second.`}
    </p>
  );
}

/** Two digits are all that one short run is good for. */
function rounded(speed: number): string {
  const unit = 10 ** (Math.floor(Math.log10(speed)) - 1);
  return (Math.round(speed / unit) * unit).toLocaleString("en");
}
