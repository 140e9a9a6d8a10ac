/** `<AddWithCarry x="0x7fffffffffffffff" y="1" />`: one adder, four flags, sixteen conditions. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "../word/word-boxes.css";
import "./add-with-carry.css";

export interface AddWithCarryProps {
  /** Hexadecimal or decimal, of 64 bits. */
  readonly x: string;
  readonly y: string;
  readonly subtract?: boolean;
}

const SumFigure = lazy(async () => ({ default: (await import("./sum-figure")).SumFigure }));

export function AddWithCarry({ x, y, subtract = false }: AddWithCarryProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide add-with-carry" />}><SumFigure startX={x} startY={y} startSubtracts={subtract} /></Suspense>;
}
