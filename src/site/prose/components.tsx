/** What the names in a page's MDX stand for. Figures that need the decoder load it when they come. */
import type { ComponentProps, ReactNode } from "react";
import Head from "@docusaurus/Head";
import Link from "@docusaurus/Link";
import { AddWithCarry } from "../widgets/add-with-carry/add-with-carry";
import { BitField } from "../widgets/bit-field/bit-field";
import { BlockTriptych } from "../widgets/block-triptych/block-triptych";
import { BootDrawing } from "../widgets/boot-drawings/boot-drawing";
import { BootHeat } from "../widgets/boot-heat/boot-heat";
import { BootTimeline } from "../widgets/boot-timeline/boot-timeline";
import { CompilerDrawing } from "../widgets/compiler-drawings/compiler-drawing";
import { ClassTree } from "../widgets/class-tree/class-tree";
import { CompilerView } from "../widgets/compiler-view/compiler-view";
import { CpuStepper } from "../widgets/cpu-stepper/cpu-stepper";
import { DeviceTreeExplorer } from "../widgets/device-tree-explorer/device-tree-explorer";
import { Dominance } from "../widgets/compiler-drawings/dominance";
import { EncodingMap } from "../widgets/encoding-map/encoding-map";
import { ExceptionTimeline } from "../widgets/exception-timeline/exception-timeline";
import { Exercise } from "../widgets/exercise/exercise";
import { ExplainLine } from "../widgets/explain-line/explain-line";
import { FileStrip } from "../widgets/file-strip/file-strip";
import { FloatExplorer } from "../widgets/float-explorer/float-explorer";
import { GicState } from "../widgets/gic-state/gic-state";
import { HeapPicture } from "../widgets/heap-picture/heap-picture";
import { LineReader } from "../widgets/line-reader/line-reader";
import { LiveTerminal } from "../widgets/live-terminal/live-terminal";
import { MemoryMap } from "../widgets/memory-map/memory-map";
import { ObjectLayout } from "../widgets/object-layout/object-layout";
import { PageDistance } from "../widgets/page-distance/page-distance";
import { PageWalk } from "../widgets/page-walk/page-walk";
import { RegisterBrowser } from "../widgets/register-browser/register-browser";
import { RegisterAllocation } from "../widgets/register-allocation/register-allocation";
import { ServiceLab } from "../widgets/service/service-lab";
import { SpeedDrawing } from "../widgets/speed-drawings/speed-drawing";
import { StaleTlb } from "../widgets/stale-tlb/stale-tlb";
import { TimeLine } from "../widgets/time-line/time-line";
import { TreeToList } from "../widgets/compiler-drawings/tree-to-list";
import { TreeWalk } from "../widgets/tree-walk/tree-walk";
import { Unwinding } from "../widgets/unwinding/unwinding";
import { VectorLanes } from "../widgets/vector-lanes/vector-lanes";
import { Virtqueue } from "../widgets/virtqueue/virtqueue";
import { Aside } from "./aside";
import { CodeBlock } from "./code-block";
import { Details } from "./details";
import { Excerpt } from "./excerpt";
import { FieldName } from "./field-name";
import { Heading2, Heading3, Heading4 } from "./heading";
import { Note } from "./note";
import { Term } from "./term";
import { Transcript } from "./transcript";

function Anchor({ href = "", children, title }: ComponentProps<"a">): ReactNode {
  return <Link to={href} title={title}>{children}</Link>;
}

/** A wide table scrolls by itself, not the page with it. */
function Table(props: ComponentProps<"table">): ReactNode {
  return <div className="table-scroll" tabIndex={0} role="region" aria-label="Table"><table {...props} /></div>;
}

export const proseComponents = {
  Head, AddWithCarry, Aside, BitField, BlockTriptych, BootDrawing, BootHeat, BootTimeline, ClassTree, CompilerDrawing, CompilerView, CpuStepper, Details, DeviceTreeExplorer, Dominance, EncodingMap, Excerpt, ExceptionTimeline, Exercise, ExplainLine, F: FieldName, FileStrip, FloatExplorer,
  GicState, HeapPicture, LineReader, LiveTerminal, MemoryMap, Note, ObjectLayout, PageDistance, PageWalk, RegisterAllocation, RegisterBrowser, ServiceLab, SpeedDrawing, StaleTlb, Term, TimeLine, Transcript, TreeToList, TreeWalk, Unwinding, VectorLanes, Virtqueue,
  a: Anchor, h2: Heading2, h3: Heading3, h4: Heading4, pre: CodeBlock, table: Table,
};
