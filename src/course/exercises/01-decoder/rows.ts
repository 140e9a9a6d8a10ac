// The exercises of chapter 1, in the order in which the chapter meets them.

import type { ExerciseRow } from "../exercise";

const INTERFACE = "src/machine/decoder/parts.ts";

export const DECODER_EXERCISES: readonly ExerciseRow[] = [
  {
    id: "decoder/field",
    title: "Bits hi to lo",
    file: "01-decoder/field.ts",
    kind: "part",
    points: 5,
    exports: { name: "field", type: `DecoderParts["field"]`, from: INTERFACE },
    task: "Return bits hi to lo of a word, both ends included, as an unsigned number.",
    needs: [],
    hints: [
      "How many bits are there from 21 down to 10? Count them on your fingers before you subtract.",
      "Two shifts are enough: the first pushes out what stands above hi, the second what stands below lo.",
      "JavaScript shifts by the low five bits of the distance (x << 32 is x), and only >>> gives an unsigned result.",
    ],
    section: "01-decoder/fields",
  },
];
