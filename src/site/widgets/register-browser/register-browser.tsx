/**
 * `<RegisterBrowser register="SCTLR_EL1" value="0x30d00801" />`: any system register of the machine, any value
 * in it, every field explained. The tables come with the figure.
 */
import { lazy, Suspense, type ReactNode } from "react";
import "./register-browser.css";

export interface RegisterBrowserProps {
  /** The manual's name. */
  readonly register: string;
  /** Without one, what it holds behind a cold reset. */
  readonly value?: string;
  /** For links; one figure of a register on a page needs none. */
  readonly id?: string;
}

const RegisterFigure = lazy(async () => ({ default: (await import("./register-figure")).RegisterFigure }));

export function RegisterBrowser({ register, value, id = `register-${register}` }: RegisterBrowserProps): ReactNode {
  return <Suspense fallback={<div className="figure figure-wide register-browser" />}><RegisterFigure id={id} start={register} startsWith={value} /></Suspense>;
}
