// The cache of images: the files, and a manifest that says of each where it comes from and what its hash was when it
// was brought. A file that has changed since is not used.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserFault } from "../../base/fault";

/** Where a file comes from. */
export interface Origin {
  /** The package's file, as "u-boot-qemu_2023.01+dfsg-2+deb12u3_all.deb"; several for what is built of several. */
  readonly packages: readonly string[];
  /** Of the package's file, and who vouches for it: apt, or nobody but whoever put it there. */
  readonly packageSha256?: string;
  readonly vouchedBy?: "apt" | "nobody";
}

export interface Entry extends Origin {
  readonly sha256: string;
  readonly size: number;
}

type Manifest = Readonly<Record<string, Entry>>;

const MANIFEST = "manifest.json";

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export class ImageCache {
  readonly #directory: string;

  /** `directory` need not be there yet. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The path of a file or directory in the cache. */
  at(...names: string[]): string {
    return join(this.#directory, ...names);
  }

  /** Makes the directory if it is not there. */
  makeDirectory(name: string): string {
    mkdirSync(this.at(name), { recursive: true });
    return this.at(name);
  }

  /** What is in a directory; nothing if it is not there. */
  namesIn(directory: string): string[] {
    return existsSync(this.at(directory)) ? readdirSync(this.at(directory)).sort() : [];
  }

  /** undefined if the file has not been brought. */
  entry(file: string): Entry | undefined {
    return existsSync(this.at(file)) ? this.#manifest()[file] : undefined;
  }

  /** Whether the file is in the cache, and as it was brought. */
  has(file: string): boolean {
    const entry = this.entry(file);
    return entry !== undefined && sha256(readFileSync(this.at(file))) === entry.sha256;
  }

  /** A file that is as it was brought; `again` is the command that brings it. */
  read(file: string, again: string): Uint8Array {
    const entry = this.entry(file);
    if (entry === undefined) throw new UserFault(`${file} is not in ${this.#directory}: run ${again}`);
    const contents = readFileSync(this.at(file));
    if (sha256(contents) !== entry.sha256) throw new UserFault(`${this.at(file)} is not what was brought there: run ${again}`);
    return contents;
  }

  /** `files` by their names in the cache. */
  put(files: Readonly<Record<string, Uint8Array>>, origin: Origin): void {
    const entries = Object.entries(files).map(([file, contents]): [string, Entry] => {
      this.#write(file, contents);
      return [file, { ...origin, sha256: sha256(contents), size: contents.length }];
    });
    const manifest: Manifest = { ...this.#manifest(), ...Object.fromEntries(entries) };
    this.#write(MANIFEST, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  }

  /** Whole, or not at all. */
  #write(file: string, contents: Uint8Array): void {
    mkdirSync(dirname(this.at(file)), { recursive: true });
    writeFileSync(`${this.at(file)}.new`, contents);
    renameSync(`${this.at(file)}.new`, this.at(file));
  }

  #manifest(): Manifest {
    const path = this.at(MANIFEST);
    if (!existsSync(path)) return {};
    try {
      return JSON.parse(readFileSync(path, "utf8")) as Manifest;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new UserFault(`${path} cannot be read: delete it, and fetch the images again`);
    }
  }
}
