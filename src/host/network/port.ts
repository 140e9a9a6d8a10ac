// Where a card is plugged in. Whatever is behind it, a network is a place that takes frames and gives frames.

/** One end of a cable. */
export interface NetworkPort {
  /** Takes a frame, which stays the caller's. It may get lost, as on any Ethernet. */
  send(frame: Uint8Array): void;
  /** No frame will come any more. */
  close(): void;
}

/** Hears each frame that comes; it may keep it. */
export type FrameListener = (frame: Uint8Array) => void;

/** Frames that came to nothing. */
export interface FrameLosses {
  /** No Ethernet frame: too short or too long. */
  malformed: number;
  /** There was no room for it, or nobody to take it. */
  dropped: number;
}

export const noLosses = (): FrameLosses => ({ malformed: 0, dropped: 0 });
