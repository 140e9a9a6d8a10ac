/** The map of all 2^32 words. */
import type { ReactNode } from "react";
import { PageTitle, SiteFrame } from "../frame/site-frame";
import { EncodingMap } from "../widgets/encoding-map/encoding-map";

export default function EncodingMapPage(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="Encoding map" description="All 4,294,967,296 words of A64, to walk about in: four bits at a time, from the whole space to one instruction." />
      <main id="content" className="wide-page">
        <h1>Every word there is</h1>
        <p className="map-lede">
          An instruction is 32 bits, so there are 4,294,967,296 of them, and this is all of them. The first four bits to look at
          are 28 to 25: they say which of the manual's groups a word belongs to. Go into a box, and the next four bits cut it in
          sixteen again. After eight cuts you hold one word.
        </p>
        <EncodingMap />
      </main>
    </SiteFrame>
  );
}
