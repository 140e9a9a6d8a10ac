/** What the colours of the picture are. */
import type { ReactNode } from "react";
import type { Decoder } from "../../../machine/decoder/decoder";
import { groupColour, scalableFill, undefinedFill } from "./picture";

export function MapLegend({ decoder }: { readonly decoder: Decoder }): ReactNode {
  const groups = [...new Set(decoder.rows.map(({ group }) => group))];
  const entries = [
    ...groups.map((name, index) => ({ name, fill: groupColour(index) })),
    { name: "SVE and SME, not decoded here", fill: scalableFill },
    { name: "undefined: a row matches, its text refuses", fill: undefinedFill },
    { name: "unallocated: nobody's", fill: "none" },
  ];
  return (
    <ul className="map-legend">
      {entries.map(({ name, fill }) => (
        <li key={name}>
          <svg width="14" height="14" aria-hidden="true"><rect x="0.5" y="0.5" width="13" height="13" fill={fill} stroke="currentColor" strokeOpacity="0.5" /></svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
