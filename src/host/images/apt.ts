// Debian's packages for arm64, by apt, whatever the machine's own architecture and whoever asks. apt checks the
// archive's signature and each file's hash. Its lists are kept here: nothing of the machine's own apt state is touched.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../base/fault";

/** A package that apt can bring. */
export interface Candidate {
  /** The file's name, as "busybox-static_1%3a1.35.0-4_arm64.deb". */
  readonly file: string;
  readonly sha256: string;
}

export class Apt {
  readonly #directory: string;

  /** `directory` is for apt's lists and downloads. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  static isHere(): boolean {
    return spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  }

  update(): void {
    for (const each of ["lists/partial", "cache/archives/partial", "downloads"]) mkdirSync(join(this.#directory, each), { recursive: true });
    const status = join(this.#directory, "status");
    if (!existsSync(status)) writeFileSync(status, "");
    this.#run("apt-get", ["update", "-oAPT::Update::Error-Mode=any"]);
  }

  /** The names of the packages that `name` depends on. */
  dependencies(name: string): string[] {
    const lines = this.#run("apt-cache", ["depends", name]).split("\n");
    return lines.flatMap((line) => /^ *Depends: ([^<>]+)$/.exec(line)?.[1] ?? []);
  }

  candidate(name: string): Candidate {
    const uri = /^'[^']*' (\S+) \d+ SHA256:([0-9a-f]{64})$/m.exec(this.#run("apt-get", ["download", "--print-uris", name]));
    if (uri === null) throw new UserFault(`apt gives no SHA-256 for ${name}`);
    return { file: uri[1]!, sha256: uri[2]! };
  }

  /** Brings the package's file to `path`. */
  download(name: string, { file }: Candidate, path: string): void {
    this.#run("apt-get", ["download", name]);
    renameSync(join(this.#directory, "downloads", file), path);
  }

  #run(command: string, args: readonly string[]): string {
    const at = (path: string): string => join(this.#directory, path);
    const settings = {
      "APT::Architecture": "arm64", "APT::Architectures": "arm64",
      "APT::Sandbox::User": "root", // The user that apt would otherwise become for a download cannot write here.
      "Dir::State::Lists": at("lists"), "Dir::State::status": at("status"), "Dir::Cache": at("cache"),
    };
    const options = Object.entries(settings).map(([name, value]) => `-o${name}=${value}`);
    const { status, stdout, stderr, error } = spawnSync(command, [...options, "-qq", ...args], { encoding: "utf8", cwd: at("downloads"), env: { ...process.env, LC_ALL: "C" } });
    if (error !== undefined) throw error;
    if (status !== 0) throw new UserFault(`${command} ${args[0]!} failed: ${/^E: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim()}`);
    return stdout;
  }
}
