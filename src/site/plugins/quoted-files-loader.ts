// A bundler's loader that passes a page on as it is, and tells the bundler which other files the page is made
// of: without it, an edit of quoted code would not show until the page itself is edited.

import { join, relative, sep } from "node:path";
import { HOUSE } from "../../course/house";
import { dependenciesOf } from "../../course/weave/dependencies";

interface LoaderContext {
  readonly rootContext: string;
  readonly resourcePath: string;
  addDependency(file: string): void;
}

export default function quotedFilesLoader(this: LoaderContext, text: string): string {
  const root = this.rootContext;
  const page = relative(root, this.resourcePath).split(sep).join("/");
  for (const file of dependenciesOf({ root, house: HOUSE }, page, text)) this.addDependency(join(root, file));
  return text;
}
