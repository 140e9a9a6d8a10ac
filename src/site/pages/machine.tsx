/** The machine, whole: whatever boots on the command line boots here. */
import { lazy, Suspense, type ReactNode } from "react";
import { PageTitle, SiteFrame } from "../frame/site-frame";

const Machine = lazy(async () => ({ default: (await import("../widgets/computer/machine-page")).MachinePage }));

export default function MachinePageRoute(): ReactNode {
  return (
    <SiteFrame>
      <PageTitle title="The machine" description="A whole AArch64 computer in the page: it boots the unikernel's services, the course's programs, U-Boot, and Debian's Linux kernel, from files that stay with you." />
      <main id="content" className="wide-page">
        <h1>The machine</h1>
        <p className="map-lede">
          A whole computer, in this page: processors, interrupt controller, timer, serial port, disks. It boots the unikernel&rsquo;s
          services, and yours; the course&rsquo;s programs; and whatever else boots on QEMU&rsquo;s <code>virt</code> board: drop a kernel on it.
        </p>
        <Suspense fallback={<p className="label">Reading the tables</p>}><Machine /></Suspense>
      </main>
    </SiteFrame>
  );
}
