/** What the machine executes, and what it does not: from the tables and the profile that the machine itself reads. */
import { lazy, Suspense, type ReactNode } from "react";
import { PageTitle, SiteFrame } from "../frame/site-frame";

const ProfileTable = lazy(async () => ({ default: (await import("../widgets/profile/profile-table")).ProfileTable }));

export default function ProfilePage(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="What the machine executes" description="Every row of the decoder: whether the machine of this course executes it, and which feature it needs if not." />
      <main id="content" className="wide-page">
        <h1>What the machine executes</h1>
        <p className="map-lede">
          The decoder knows more than the machine does. What needs a feature that the machine does not have is Undefined when it is
          executed; a hint that it does not know does nothing, as the architecture has it.
        </p>
        <Suspense fallback={<p className="label">Reading the tables</p>}><ProfileTable /></Suspense>
      </main>
    </SiteFrame>
  );
}
