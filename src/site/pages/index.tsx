/** The front page: the machine as far as it is built, and the road. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import useBrokenLinks from "@docusaurus/useBrokenLinks";
import { PageTitle, SiteFrame } from "../frame/site-frame";
import { LazyMachine } from "../widgets/front/lazy-machine";
import { RoadFigure } from "../widgets/front/road-figure";

const description = "Build an AArch64 computer, and the unikernel that runs on it, in TypeScript: a course you read, run and take apart.";

export default function FrontPage(): ReactNode {
  useBrokenLinks().collectAnchor("road");
  return (
    <SiteFrame>
      <PageTitle title="Build a computer" description={description} />
      <main id="content" className="front">
        <div className="front-top">
          <h1>From Opcode to&nbsp;Packet</h1>
          <div>
            <p className="front-lede">
              Build a 64-bit Arm computer. Then build the kernel that runs on it, down to the TCP that answers your browser. All of
              it in TypeScript; none of it a black box.
            </p>
            <p className="front-actions">
              <Link className="button button-strong" to="/start/">Start here</Link>
              <Link className="button" to="/encoding-map/">Walk about in 4,294,967,296 instructions</Link>
            </p>
          </div>
        </div>
        <LazyMachine />
        <p className="machine-caption">
          The kernel of chapter 8, compiled by the compiler of chapter 7, on the machine of chapters 1 to 6: all of it in this page. Type{" "}
          <code>help</code> at its prompt, or press a command. <Link to="/machine/">The machine&rsquo;s own page</Link> boots others, and yours.
        </p>
        <section className="front-section" aria-labelledby="road">
          <h2 id="road">The road</h2>
          <p>Twelve chapters, each ending in something that works and did not work before. The parts you write are plugged into the machine, and it boots with them.</p>
          <RoadFigure />
        </section>
        <section className="front-section">
          <h2>How it goes</h2>
          <ul className="promises">
            <li><h3>A question first</h3><p>You try, and it fails, and the failure is the idea. Then the code: the code that runs, quoted from the tree by the build, never typed into the text.</p></li>
            <li><h3>Figures to put your hands on</h3><p>A word is a row of boxes. Every figure answers at once, can be linked to, and is the same machine you are building.</p></li>
            <li><h3>An outside judge</h3><p>Your decoder is right when it agrees with LLVM on every word; your kernel, when QEMU boots it. Exercises are marked in the page or on the command line, by the same tests.</p></li>
          </ul>
        </section>
      </main>
    </SiteFrame>
  );
}
