/**
 * The services, built when the site is built: an image each, which a page fetches when somebody boots it, and what is
 * known of it, recorded by booting it. The images are made by the course's own compiler; they are in no repository.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { buildProgram } from "../../compiler/build";
import { recordService } from "../widgets/service/record-service";
import { serviceRows } from "../widgets/service/service-list";
import { toJson } from "../widgets/service/service-record";
import { kernelSources } from "./compiler-plugin";

interface Services {
  /** The texts, by name, as JSON. */
  readonly sources: string;
  /** The records, by name, as JSON. */
  readonly records: string;
}

export default function servicePlugin({ siteDir }: LoadContext): Plugin<Services> {
  // Docusaurus looks at its static folders before it asks plugins to load anything.
  const folder = join(siteDir, ".cache", "site", "services");
  mkdirSync(folder, { recursive: true });
  return {
    name: "o2p-services",
    getPathsToWatch: () => ["src/{base,formats,unikernel,compiler}/**/*.ts", "src/site/widgets/service/*.ts"].map((pattern) => join(siteDir, pattern)),
    async loadContent() {
      const kernel = kernelSources(siteDir);
      const host = { read: (path: string) => kernel[path] };
      const records: string[] = [];
      for (const { name, file, typed } of serviceRows) {
        const built = buildProgram(host, file);
        write(join(folder, `${name}.img`), built.image);
        records.push(`${JSON.stringify(name)}:${toJson(await recordService(built, typed))}`);
      }
      const sources = Object.fromEntries(serviceRows.map(({ name, file }) => [name, kernel[file]]));
      return { sources: JSON.stringify(sources), records: `{${records.join()}}` };
    },
    async contentLoaded({ content, actions }) {
      await actions.createData("sources.json", content.sources);
      await actions.createData("records.json", content.records);
    },
  };
}

function write(file: string, bytes: Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  writeFileSync(file, bytes);
}
