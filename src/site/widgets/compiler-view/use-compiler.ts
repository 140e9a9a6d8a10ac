/** A compiler as React holds it: one for a component's life, and drawn again whenever there is news of it. */
import { useEffect, useState, useSyncExternalStore } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { type CompilerNews, RemoteCompiler } from "./remote-compiler";

export function useCompiler(): { readonly compiler: RemoteCompiler; readonly news: CompilerNews } {
  const file = useBaseUrl("/compiler/worker.js");
  const [compiler] = useState(() => new RemoteCompiler(file));
  const news = useSyncExternalStore(compiler.subscribe, compiler.news, compiler.news);
  useEffect(() => () => compiler.close(), [compiler]);
  return { compiler, news };
}
