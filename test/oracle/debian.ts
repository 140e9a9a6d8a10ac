// Debian's packages for arm64, by apt, whatever the machine's own architecture. The package lists and archives go
// to .cache/corpus: nothing of the machine's own apt state is touched.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../src/base/fault";
import { CORPUS_DIRECTORY } from "./corpus";

const APT = join(CORPUS_DIRECTORY, "apt");

/** Gets the lists of packages. Needs a Debian or Ubuntu machine. */
export function updateLists(): void {
  if (!existsSync("/usr/bin/apt-get")) throw new UserFault("needs apt, to fetch Debian's arm64 packages");
  for (const directory of ["lists/partial", "cache/archives/partial", "debs"]) mkdirSync(join(APT, directory), { recursive: true });
  writeFileSync(join(APT, "status"), "");
  apt("apt-get", ["update"]);
}

export function apt(command: string, args: readonly string[]): string {
  const options = {
    "APT::Architecture": "arm64", "APT::Architectures": "arm64", "APT::Sandbox::User": "root",
    "Dir::State::Lists": join(APT, "lists"), "Dir::State::status": join(APT, "status"), "Dir::Cache": join(APT, "cache"),
  };
  const settings = Object.entries(options).map(([name, value]) => `-o${name}=${value}`);
  return execFileSync(command, [...settings, "-q", ...args], { encoding: "utf8", cwd: join(APT, "debs"), stdio: ["ignore", "pipe", "inherit"] });
}

/** The archive's path. */
export function download(name: string): string {
  apt("apt-get", ["download", name]);
  const file = readdirSync(join(APT, "debs")).find((each) => each.startsWith(`${name}_`));
  if (file === undefined) throw new UserFault(`apt-get downloaded no ${name}`);
  return join(APT, "debs", file);
}

export const field = (deb: string, name: string) => execFileSync("dpkg-deb", ["-f", deb, name], { encoding: "utf8" }).trim();

const HUGE = 1 << 30;

/** The one file in the package whose path matches. */
export function extract(deb: string, path: RegExp): Uint8Array {
  const listing = execFileSync("sh", ["-c", 'dpkg-deb --fsys-tarfile "$0" | tar t', deb], { encoding: "utf8", maxBuffer: HUGE });
  const found = listing.split("\n").filter((each) => path.test(each));
  if (found.length !== 1) throw new UserFault(`${deb} has ${found.length} files that match ${path}, not one`);
  return execFileSync("sh", ["-c", 'dpkg-deb --fsys-tarfile "$0" | tar xO "$1"', deb, found[0]!], { maxBuffer: HUGE });
}
