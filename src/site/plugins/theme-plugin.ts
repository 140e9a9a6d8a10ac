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

const inBase64 = { dataUrl: { encoding: "base64", mimetype: "application/octet-stream" } };

export default function themePlugin(): Plugin {
  return {
    name: "o2p-theme",
    getThemePath: () => path.join(__dirname, "../theme"),
    getClientModules: () => styles.map((name) => path.join(__dirname, "../style", `${name}.css`)),
    configureWebpack: (_config, isServer, { currentBundler }) => ({
      // A program that a page takes apart comes with the page: importing it gives a data: URL of its bytes.
      // Assembly gives its text.
      module: { rules: [
        { test: /[\\/]chapters[\\/][^\\/]+[\\/]files[\\/]hello$/, type: "asset/inline", generator: inBase64 },
        { test: /[\\/]chapters[\\/][^\\/]+[\\/]files[\\/][^\\/]+\.s$/, type: "asset/source" },
      ] },
      plugins: isServer ? [new currentBundler.instance.NormalModuleReplacementPlugin(/^react-dom\/server$/, path.join(__dirname, "whole-page.ts"))] : [],
      // The decoder and its tables are the heaviest thing on the site: a chunk of their own, for pages that need it.
      // So are the meanings of the instructions.
      optimization: { splitChunks: { cacheGroups: {
        decoder: { test: /src[\\/]machine[\\/]decoder/, name: "decoder", chunks: "async", priority: 50, enforce: true },
        cpu: { test: /src[\\/]machine[\\/]cpu/, name: "cpu", chunks: "async", priority: 50, enforce: true },
      } } },
    }),
    injectHtmlTags: () => ({ headTags: [{ tagName: "script", innerHTML: colourScript }] }),
  };
}
