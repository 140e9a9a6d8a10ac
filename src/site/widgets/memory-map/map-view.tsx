/** The picture of a map, and what of it is chosen. Where the map changes, what is chosen stays as long as it is there. */
import { useMemo, useState, type ReactNode } from "react";
import type { MapView } from "../computer/map-view";
import type { ImagePart } from "../service/service-record";
import { useSettled } from "../word/settled";
import { pictureOf, type MapPicture } from "./map-bands";
import { chosenText, MapDetail } from "./map-detail";
import { MapDrawing, type ChosenRow } from "./map-drawing";
import "../machine/machine.css";
import "../page-walk/page-walk.css";
import "./memory-map.css";

interface Props {
  readonly map: MapView;
  /** Of the image, as far as they are known. */
  readonly parts: readonly ImagePart[];
}

export function MapOf({ map, parts }: Props): ReactNode {
  // A running machine reports its map again and again.
  const key = map.ranges.map(({ va, bytes, bits }) => `${va} ${bytes} ${bits}`).join();
  const picture = useMemo(() => pictureOf(map, parts), [key, map.registers.SCTLR_EL1, parts]);
  const [chosen, choose] = useState<ChosenRow>();
  const shown = chosen ?? firstChoice(picture);
  const said = useSettled(chosenText(picture, shown));
  return (
    <>
      <ul className="map-legend">
        <li className="map-code">code <code>r-x</code></li><li className="map-constants">constants <code>r--</code></li>
        <li className="map-variables">variables <code>rw-</code></li><li className="map-devices">devices <code>rw-</code></li>
      </ul>
      <MapDrawing picture={picture} chosen={shown} onChoose={choose} />
      <MapDetail picture={picture} chosen={shown} />
      <p className="visually-hidden" role="status">{said}</p>
      {!map.isWhole && <p className="label">These are the first {map.ranges.length} ranges; there are more.</p>}
    </>
  );
}

/** Code, which says most. */
function firstChoice({ virtual, bands }: MapPicture): ChosenRow {
  const row = virtual.findIndex((each) => each.kind === "band" && bands[each.band]!.kind === "code");
  return { column: "virtual", row: Math.max(row, 0) };
}
