/**
 * The course's own theme, as a Docusaurus plugin: its components (theme/), its style sheets (style/)
 * and the one script that runs before the first paint, so that a dark page never flashes white.
 */
import path from "node:path";
import type { Plugin } from "@docusaurus/types";

const styles = ["fonts", "tokens", "page", "prose", "code", "frame", "print"];

// A browser that denies storage throws on reading it; the page then follows the system's colours.
const colourScript = `(function () {
  var chosen = null;
  try { chosen = localStorage.getItem("o2p.colour"); } catch (denied) { chosen = null; }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();`;

export default function themePlugin(): Plugin {
  return {
    name: "o2p-theme",
    getThemePath: () => path.join(__dirname, "../theme"),
    getClientModules: () => styles.map((name) => path.join(__dirname, "../style", `${name}.css`)),
    // A program that a page takes apart comes with the page: importing it gives a data: URL of its bytes.
    // The decoder and its tables are the heaviest thing on the site: a chunk of their own, for pages that need it.
    configureWebpack: () => ({
      module: { rules: [{ test: /[\\/]chapters[\\/][^\\/]+[\\/]files[\\/]hello$/, type: "asset/inline", generator: { dataUrl: { encoding: "base64", mimetype: "application/octet-stream" } } }] },
      optimization: { splitChunks: { cacheGroups: { decoder: { test: /src[\\/]machine[\\/]decoder/, name: "decoder", chunks: "async", priority: 50, enforce: true } } } },
    }),
    injectHtmlTags: () => ({ headTags: [{ tagName: "script", innerHTML: colourScript }] }),
  };
}
