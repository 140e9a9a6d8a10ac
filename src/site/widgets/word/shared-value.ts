/**
 * A figure's word, kept in the page's address (?NAME=0x92008c41) so that a link shows what the reader sees.
 * The address is only touched once the reader has changed something, and is clean again after a reset.
 */
import { useEffect, useRef, useState } from "react";

const settleMs = 250;

export function useSharedValue(name: string, initial: bigint, width: number): [bigint, (value: bigint) => void] {
  const [value, setValue] = useState(initial);
  const touched = useRef(false);

  useEffect(() => {
    const given = parseHex(new URLSearchParams(location.search).get(name) ?? "", width);
    if (given !== undefined) setValue(given);
  }, [name, width]);

  useEffect(() => {
    if (!touched.current) return undefined;
    const timer = setTimeout(() => history.replaceState(history.state, "", addressOf(name, value, initial)), settleMs);
    return () => clearTimeout(timer);
  }, [name, value, initial]);

  return [value, (next) => {
    touched.current = true;
    setValue(next);
  }];
}

/** The page's address with the figure's word in it, or without if the word is the one it starts with. */
export function addressOf(name: string, value: bigint, initial: bigint): string {
  const url = new URL(location.href);
  if (value === initial) url.searchParams.delete(name);
  else url.searchParams.set(name, `0x${value.toString(16)}`);
  return url.toString();
}

/** "0x92008c41", "92008c41", "9200_8c41"; undefined if it is no number of at most `width` bits. */
export function parseHex(text: string, width: number): bigint | undefined {
  const digits = /^\s*(?:0x)?([0-9a-f_ ]+?)\s*$/i.exec(text)?.[1]?.replace(/[_ ]/g, "");
  return digits === undefined || digits === "" || digits.length > width / 4 ? undefined : BigInt(`0x${digits}`);
}
