// The website: `npm start` serves it, `npm run build` writes it to build/. The text is under chapters/;
// what it is made of is under src/site. Nothing on it is fetched from another host.
//   BASE_URL   the path prefix it will be served from (default /)
//   SITE_URL   the origin it will be served from, for canonical links (default http://localhost:3000)
"use strict";
require("ts-node/register");
const { remarkWeave } = require("./src/course/weave/remark-weave");
const { road } = require("./src/site/road");
const { remarkReadingTime } = require("./src/site/remark-reading-time");

/** @type {import("@docusaurus/types").Config} */
module.exports = {
  title: "From Opcode to Packet",
  tagline: "Build an AArch64 computer, and the unikernel that runs on it, in TypeScript",
  url: process.env.SITE_URL ?? "http://localhost:3000",
  baseUrl: process.env.BASE_URL ?? "/",
  favicon: "favicon.svg",
  trailingSlash: true,
  // What judge-plugin.ts, computer-plugin.ts, compiler-plugin.ts and service-plugin.ts make stands in the second.
  staticDirectories: ["src/site/static", ".cache/site"],
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  markdown: { format: "mdx", hooks: { onBrokenMarkdownLinks: "throw", onBrokenMarkdownImages: "throw" } },
  future: {
    v4: true,
    faster: {
      swcJsLoader: true,
      swcJsMinimizer: true,
      swcHtmlMinimizer: true,
      lightningCssMinimizer: true,
      mdxCrossCompilerCache: true,
      rspackBundler: true,
      // A page quotes files of src/ that the bundler does not know of: a cached page could quote old code.
      rspackPersistentCache: false,
      ssgWorkerThreads: true,
      // Nothing on the site is dated by the repository's history.
      gitEagerVcs: false,
    },
  },
  plugins: [
    [
      "@docusaurus/plugin-content-docs",
      {
        path: "chapters",
        routeBasePath: "/",
        breadcrumbs: false,
        beforeDefaultRemarkPlugins: [remarkWeave, remarkReadingTime],
      },
    ],
    "./src/site/plugins/weave-plugin.ts",
    "./src/site/plugins/judge-plugin.ts",
    "./src/site/plugins/computer-plugin.ts",
    "./src/site/plugins/compiler-plugin.ts",
    "./src/site/plugins/service-plugin.ts",
    ["@docusaurus/plugin-content-pages", { path: "src/site/pages" }],
    [
      "@easyops-cn/docusaurus-search-local",
      {
        // Chapters are searched heading by heading, what stands outside of them page by page.
        docsRouteBasePath: ["start", ...road.map(({ slug }) => slug)],
        docsDir: "chapters",
        indexBlog: false,
        indexPages: true,
        hashed: "filename",
        // The listing repeats what the text quotes, and would drown it.
        ignoreFiles: [/^listing/],
        // The bits of a figure or a diagram are no words.
        ignoreCssSelectors: [".code-head", ".folded", ".exercise-place", ".figure", ".figure-controls", ".diagram", ".term-definition"],
      },
    ],
  ],
  themes: ["./src/site/plugins/theme-plugin.ts"],
};
