/**
 * A service in the page: its text as the reader has it, and its image, which is the site's own as long as the text is,
 * and the compiler's when it has been changed.
 */
import { useEffect, useRef, useState } from "react";
import useBaseUrl from "@docusaurus/useBaseUrl";
import { newsText, refusedText } from "../compiler-view/compiler-text";
import type { RefusedLine } from "../compiler-view/messages";
import { useCompiler } from "../compiler-view/use-compiler";
import { withCommas } from "../machine/numbers";
import type { ServiceName } from "./service-list";
import { serviceRow, serviceSource } from "./service-records";
import { keepService, useKeptService } from "./service-store";

export interface ServiceInPage {
  readonly text: string;
  readonly isChanged: boolean;
  readonly refused: readonly RefusedLine[];
  /** Something is on its way: the image, or the compiler. */
  readonly isBusy: boolean;
  /** What is going on, or went wrong; "" if there is nothing to say. */
  readonly says: string;
  readonly isWrong: boolean;
  change(text: string): void;
  reset(): void;
  /** Has `take` called with the image of the text as it is now, unless it is refused; `isOwn` if it is the site's. */
  build(): void;
}

type Fetching = { readonly kind: "none" | "coming" } | { readonly kind: "failed"; readonly why: string };
const none = [] as const;

export function useService(name: ServiceName, take: (image: Uint8Array, isOwn: boolean) => void): ServiceInPage {
  const { compiler, news } = useCompiler();
  const folder = useBaseUrl("/services/");
  const original = serviceSource(name);
  const text = useKeptService(name) ?? original;
  const [fetching, setFetching] = useState<Fetching>({ kind: "none" });
  const latest = useRef({ name, take });
  latest.current = { name, take };
  const { file } = serviceRow(name);
  const answer = news.answer?.request.path === file ? news.answer : undefined;
  const outcome = answer?.outcome;
  const refused = outcome?.kind === "refused" && answer?.request.source === text ? outcome.lines : none;

  useEffect(() => { if (outcome?.kind === "compiled") latest.current.take(outcome.image, false); }, [outcome]);
  const build = (): void => {
    if (text !== original) return compiler.compile({ source: text, isOptimized: true, path: file });
    setFetching({ kind: "coming" });
    imageAt(`${folder}${name}.img`).then((image) => {
      setFetching({ kind: "none" });
      if (latest.current.name === name) latest.current.take(image, true);
    }, (fault: unknown) => setFetching({ kind: "failed", why: fault instanceof Error ? fault.message : String(fault) }));
  };
  const change = (next: string): void => keepService(name, next === original ? undefined : next);
  const made = outcome?.kind === "compiled" && answer?.request.source === text ? `Compiled in ${(outcome.ms / 1000).toFixed(1)} s: an image of ${withCommas(outcome.image.length)} bytes.` : "";
  const says = (fetching.kind === "failed" ? fetching.why : undefined) ?? newsText(news) ?? (refused.length > 0 ? refusedText(refused) : made);
  return {
    text, refused, says, build, change, isChanged: text !== original,
    isWrong: refused.length > 0 || news.fault !== undefined || fetching.kind === "failed",
    isBusy: news.isBusy || fetching.kind === "coming",
    reset: () => keepService(name, undefined),
  };
}

/** Asked for when somebody boots it. */
export async function imageAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The image did not come: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
