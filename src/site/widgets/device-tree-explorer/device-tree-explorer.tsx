/** `<DeviceTreeExplorer />`: our board's device tree, or a file of one's own: nodes, what their properties say, and the bytes that say it. */
import { lazy, Suspense, type ReactNode } from "react";
import "./device-tree-explorer.css";

const ExplorerFigure = lazy(async () => ({ default: (await import("./explorer-figure")).ExplorerFigure }));

export function DeviceTreeExplorer(): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide tree-explorer" />}><ExplorerFigure /></Suspense>;
}
