/**
 * A register and a value in it, kept in the page's address (?ID=TCR_EL1:0x19) so that a link shows what the
 * reader sees. The address is only touched once the reader has changed something.
 */
import { useEffect, useRef, useState } from "react";
import { bug } from "../../../base/bug";
import { REGISTERS, type SystemRegister } from "../../../machine/sysregs/registers";
import { parseNumber } from "../machine/numbers";
import { resetValue } from "./reset-value";

export interface Shown {
  readonly register: SystemRegister;
  readonly value: bigint;
}

export const behindReset = (register: SystemRegister): Shown => ({ register, value: resetValue(register.name) });

/** What a page asks for. */
export function shownCalled(name: string, value: string | undefined): Shown {
  const shown = behindReset(REGISTERS.find((register) => register.name === name) ?? bug(`<RegisterBrowser>: this machine has no ${name}`));
  return value === undefined ? shown : { ...shown, value: parseNumber(value, 64) ?? bug(`<RegisterBrowser>: "${value}" is no value`) };
}

/** "TCR_EL1:0x19", "TCR_EL1"; undefined if there is nothing of that name, or it is no number. */
export function parseShown(text: string): Shown | undefined {
  const [name, digits] = text.split(":");
  const register = REGISTERS.find((each) => each.name.toLowerCase() === name?.toLowerCase());
  if (register === undefined) return undefined;
  if (digits === undefined) return behindReset(register);
  const value = parseNumber(digits, 64);
  return value === undefined ? undefined : { register, value };
}

export const shownText = ({ register, value }: Shown): string => `${register.name}:0x${value.toString(16)}`;

/** The page's address with the figure's register in it, or without if it is the one that it starts with. */
export function addressOf(id: string, shown: Shown, initial: Shown): string {
  const url = new URL(location.href);
  if (shownText(shown) === shownText(initial)) url.searchParams.delete(id);
  else url.searchParams.set(id, shownText(shown));
  return url.toString();
}

const settleMs = 250;

export function useShownRegister(id: string, initial: Shown): [Shown, (next: Shown) => void] {
  const [shown, setShown] = useState(initial);
  const isTouched = useRef(false);

  useEffect(() => {
    const given = parseShown(new URLSearchParams(location.search).get(id) ?? "");
    if (given !== undefined) setShown(given);
  }, [id]);

  useEffect(() => {
    if (!isTouched.current) return undefined;
    const timer = setTimeout(() => history.replaceState(history.state, "", addressOf(id, shown, initial)), settleMs);
    return () => clearTimeout(timer);
  }, [id, shown, initial]);

  return [shown, (next) => {
    isTouched.current = true;
    setShown(next);
  }];
}
