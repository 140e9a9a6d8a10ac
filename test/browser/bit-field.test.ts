import { expect } from "chai";
import type { Page } from "playwright-core";
import { Site, phone } from "./site";

/** What the figure at the end of the encoding map's walk shows: any word may be asked for by address. */
const figureOf = (word: string): string => `/encoding-map/?at=${placeOf(Number(word))}`;

/** The map asks for bits 28 to 25 first, then 31 to 29 and 24, then the rest. */
function placeOf(word: number): string {
  const order = [28, 27, 26, 25, 31, 30, 29, 24, ...Array.from({ length: 24 }, (_, i) => 23 - i)];
  return order.map((bit) => (word >>> bit) & 1).join("");
}

// The text is what llvm-mc -disassemble says of the word, its tabs as spaces.
const words = [
  // word        text                                     row
  ["0x91000420", "add x0, x1, #1",                        "ADD (immediate)"],
  ["0x92008c41", "and x1, x2, #0xf000f000f000f",          "AND (immediate)"],
  ["0xaa0103e0", "mov x0, x1",                            "ORR (shifted register)"],
] as const;

const states = [
  // word        said in place of the text   and why
  ["0x06000000", "unallocated",              "No instruction has this pattern."],
  ["0x0420c000", "an SVE instruction",       "Scalable Vector Extension"],
] as const;

describe("BitField", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const text = (page: Page): Promise<string> => page.locator(".bit-field .instruction-text").innerText();

  for (const [word, shown, row] of words) {
    it(`${word} is ${shown}`, async () => {
      const page = await site.page(figureOf(word));
      expect(await text(page)).to.equal(shown);
      expect(await page.locator(".bit-field .row-name a").innerText()).to.equal(row);
    });
  }

  for (const [word, said, why] of states) {
    it(`${word} is ${said}`, async () => {
      const page = await site.page(figureOf(word));
      expect(await text(page)).to.equal(said);
      expect(await page.locator(".row-verdict").innerText()).to.contain(why);
    });
  }

  it("flips a bit by mouse and by keyboard", async () => {
    const page = await site.page(figureOf("0x91000420"));
    await page.locator(".bit-field [data-bit='30']").click();
    expect(await text(page)).to.equal("sub x0, x1, #1");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    expect(await text(page)).to.equal("subs x0, x1, #1");
    expect(await page.locator(".bit-field [data-bit='29']").getAttribute("aria-pressed")).to.equal("true");
  });

  it("paints when dragged over", async () => {
    const page = await site.page(figureOf("0x91000020"));
    const from = await page.locator(".bit-field [data-bit='13']").boundingBox();
    const to = await page.locator(".bit-field [data-bit='10']").boundingBox();
    if (!from || !to) throw new Error("the boxes are not on the page");
    await page.mouse.move(from.x + 4, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 4, to.y + 8, { steps: 12 });
    await page.mouse.up();
    expect(await text(page)).to.equal("add x0, x1, #15");
  });

  it("takes hexadecimal and assembly, and says where a mistake is", async () => {
    const page = await site.page(figureOf("0x91000420"));
    const line = page.getByLabel("A word in hexadecimal, or an instruction");
    await line.fill("8b020020");
    await line.press("Enter");
    expect(await text(page)).to.equal("add x0, x1, x2");
    await line.fill("ldr x3, [x0], #8");
    await line.press("Enter");
    expect(await page.locator(".bit-field-hex").innerText()).to.equal("0xf8408403");
    await line.fill("add x0, x1, #5000");
    await line.press("Enter");
    expect(await page.locator(".bit-field-fault").innerText()).to.match(/\d/);
    expect(await text(page)).to.equal("ldr x3, [x0], #8");
  });

  it("can be linked to, and reset", async () => {
    const page = await site.page(figureOf("0x91000420"));
    await page.locator(".bit-field [data-bit='30']").click();
    await page.waitForURL(/[?&]word=0xd1000420/);
    const address = new URL(page.url());
    await page.getByRole("button", { name: "Reset" }).click();
    expect(await text(page)).to.equal("add x0, x1, #1");
    await page.waitForURL((url) => !url.searchParams.has("word"));
    const other = await site.page(address.pathname + address.search);
    await other.getByText("0xd1000420", { exact: true }).waitFor();
  });

  it("lights a field's operand", async () => {
    const page = await site.page(figureOf("0x91000420"));
    await page.locator(".word-names-wide .word-name", { hasText: "imm12" }).hover();
    expect(await page.locator(".operand.lit").allInnerTexts()).to.deep.equal(["#1"]);
  });

  it("lights a field's boxes when the text that names it is pointed at", async () => {
    const page = await site.page("/decoder/fields/");
    await page.locator(".field-name", { hasText: /^imm12$/ }).first().hover();
    expect(await page.locator(".bit-field").first().locator(".word-bit.lit").count()).to.equal(12);
  });

  it("stands in two rows of sixteen on a phone, within the page", async () => {
    const page = await site.page(figureOf("0x91000420"), { viewport: phone });
    const top = await page.locator(".bit-field [data-bit='31']").boundingBox();
    const bottom = await page.locator(".bit-field [data-bit='15']").boundingBox();
    expect(bottom?.y).to.be.greaterThan(top?.y ?? Infinity);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });
});
