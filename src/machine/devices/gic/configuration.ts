// GICD_ICFGR: two bits an interrupt, of which only the upper one means anything. 1 is an edge.

/** What the register of 16 interrupts reads, of which `edges` has a bit each. */
export function configurationOf(edges: number): number {
  let value = 0;
  for (let i = 0; i < 16; i++) value |= ((edges >>> i) & 1) << (2 * i + 1);
  return value;
}

/** Which of the 16 interrupts are edge-triggered. */
export function edgesIn(configuration: number): number {
  let edges = 0;
  for (let i = 0; i < 16; i++) edges |= ((configuration >>> (2 * i + 1)) & 1) << i;
  return edges;
}
