import { KEY } from "../../src/unikernel/services/monitor/keys";

const SPACE = 32;

/**
 * What a key does to a line: its text and the cursor behind the key. The cursor stands before text[cursor], or at the end.
 * The key is the code of a letter, 32 to 126, which goes in at the cursor; or one of these (services/monitor/keys has them):
 *
 *     KEY.left, KEY.right       one letter to the left or the right
 *     KEY.home, KEY.end         to the beginning or the end
 *     KEY.backspace             takes away the letter before the cursor
 *     KEY.delete                takes away the letter at the cursor
 *     KEY.killToBegin           takes away all that is before the cursor
 *     KEY.killToEnd             takes away all that is at the cursor and behind it
 *     KEY.killWord              takes away, going back from the cursor, first spaces, then all that is no space
 *
 * If a key can do nothing there, or is none of these, the text and the cursor stay as they are.
 */
export function edited(text: string, cursor: number, key: number): readonly [text: string, cursor: number] {
  const before = text.slice(0, cursor);
  const behind = text.slice(cursor);
  if (key >= SPACE && key < KEY.enter) return [before + String.fromCharCode(key) + behind, cursor + 1];
  switch (key) {
    case KEY.left: return [text, Math.max(cursor - 1, 0)];
    case KEY.right: return [text, Math.min(cursor + 1, text.length)];
    case KEY.home: return [text, 0];
    case KEY.end: return [text, text.length];
    case KEY.backspace: return cursor === 0 ? [text, 0] : [before.slice(0, cursor - 1) + behind, cursor - 1];
    case KEY.delete: return [before + behind.slice(1), cursor];
    case KEY.killToBegin: return [behind, 0];
    case KEY.killToEnd: return [before, cursor];
    case KEY.killWord: return withoutWord(before, behind);
    default: return [text, cursor];
  }
}

function withoutWord(before: string, behind: string): readonly [string, number] {
  let at = before.length;
  while (at > 0 && before.charCodeAt(at - 1) === SPACE) at--;
  while (at > 0 && before.charCodeAt(at - 1) !== SPACE) at--;
  return [before.slice(0, at) + behind, at];
}
