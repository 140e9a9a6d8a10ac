// What the bundler adds to TypeScript: Docusaurus's modules, and style sheets as imports.
/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/plugin-content-docs" />

declare module "*.css";

// A program that a chapter reads, as a data: URL of its bytes in base64.
declare module "@site/chapters/*/files/hello" {
  const url: string;
  export { url as default };
}

// A program in assembly that a chapter reads: its text.
declare module "@site/chapters/*.s" {
  const text: string;
  export { text as default };
}

// Programs that compiler-plugin.ts has compiled, to be read as CompiledSample.
declare module "@generated/o2p-compiler/default/samples.json" {
  const samples: readonly object[];
  export { samples as default };
}

// What the compiler's back end did with functions of theirs, to be read as AllocationData.
declare module "@generated/o2p-compiler/default/allocations.json" {
  const allocations: readonly object[];
  export { allocations as default };
}

// The texts of the services, by name.
declare module "@generated/o2p-services/default/sources.json" {
  const sources: Readonly<Record<string, string>>;
  export { sources as default };
}

// What service-plugin.ts has recorded of the services, by name, to be read as ServiceJson.
declare module "@generated/o2p-services/default/records.json" {
  const records: Readonly<Record<string, object>>;
  export { records as default };
}

// What only a Worker has: TypeScript's library of the page does not know it.
declare class FileReaderSync {
  readAsArrayBuffer(file: Blob): ArrayBuffer;
}

// As much of React's server as whole-page.ts wraps; the package comes without types.
declare module "react-dom/server.node" {
  import type { ReactNode } from "react";
  interface RenderOptions {
    /** A part that could be waited for is put at the end of a page that has more bytes than this before it. */
    readonly progressiveChunkSize?: number;
    readonly onError?: (fault: unknown) => void;
    readonly onAllReady?: () => void;
  }
  interface PageStream {
    pipe<Destination extends NodeJS.WritableStream>(destination: Destination): Destination;
  }
  export function renderToPipeableStream(page: ReactNode, options: RenderOptions): PageStream;
}

// The search plugin's side of the page. Positions are [start, length] in the field's text.
declare module "@theme/searchByWorker" {
  interface IndexedDocument {
    readonly i: number;
    readonly t: string;
    readonly s?: string;
    readonly u: string;
    readonly h?: string;
  }
  interface Hit {
    readonly document: IndexedDocument;
    readonly page: IndexedDocument | false | undefined;
    readonly metadata: Readonly<Record<string, Readonly<Record<string, { readonly position: [number, number][] }>>>>;
  }
  export function fetchIndexesByWorker(base: string, context: string): Promise<void>;
  export function searchByWorker(base: string, context: string, words: string, limit: number): Promise<Hit[]>;
}
