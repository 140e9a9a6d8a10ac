/** The services as the reader has changed them, in this browser: their texts, by name. */
import { useSyncExternalStore } from "react";

type Texts = Readonly<Record<string, string>>;

const storageKey = "o2p.services";
const nothing: Texts = {};
const listeners = new Set<() => void>();
let current: Texts | undefined;

/** What storage holds; nothing if it is closed to the page, or holds what is not ours. */
function load(): Texts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    if (typeof stored !== "object" || stored === null) return nothing;
    return Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return nothing;
  }
}

function currentTexts(): Texts {
  current ??= load();
  return current;
}

/** `text` is undefined if the reader's own is to be forgotten. A browser that refuses to keep it has it as long as the page. */
export function keepService(name: string, text: string | undefined): void {
  const others = Object.entries(currentTexts()).filter(([each]) => each !== name);
  current = Object.fromEntries(text === undefined ? others : [...others, [name, text]]);
  for (const listener of listeners) listener();
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    return;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The reader's text of a service; undefined if there is none. A page made by the build knows of none. */
export function useKeptService(name: string): string | undefined {
  return useSyncExternalStore(subscribe, currentTexts, () => nothing)[name];
}
