/** The sample programs, compiled when the site was built: the figure shows them before any compiler has come. */
import samples from "@generated/o2p-compiler/default/samples.json";
import { bug } from "../../../base/bug";
import type { CompiledView } from "./compiled-view";
import type { SampleProgram } from "./sample-programs";

export interface CompiledSample extends SampleProgram {
  readonly source: string;
  readonly written: CompiledView;
  readonly optimized: CompiledView;
}

export const compiledSamples = samples as readonly CompiledSample[];

export const compiledSample = (name: string): CompiledSample => compiledSamples.find((each) => each.name === name) ?? bug(`there is no program "${name}"`);
