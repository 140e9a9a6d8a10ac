// What a key does to a line, as GNU readline has it: to its text, and to where the cursor is. What
// the screen shows of it is another matter (./line-editor.ts).

import { KEY } from "./keys";

const SPACE = 32;

/** The text and the cursor behind the key; both as they were, if it can do nothing here. */
export function edited(
  text: string, cursor: number, key: number,
): readonly [text: string, cursor: number] {
  if (key >= SPACE && key < KEY.enter) {
    return [text.slice(0, cursor) + String.fromCharCode(key) + text.slice(cursor), cursor + 1];
  }
  switch (key) {
    case KEY.left: return [text, Math.max(cursor - 1, 0)];
    case KEY.right: return [text, Math.min(cursor + 1, text.length)];
    case KEY.home: return [text, 0];
    case KEY.end: return [text, text.length];
    case KEY.backspace: return without(text, Math.max(cursor - 1, 0), cursor);
    case KEY.delete: return [text.slice(0, cursor) + text.slice(cursor + 1), cursor];
    case KEY.killToBegin: return without(text, 0, cursor);
    case KEY.killToEnd: return [text.slice(0, cursor), cursor];
    case KEY.killWord: return without(text, wordBegin(text, cursor), cursor);
    default: return [text, cursor];
  }
}

/** The cursor goes to where the codes were. */
function without(text: string, from: number, to: number): readonly [string, number] {
  return [text.slice(0, from) + text.slice(to), from];
}

/** Of the word before the cursor, or in which it is. */
function wordBegin(text: string, cursor: number): number {
  let at = cursor;
  while (at > 0 && text.charCodeAt(at - 1) === SPACE) at--;
  while (at > 0 && text.charCodeAt(at - 1) !== SPACE) at--;
  return at;
}
