/** All instructions, from the tables that the decoder itself reads. */
import { lazy, Suspense, type ReactNode } from "react";
import { PageTitle, SiteFrame } from "../frame/site-frame";

const InstructionList = lazy(async () => ({ default: (await import("../widgets/reference/instruction-list")).InstructionList }));

export default function ReferencePage(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="Instructions" description="Every A64 instruction that the course decodes: its diagram, its assembly and the feature that has it." />
      <main id="content" className="wide-page">
        <h1>Instructions</h1>
        <p className="map-lede">
          Every row of the decoder's tables, in the manual's order. The decoder, the disassembler, the assembler and this page read
          the same rows.
        </p>
        <Suspense fallback={<p className="label">Reading the tables</p>}><InstructionList /></Suspense>
      </main>
    </SiteFrame>
  );
}
