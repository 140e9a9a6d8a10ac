/**
 * The reader's work in this browser: the files they have changed, and which exercises have passed. The shape
 * of `files` is that of the working copy: "01-decoder/field.ts".
 */
import { useSyncExternalStore } from "react";

export interface Work {
  readonly files: Readonly<Record<string, string>>;
  /** Exercises that passed, with the text that did. */
  readonly passed: Readonly<Record<string, string>>;
}

const storageKey = "o2p.work";
const nothing: Work = { files: {}, passed: {} };
const listeners = new Set<() => void>();
let current: Work | undefined;

function isRecordOfText(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && Object.values(value).every((entry) => typeof entry === "string");
}

/** What storage holds; nothing if it is closed to the page, or holds what is not ours. */
function load(): Work {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    if (typeof stored !== "object" || stored === null || !("files" in stored) || !("passed" in stored)) return nothing;
    return isRecordOfText(stored.files) && isRecordOfText(stored.passed) ? { files: stored.files, passed: stored.passed } : nothing;
  } catch {
    return nothing;
  }
}

/** False if the browser refuses to keep it: the work then lasts as long as the page. */
function store(work: Work): boolean {
  current = work;
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(storageKey, JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
}

export function currentWork(): Work {
  current ??= load();
  return current;
}

export function keepFile(file: string, text: string): boolean {
  const work = currentWork();
  return store({ ...work, files: { ...work.files, [file]: text } });
}

export function forgetFile(file: string): boolean {
  const { files, passed } = currentWork();
  return store({ passed, files: Object.fromEntries(Object.entries(files).filter(([name]) => name !== file)) });
}

export function keepPass(id: string, text: string): boolean {
  const work = currentWork();
  return store({ ...work, passed: { ...work.passed, [id]: text } });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The work as it stands; a page made by the build knows of none. */
export function useWork(): Work {
  return useSyncExternalStore(subscribe, currentWork, () => nothing);
}
