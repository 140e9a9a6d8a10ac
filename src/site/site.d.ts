// What the bundler adds to TypeScript: Docusaurus's modules, and style sheets as imports.
/// <reference types="@docusaurus/module-type-aliases" />
/// <reference types="@docusaurus/plugin-content-docs" />

declare module "*.css";

// A program that a chapter reads, as a data: URL of its bytes in base64.
declare module "@site/chapters/*/files/hello" {
  const url: string;
  export { url as default };
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
