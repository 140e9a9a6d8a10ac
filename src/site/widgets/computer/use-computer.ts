/** A machine as React holds it: one for a component's life, and drawn again whenever something of it is news. */
import { useEffect, useState, useSyncExternalStore } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { RemoteComputer, type Known } from "./remote-computer";

export function useComputer(): { readonly computer: RemoteComputer; readonly known: Known } {
  const file = useBaseUrl("/computer/worker.js");
  const [computer] = useState(() => new RemoteComputer(file));
  const known = useSyncExternalStore(computer.subscribe, computer.known, computer.known);
  useEffect(() => () => computer.close(), [computer]);
  return { computer, known };
}
