import { type Diagram, parseDiagram as ours } from "../../../machine/decoder/diagram";
import type { DecoderParts } from "../../../machine/decoder/parts";
import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { word } from "../notation";

type ParseDiagram = DecoderParts["parseDiagram"];

/** Masks and values as in the decode tables of the Arm ARM. */
const FROM_THE_MANUAL: readonly Case<ParseDiagram>[] = [
  {
    args: ["sf 0 0 100010 sh imm12:12 Rn:5 Rd:5"],
    want: {
      mask: 0x7f800000, value: 0x11000000, should: 0, shouldValue: 0,
      fields: [
        { name: "sf", shift: 31, width: 1 }, { name: "sh", shift: 22, width: 1 }, { name: "imm12", shift: 10, width: 12 },
        { name: "Rn", shift: 5, width: 5 }, { name: "Rd", shift: 0, width: 5 },
      ],
    },
    why: "ADD (immediate)",
  },
  {
    args: ["11010101000000110010000000011111"],
    want: { mask: 0xffffffff, value: 0xd503201f, should: 0, shouldValue: 0, fields: [] },
    why: "NOP: every bit is fixed, and bit 31 is one of them",
  },
  {
    args: ["0 immlo:2 10000 immhi:19 Rd:5"],
    want: {
      mask: 0x9f000000, value: 0x10000000, should: 0, shouldValue: 0,
      fields: [{ name: "immlo", shift: 29, width: 2 }, { name: "immhi", shift: 5, width: 19 }, { name: "Rd", shift: 0, width: 5 }],
    },
    why: "ADR: a zero can be fixed too",
  },
  {
    args: ["11 001000 0 1 0 (11111) 0 (11111) Rn:5 Rt:5"],
    want: {
      mask: 0xffe08000, value: 0xc8400000, should: 0x001f7c00, shouldValue: 0x001f7c00,
      fields: [{ name: "Rn", shift: 5, width: 5 }, { name: "Rt", shift: 0, width: 5 }],
    },
    why: "LDXR: what should be one is not fixed",
  },
];

/** The parts of a diagram one by one, where they are easy to get wrong. */
const EDGES = [
  ["imm:32", "one field, and nothing fixed"],
  ["(00000000000000000000000000000000)", "everything should be zero"],
  ["(1) imm31:31", "bit 31 should be one, and the number is unsigned"],
  ["1 (0) 0 (1) x:28", "fixed and not, side by side"],
  ["Q U size:2 101110 size2:2 (1) Rm:5 x1:5 Rn:5 0 1 0 1", "names with digits, and fields of one bit"],
] as const;

export const parseDiagram: Trial<ParseDiagram> = {
  show: { call: (diagram) => `parseDiagram("${diagram}")`, answer: (answer) => diagramText(answer) },
  properties: [
    { title: "takes diagrams of the manual apart", cases: () => FROM_THE_MANUAL },
    {
      title: "knows the three kinds of token, wherever they stand",
      cases: () => EDGES.map(([diagram, why]): Case<ParseDiagram> => ({ args: [diagram], want: ours(diagram), why })),
    },
    {
      title: "agrees with the reference on diagrams that nobody has designed",
      cases: (draw) => draw.times(200, (): Case<ParseDiagram> => {
        const diagram = drawDiagram(draw);
        return { args: [diagram], want: ours(diagram) };
      }),
    },
  ],
};

function drawDiagram(draw: Draw): string {
  const tokens: string[] = [];
  for (let left = 32; left > 0;) {
    const width = draw.between(1, Math.min(left, draw.pick([1, 2, 5, 12, 32])));
    const run = draw.bits(width).toString(2).padStart(width, "0");
    const name = `${draw.pick(["imm", "R", "op", "size", "N", "cond"])}${tokens.length}`;
    tokens.push(draw.pick([run, `(${run})`, width === 1 ? name : `${name}:${width}`]));
    left -= width;
  }
  return tokens.join(" ");
}

/** mask 0x7f800000, value 0x11000000, should 0x00000000, shouldValue 0x00000000, fields sf<31> Rd<4:0> */
function diagramText({ mask, value, should, shouldValue, fields }: Diagram): string {
  const numbers = Object.entries({ mask, value, should, shouldValue }).map(([name, bits]) => `${name} ${word(bits)}`);
  const boxes = fields.map(({ name, shift, width }) => `${name}<${width === 1 ? shift : `${shift + width - 1}:${shift}`}>`);
  return `${numbers.join(", ")}, fields ${boxes.join(" ") || "none"}`;
}
