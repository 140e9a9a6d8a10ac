// 32 interrupt lines at a time, a bit each, and when they are pending (GIC architecture
// specification, "Interrupt handling state machine").
//
//   level-sensitive   as long as the line is high; the latch is software's, by GICD_ISPENDR
//   edge-triggered    from the moment that the line rises; the latch remembers it until the
//                     interrupt is acknowledged

export interface Lines {
  /** What the devices say. */
  readonly levels: number;
  /** Whose line counts by its edges. */
  readonly edges: number;
  /** The latches. */
  readonly latched: number;
}

/** `lines`, when what their devices say becomes `levels`. A rising edge is latched. */
export function linesAt(lines: Lines, levels: number): Lines {
  const rising = levels & ~lines.levels;
  return { ...lines, levels, latched: lines.latched | (rising & lines.edges) };
}

/** Which of them are pending. A level is not remembered: its device may think better of it. */
export const pendingOf = ({ levels, edges, latched }: Lines): number => latched | (levels & ~edges);
