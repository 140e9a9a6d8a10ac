/** The machine of the front page. It boots by itself; what it boots it on comes behind the page. */
import { lazy, Suspense, type ReactNode } from "react";
import "../machine/machine.css";
import "./front.css";

const FrontMachine = lazy(async () => ({ default: (await import("./front-machine")).FrontMachine }));

export function LazyMachine(): ReactNode {
  return <Suspense fallback={<div className="machine" />}><FrontMachine /></Suspense>;
}
