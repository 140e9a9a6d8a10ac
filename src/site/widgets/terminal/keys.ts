/**
 * Whose a key is: the machine's, as nearly all are; the browser's, which copies and pastes; the page's, so that
 * whoever has no mouse can leave the terminal again.
 */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export type KeyUse = "machine" | "copy" | "browser" | "leave";

/** `hasSelection`: Ctrl-C copies what is selected, and interrupts where nothing is. */
export function useOf({ key, ctrlKey, shiftKey, altKey, metaKey }: Key, hasSelection: boolean): KeyUse {
  const letter = key.toLowerCase();
  const control = ctrlKey && !altKey && !metaKey;
  if (control && letter === "c" && (shiftKey || hasSelection)) return "copy";
  if (control && letter === "v") return "browser";
  if (metaKey && (letter === "c" || letter === "v")) return "browser";
  if (control && key === "]") return "leave";
  if (key === "Tab" && shiftKey && !ctrlKey && !altKey && !metaKey) return "browser";
  return "machine";
}
