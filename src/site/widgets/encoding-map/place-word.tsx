/** The end of the walk: all 32 bits are decided, and the place is one word. */
import type { ReactNode } from "react";
import { BitField } from "../bit-field/bit-field";
import { cubeAt, type Place } from "./space";

export function PlaceWord({ place }: { readonly place: Place }): ReactNode {
  const word = `0x${cubeAt(place).value.toString(16).padStart(8, "0")}`;
  return <BitField key={word} id="word" word={word} explain try="Eight cuts, one word. Flip a bit to step to a neighbour." />;
}
