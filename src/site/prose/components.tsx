/** What the names in a page's MDX stand for. Figures that need the decoder load it when they come. */
import type { ComponentProps, ReactNode } from "react";
import Head from "@docusaurus/Head";
import Link from "@docusaurus/Link";
import { BitField } from "../widgets/bit-field/bit-field";
import { EncodingMap } from "../widgets/encoding-map/encoding-map";
import { Exercise } from "../widgets/exercise/exercise";
import { FileStrip } from "../widgets/file-strip/file-strip";
import { LineReader } from "../widgets/line-reader/line-reader";
import { TreeWalk } from "../widgets/tree-walk/tree-walk";
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
  Head, Aside, BitField, Details, EncodingMap, Excerpt, Exercise, F: FieldName, FileStrip, LineReader, Note, Term, Transcript, TreeWalk,
  a: Anchor, h2: Heading2, h3: Heading3, h4: Heading4, pre: CodeBlock, table: Table,
};
