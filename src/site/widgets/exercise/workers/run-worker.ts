/**
 * Runs a reader's compiled code in the page: one Worker a run, ended when it is done or out of time. Its
 * answers are for the reader's own eyes: what counts is judged on the command line, in a sandbox.
 */
import { lineOf } from "../../../../course/judge/core/messages";
import { run } from "../../../../course/judge/core/run";

// Called by another name, eval works in the global scope and sees nothing of this module.
const evaluate = eval;

addEventListener("message", ({ data }: MessageEvent<string>) => {
  postMessage(lineOf.ready());
  run(data, { evaluate: (script) => evaluate(script), send: (line) => postMessage(line) });
});
