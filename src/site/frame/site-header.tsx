/** The bar at the top of every page. */
import type { ReactNode } from "react";
import Link from "@docusaurus/Link";
import { useLocation } from "@docusaurus/router";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { ColourMode } from "./colour-mode";
import { SearchDialog } from "./search-dialog";

const places = [
  { to: "/#road", name: "Road" },
  { to: "/machine/", name: "Machine" },
  { to: "/encoding-map/", name: "Map" },
  { to: "/reference/", name: "Instructions" },
  { to: "/glossary/", name: "Glossary" },
] as const;

export function SiteHeader(): ReactNode {
  const { pathname } = useLocation();
  const base = useBaseUrl("/");
  return (
    <header className="site-header">
      <Link className="site-name" to="/">
        <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
          <rect width="32" height="32" rx="3" fill="currentColor" />
          <path d="M4 6h6v8H4zM12 6h6v8h-6zM4 18h6v8H4zM20 18h8v8h-8z" fill="var(--paper)" />
        </svg>
        <span>From Opcode to Packet</span>
      </Link>
      <nav className="site-places" aria-label="Site">
        {places.map(({ to, name }) => (
          <Link key={to} to={to} aria-current={pathname === base + to.slice(1) ? "page" : undefined}>{name}</Link>
        ))}
      </nav>
      <div className="site-tools">
        <SearchDialog />
        <ColourMode />
      </div>
    </header>
  );
}
