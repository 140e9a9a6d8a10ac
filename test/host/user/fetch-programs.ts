// Fetches the programs: Debian's arm64 packages, by apt, unpacked beside each other.
//
//   npx ts-node test/host/user/fetch-programs.ts [--fresh]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { UserFault } from "../../../src/base/fault";
import { download, field, updateLists } from "../../oracle/debian";
import { type FetchedPackage, fetchedPackages, INDEX, PROGRAMS_DIRECTORY, ROOT } from "./programs";

/** Two static programs; the others, and the libraries that they are linked with. */
const PACKAGES = [
  "busybox-static", "bash-static",
  "libc6", "lua5.4", "liblua5.4-0", "bc", "libreadline8", "libtinfo6",
  "perl-base", "libcrypt1", "sqlite3", "libsqlite3-0", "zlib1g", "libgcc-s1", "libstdc++6",
];

function main(fresh: boolean): void {
  if (fresh) rmSync(PROGRAMS_DIRECTORY, { recursive: true, force: true });
  if (fetchedPackages() === undefined) fetch();
  for (const { package: name, version, sha256 } of fetchedPackages()!) console.log(`${sha256.slice(0, 16)}  ${name} ${version}`);
}

function fetch(): void {
  updateLists();
  mkdirSync(ROOT, { recursive: true });
  const fetched = PACKAGES.map((name): FetchedPackage => {
    const deb = download(name);
    execFileSync("sh", ["-c", 'dpkg-deb --fsys-tarfile "$0" | tar x -C "$1" --exclude "./usr/share/*"', deb, ROOT]);
    return { package: name, version: field(deb, "Version"), sha256: createHash("sha256").update(readFileSync(deb)).digest("hex") };
  });
  writeFileSync(`${INDEX}.new`, `${JSON.stringify(fetched, null, 2)}\n`);
  renameSync(`${INDEX}.new`, INDEX);
}

if (require.main === module) {
  try {
    main(process.argv.includes("--fresh"));
  } catch (error) {
    if (!(error instanceof UserFault)) throw error;
    console.error(`fetch-programs: ${error.message}`);
    process.exitCode = 2;
  }
}
