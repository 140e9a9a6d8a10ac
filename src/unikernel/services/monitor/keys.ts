// The bytes of a serial line as keys. A key of its own has a sequence of bytes (ECMA-48, "Control
// sequences"; xterm's "ctlseqs"):
//
//   ESC [ 0..9 ; < = > ? ...   intermediates   one letter or ~
//   ESC O                                      one letter
//
// 1. Any bytes at all are read: what is no key is none, and a control code ends a sequence that it
//    comes into.

/** What read() answers: a printable code, 32 to 126, or one of these. */
export const KEY = {
  none: -1,
  enter: 256, cancel: 257, backspace: 258, delete: 259, killToBegin: 260, killToEnd: 261,
  killWord: 262, left: 263, right: 264, up: 265, down: 266, home: 267, end: 268, redraw: 269,
} as const;

const CONTROL: readonly (readonly [code: number, key: number])[] = [
  [1,   KEY.home],        // Ctrl-A
  [2,   KEY.left],        // Ctrl-B
  [3,   KEY.cancel],      // Ctrl-C
  [4,   KEY.delete],      // Ctrl-D
  [5,   KEY.end],         // Ctrl-E
  [6,   KEY.right],       // Ctrl-F
  [8,   KEY.backspace],   // Ctrl-H
  [10,  KEY.enter],       // LF
  [11,  KEY.killToEnd],   // Ctrl-K
  [12,  KEY.redraw],      // Ctrl-L
  [13,  KEY.enter],       // CR
  [14,  KEY.down],        // Ctrl-N
  [16,  KEY.up],          // Ctrl-P
  [21,  KEY.killToBegin], // Ctrl-U
  [23,  KEY.killWord],    // Ctrl-W
  [127, KEY.backspace],
];

/** By a sequence's last letter. */
const LETTERS: readonly (readonly [code: number, key: number])[] = [
  [65, KEY.up], [66, KEY.down], [67, KEY.right], [68, KEY.left], [70, KEY.end], [72, KEY.home],
];

/** By the number in front of ~. */
const NUMBERS: readonly (readonly [number: number, key: number])[] = [
  [1, KEY.home], [3, KEY.delete], [4, KEY.end], [7, KEY.home], [8, KEY.end],
];

const LF = 10;
const CR = 13;
const ESC = 27;
const SPACE = 32;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const AT_SIGN = 64;
const LETTER_O = 79;
const BRACKET = 91;
const TILDE = 126;
const DEL = 127;
const MOST_NUMBER = 1000;

function lookUp(table: readonly (readonly [number, number])[], code: number): number {
  for (const [from, key] of table) if (from === code) return key;
  return KEY.none;
}

export class KeyReader {
  #state: "plain" | "escape" | "sequence" | "letter" = "plain";
  /** Of the sequence, so far; MOST_NUMBER: no key has that. */
  #number = 0;
  #wasCr = false;

  /** The key that the byte completes. */
  read(code: number): number {
    const isSecondOfTwo = this.#wasCr && code === LF;
    this.#wasCr = code === CR;
    if (isSecondOfTwo) return KEY.none;
    if (code < SPACE || code === DEL) return this.#control(code);
    if (this.#state === "escape") return this.#behindEscape(code);
    if (this.#state === "letter") return this.#last(code);
    if (this.#state === "sequence") return this.#inSequence(code);
    return code < DEL ? code : KEY.none;
  }

  #control(code: number): number {
    this.#state = code === ESC ? "escape" : "plain";
    return lookUp(CONTROL, code);
  }

  #behindEscape(code: number): number {
    this.#number = 0;
    if (code === BRACKET) this.#state = "sequence";
    else this.#state = code === LETTER_O ? "letter" : "plain";
    return KEY.none;
  }

  #inSequence(code: number): number {
    if (code >= AT_SIGN) return this.#last(code);
    const isDigit = code >= DIGIT_0 && code <= DIGIT_9;
    const next = isDigit ? 10 * this.#number + code - DIGIT_0 : MOST_NUMBER;
    this.#number = Math.min(next, MOST_NUMBER);
    return KEY.none;
  }

  #last(code: number): number {
    this.#state = "plain";
    if (code === TILDE) return lookUp(NUMBERS, this.#number);
    return this.#number === 0 ? lookUp(LETTERS, code) : KEY.none;
  }
}
