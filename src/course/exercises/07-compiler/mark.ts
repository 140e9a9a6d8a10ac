import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import type { CompilerQuestions, HeapObject } from "./questions";

type Mark = CompilerQuestions["mark"];

const object = (address: number, references: readonly number[] = [], bytes = 32): HeapObject => ({ address, bytes, references });

const caseOf = (heap: readonly HeapObject[], roots: readonly number[], want: readonly number[], why: string): Case<Mark> =>
  ({ args: [heap, roots], want, why });

const [A, B, C, D] = [0x1000, 0x1020, 0x1040, 0x1100];

const TELLING: readonly Case<Mark>[] = [
  caseOf([object(A), object(B)], [A], [A], "one is reached, one is not"),
  caseOf([object(A, [B]), object(B, [C]), object(C), object(D)], [A], [A, B, C], "through others"),
  caseOf([object(A, [B]), object(B, [A]), object(C)], [B], [A, B], "a circle that is reached"),
  caseOf([object(A, [B]), object(B, [A]), object(C)], [C], [C], "a circle that is not: counting references would keep it"),
  caseOf([object(A, [A])], [], [], "no roots"),
  caseOf([object(C, [A]), object(A)].sort((a, b) => a.address - b.address), [C, C, A], [A, C], "in order of addresses, each once"),
  caseOf([object(A, [0, B]), object(B)], [A], [A, B], "null refers to nothing"),
];

const ROUGH: readonly Case<Mark>[] = [
  caseOf([object(A), object(B)], [B + 1], [B], "a byte inside: somebody walks over its elements"),
  caseOf([object(A), object(B)], [A + 31], [A], "the last byte"),
  caseOf([object(A), object(D)], [A + 32], [], "the byte behind it is not inside"),
  caseOf([object(A), object(B)], [A + 32], [B], "but here the next one begins"),
  caseOf([object(A), object(D)], [A - 1, 0x1080, 0, 7, -1, 2 ** 52], [], "numbers that are no addresses of objects"),
  caseOf([object(A, [], 16), object(D, [A], 4096)], [D + 4000], [A, D], "far inside a large one"),
  caseOf([object(A, [0x80, B]), object(B)], [A], [A, B], "an object of the image, outside of the heap, is none of its business"),
  caseOf([], [A], [], "an empty heap"),
];

function drawHeap(draw: Draw): Case<Mark> {
  let at = 0x1000;
  const places = draw.times(draw.between(1, 24), () => {
    at += 16 * draw.below(4);
    const place = { address: at, bytes: 16 * draw.between(1, 6) };
    at += place.bytes;
    return place;
  });
  const target = (): number => draw.pick([draw.pick(places).address, draw.pick(places).address, 0]);
  const heap = places.map(({ address, bytes }) => object(address, draw.times(draw.below(4), target), bytes));
  const roots = draw.times(draw.below(4), () => draw.pick([draw.pick(places).address, draw.pick(places).address + draw.between(-2, 96), draw.bits(13)]));
  return { args: [heap, roots], want: reference(heap, roots) };
}

/** Round by round, until no round finds more. */
function reference(heap: readonly HeapObject[], roots: readonly number[]): number[] {
  const live = new Set(heap.filter(({ address, bytes }) => roots.some((root) => root >= address && root < address + bytes)));
  for (let before = -1; before < live.size;) {
    before = live.size;
    const named = new Set([...live].flatMap(({ references }) => references));
    for (const each of heap) if (named.has(each.address)) live.add(each);
  }
  return heap.filter((each) => live.has(each)).map(({ address }) => address);
}

const DEEP = 15_000;

function deep(): Case<Mark> {
  const heap = Array.from({ length: DEEP }, (_, i) => object(0x1_0000 + 32 * i, [i === DEEP - 1 ? 0 : 0x1_0000 + 32 * (i + 1)]));
  return { args: [heap, [0x1_0000]], want: heap.map(({ address }) => address), why: `a list of ${DEEP}` };
}

const hex = (value: number): string => (value < 0 ? String(value) : `0x${value.toString(16)}`);

export const mark: Trial<Mark> = {
  show: {
    call: (heap, roots) => `mark([${heap.slice(0, 10).map(({ address, bytes, references }) => `${hex(address)}, ${bytes} bytes${references.length === 0 ? "" : `, to ${references.map(hex).join(" ")}`}`).join("; ")}${heap.length > 10 ? "; ..." : ""}], [${roots.map(hex).join(", ")}])`,
    answer: (answer) => (Array.isArray(answer) ? `[${answer.slice(0, 16).map((each) => hex(Number(each))).join(", ")}${answer.length > 16 ? ", ..." : ""}]` : String(answer)),
  },
  properties: [
    { title: "keeps what is reached, and nothing else", cases: () => TELLING },
    { title: "takes a word for what it may be", cases: () => ROUGH },
    { title: "agrees with the reference", cases: (draw) => draw.times(300, () => drawHeap(draw)) },
    { title: "follows a long list", cases: () => [deep()] },
  ],
};
