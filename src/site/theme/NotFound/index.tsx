/** 404. */
import type { ReactNode } from "react";
import { NothingHere } from "../../frame/nothing-here";
import { SiteFrame } from "../../frame/site-frame";

export default function NotFound(): ReactNode {
  return <SiteFrame><NothingHere /></SiteFrame>;
}
