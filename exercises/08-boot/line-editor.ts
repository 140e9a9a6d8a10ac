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
  throw new Error(`Return the text and the cursor behind key ${key}: they are "${text}" and ${cursor}.`);
}
