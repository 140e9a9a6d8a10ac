/**
 * What a page's own thread does while something happens. A task is as long as the processor time that it takes: on a
 * computer that does much else, one of a millisecond may have waited for a tenth of a second.
 */
import type { Page } from "playwright-core";

/** By the clock, and by the processor. */
export interface Task {
  readonly ms: number;
  readonly processorMs: number;
}

/** As much as is looked at of Chromium's trace events; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export async function tasksOf(page: Page, happens: () => Promise<void>): Promise<Task[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ["toplevel"] });
  await happens();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { readonly traceEvents: readonly TraceEvent[] };
  const ids = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  return traceEvents.filter(({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && ids.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, processorMs: tdur / 1000 }));
}
