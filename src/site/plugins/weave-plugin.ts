// The weave's side of the website, as a Docusaurus plugin: the listing of every source file, the plan of the
// house, and the check of the whole text, without which nothing is published.

import { join } from "node:path";
import type { LoadContext, Plugin, PluginContentLoadedActions } from "@docusaurus/types";
import { UserFault } from "../../base/fault";
import { HOUSE } from "../../course/house";
import { type Check, checkCourse } from "../../course/weave/check";
import { type Course, listingPath } from "../../course/weave/course";
import { planOf } from "../../course/weave/house-plan";
import { type PageUrl, listingsOf } from "../../course/weave/listing";
import { courseVocabulary } from "../vocabulary";

/** What the docs plugin says of its pages, as far as it matters here. */
interface DocsContent {
  readonly loadedVersions: readonly { readonly docs: readonly { readonly source: string; readonly permalink: string }[] }[];
}

export default function weavePlugin({ siteDir, baseUrl }: LoadContext): Plugin<Check> {
  const course: Course = { root: siteDir, house: HOUSE };
  return {
    name: "o2p-weave",
    getPathsToWatch: () => ["src/**/*.{ts,tsx,js,css}", "chapters/**/*.{mdx,txt}"].map((pattern) => join(siteDir, pattern)),
    loadContent() {
      const check = checkCourse(course, courseVocabulary());
      report(check);
      return check;
    },
    async allContentLoaded({ allContent, actions }) {
      const docs = allContent["docusaurus-plugin-content-docs"]?.["default"] as DocsContent | undefined;
      const { quotes } = allContent["o2p-weave"]!["default"] as Check;
      await addListings(course, quotes, urlsOf(docs, baseUrl), baseUrl, actions);
    },
    configureWebpack: () => ({
      module: { rules: [{ test: /\.mdx$/, include: join(siteDir, "chapters"), enforce: "pre", use: [{ loader: join(__dirname, "quoted-files-loader.ts") }] }] },
    }),
  };
}

/** Faults stop a build. An author who serves the site, or builds with DRAFT=1, reads them and goes on writing. */
function report({ faults }: Check): void {
  const text = faults.map((fault) => fault.message).join("\n");
  const draft = process.env["NODE_ENV"] !== "production" || process.env["DRAFT"] === "1";
  if (faults.length > 0 && !draft) throw new UserFault(`the text and the code part:\n${text}`);
  if (faults.length > 0) process.stderr.write(`${text}\n`);
}

/** From a page's file to its address, without the base URL. */
function urlsOf(docs: DocsContent | undefined, baseUrl: string): PageUrl {
  const pages = docs?.loadedVersions.flatMap((version) => version.docs) ?? [];
  const urls = new Map(pages.map(({ source, permalink }) => [source.replace(/^@site\//, ""), `/${permalink.slice(baseUrl.length)}`]));
  return (page) => urls.get(page);
}

async function addListings(course: Course, quotes: Check["quotes"], urlOf: PageUrl, baseUrl: string, actions: PluginContentLoadedActions): Promise<void> {
  const address = (path: string): string => baseUrl + path.slice(1);
  for (const listing of listingsOf(course, quotes, urlOf)) {
    const path = listingPath(listing.file);
    const data = await actions.createData(`${path.slice(1).replace(/\//g, "-")}.json`, JSON.stringify(listing));
    actions.addRoute({ path: address(path), exact: true, component: "@site/src/site/listing/listing-page.tsx", modules: { listing: data } });
  }
  const plan = await actions.createData("house.json", JSON.stringify(planOf(course)));
  actions.addRoute({ path: address("/listing"), exact: true, component: "@site/src/site/listing/house-page.tsx", modules: { plan } });
}
