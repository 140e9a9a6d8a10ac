/** All that is mapped, as the tables in RAM have it now. */
import type { ReactNode } from "react";
import { MapOf } from "../memory-map/map-view";
import type { ImagePart } from "../service/service-record";
import type { MapView } from "./map-view";

interface Props {
  readonly map: MapView | undefined;
  /** Of the image, if it is one that the site knows. */
  readonly parts: readonly ImagePart[];
}

export function MapPanel({ map, parts }: Props): ReactNode {
  if (map === undefined) return <p className="label">Asking the machine.</p>;
  if ((map.registers.SCTLR_EL1 & 1n) === 0n) return <p className="machine-note">SCTLR_EL1.M is 0: the MMU is off, and every address is physical.</p>;
  return <section aria-label="Memory map"><MapOf map={map} parts={parts} /></section>;
}
