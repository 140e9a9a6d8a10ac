// What stands in for "react-dom/server" when the build renders the pages. React puts a large part that could
// be waited for at the end of the page, hidden, and a script moves it to its place: good for a page that is
// still being sent, and an empty box for whoever reads a finished one without script. Here it stands in place.

import type { ReactNode } from "react";
import { type PageStream, type RenderOptions, renderToPipeableStream as render } from "react-dom/server.node";

export function renderToPipeableStream(page: ReactNode, options: RenderOptions): PageStream {
  return render(page, { ...options, progressiveChunkSize: Number.POSITIVE_INFINITY });
}
