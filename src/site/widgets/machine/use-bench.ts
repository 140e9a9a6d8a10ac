/**
 * A bench as React holds it, and runs that do not stall the page: a frame's worth of instructions, then the
 * page's turn. An endless loop runs until somebody stops it.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { type Bench, type Direction } from "./bench";

/** Of the sixteen that a frame lasts. */
const frameMs = 9;
const sliceInstructions = 4000;

export interface Running {
  readonly direction: Direction;
  /** Instructions a second so far. */
  readonly speed: number;
}

export interface BenchControl {
  readonly running: Running | undefined;
  step(direction: Direction): void;
  run(direction: Direction): void;
  halt(): void;
  /** Stops a run, does something to the bench, and has it drawn again. */
  change(edit: () => void): void;
}

export function useBench(bench: Bench): BenchControl {
  const [, redraw] = useState(0);
  const [running, setRunning] = useState<Running>();
  const frame = useRef(0);

  const draw = useCallback(() => redraw((count) => count + 1), []);
  const halt = useCallback(() => {
    cancelAnimationFrame(frame.current);
    setRunning(undefined);
  }, []);
  useEffect(() => halt, [bench, halt]);

  const run = (direction: Direction): void => {
    halt();
    bench.beginMove();
    const began = performance.now();
    const from = bench.time;
    const turn = (): void => {
      const until = performance.now() + frameMs;
      let goesOn = true;
      while (goesOn && performance.now() < until) goesOn = bench.advance(direction, sliceInstructions);
      const seconds = (performance.now() - began) / 1000;
      setRunning(goesOn ? { direction, speed: Math.abs(bench.time - from) / seconds } : undefined);
      draw();
      if (goesOn) frame.current = requestAnimationFrame(turn);
    };
    turn();
  };
  const change = (edit: () => void): void => {
    halt();
    edit();
    draw();
  };
  const step = (direction: Direction): void => change(() => {
    bench.beginMove();
    bench.advance(direction, 1);
  });
  return { running, step, run, halt, change };
}
