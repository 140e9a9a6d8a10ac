/** The anchor of a row on the page of all instructions: "ADD (immediate)" has "add-immediate". */
export function rowAnchor(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
