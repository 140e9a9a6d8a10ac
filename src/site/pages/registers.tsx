/** The system registers of the machine, from the tables that the machine itself reads. */
import { lazy, Suspense, type ReactNode } from "react";
import { PageTitle, SiteFrame } from "../frame/site-frame";

const RegisterAppendix = lazy(async () => ({ default: (await import("../widgets/register-browser/register-appendix")).RegisterAppendix }));

export default function RegistersPage(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="System registers" description="Every system register of the machine of this course: its fields, their values, who may read and write it, and any value explained." />
      <main id="content" className="wide-page">
        <h1>System registers</h1>
        <p className="map-lede">
          Every system register of the machine, from the tables that the machine itself reads. Put any value into one, from a
          crash report or of your own, and see what it says.
        </p>
        <Suspense fallback={<p className="label">Reading the tables</p>}><RegisterAppendix /></Suspense>
      </main>
    </SiteFrame>
  );
}
