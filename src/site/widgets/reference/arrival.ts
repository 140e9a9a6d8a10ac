/** A list that comes late is not there yet when the browser looks for the entry that the address names. */
import { useEffect } from "react";
import { useLocation } from "@docusaurus/router";

/** Scrolls to that entry once the list is there, and again when the address names another. */
export function useArrival(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== "") document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
}
