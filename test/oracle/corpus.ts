// The corpus: real AArch64 binaries, from Debian's packages, in .cache/corpus (which git ignores).
// fetch-corpus.ts fills it.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const CORPUS_DIRECTORY = join(__dirname, "..", "..", ".cache", "corpus");

export interface CorpusFile {
  /** The file's name in CORPUS_DIRECTORY. */
  readonly file: string;
  readonly package: string;
  readonly version: string;
  /** Of the file as the package has it. */
  readonly sha256: string;
}

const INDEX = join(CORPUS_DIRECTORY, "corpus.json");

/** What has been fetched; undefined if nothing has. */
export function fetchedCorpus(): readonly CorpusFile[] | undefined {
  return existsSync(INDEX) ? (JSON.parse(readFileSync(INDEX, "utf8")) as CorpusFile[]) : undefined;
}

export const corpusIndexPath = INDEX;
