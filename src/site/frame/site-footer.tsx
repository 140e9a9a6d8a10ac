/** The foot of every page. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";

export function SiteFooter(): ReactNode {
  return (
    <footer className="site-footer">
      <p>
        <em>From Opcode to Packet</em>. Everything here runs in your browser: nothing is fetched from another host,
        nothing about you is sent anywhere, and your progress is kept on this machine.
      </p>
      <nav aria-label="Foot of the page">
        <Link to="/">Front page</Link> <Link to="/machine/">The machine</Link> <Link to="/encoding-map/">Encoding map</Link> <Link to="/reference/">Instructions</Link>{" "}
        <Link to="/profile/">What the machine executes</Link> <Link to="/registers/">System registers</Link> <Link to="/language/">The language</Link> <Link to="/glossary/">Glossary</Link> <Link to="/search/">Search</Link>
      </nav>
    </footer>
  );
}
