import { expect } from "chai";
import type { Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/decoder/the-table/";

describe("TreeWalk", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const text = (page: Page): Promise<string> => page.locator(".tree-walk .instruction-text").innerText();
  const fates = (page: Page): Promise<string[]> => page.locator(".trial p").allInnerTexts().then((all) => all.map((one) => one.replace(/\s+/g, " ")));
  const asked = (page: Page): Promise<string[]> => page.locator(".tree-walk .walk-step .walk-asked").allInnerTexts();

  it("starts with a word that two rows give away", async () => {
    const page = await site.page(address);
    expect(await text(page)).to.equal("movi v0.2s, #0");
    expect(await fates(page)).to.deep.equal([
      "ORR (vector, immediate) matches, and gives it away: elsewhere if cmode=xxx0",
      "SSHR matches, and gives it away: elsewhere if immh=0000",
      "MOVI has the word: every fixed bit agrees",
    ]);
  });

  it("takes another word, and is reset", async () => {
    const page = await site.page(address);
    const line = page.locator(".tree-walk").getByLabel("A word in hexadecimal, or an instruction");
    await line.fill("nop");
    await line.press("Enter");
    expect(await text(page)).to.equal("nop");
    expect((await asked(page))[0]).to.equal("bits 31 to 24");
    expect(await fates(page)).to.deep.equal(["NOP has the word: every fixed bit agrees", "HINT is not asked: the word is gone"]);
    await page.locator(".tree-walk").getByRole("button", { name: "Reset" }).click();
    expect(await text(page)).to.equal("movi v0.2s, #0");
  });

  it("gives another answer by keyboard", async () => {
    const page = await site.page(address);
    await page.getByRole("slider", { name: "The answer: bits 31 to 24" }).focus();
    await page.keyboard.press("Home");
    expect(await page.locator(".tree-walk .bit-field-hex").innerText()).to.equal("0x00000400");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".tree-walk .bit-field-hex").innerText()).to.equal("0x01000400");
    expect(await page.locator(".walk-step.lit .walk-asked").innerText()).to.equal("bits 31 to 24");
  });

  it("gives another answer by hand, also on a phone", async () => {
    const page = await site.page(address, { viewport: phone });
    const skyline = page.getByRole("slider", { name: "The answer: bits 31 to 24" });
    await skyline.scrollIntoViewIfNeeded();
    const box = await skyline.boundingBox();
    if (!box) throw new Error("the skyline is not on the page");
    await page.mouse.click(box.x + (box.width * (0x91 + 0.5)) / 256, box.y + 20);
    expect(await page.locator(".tree-walk .bit-field-hex").innerText()).to.equal("0x91000400");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("says of an unallocated word that no row was looked at", async () => {
    const page = await site.page(`${address}?walk=0x06000000`);
    await page.locator(".tree-walk .bit-field-hex", { hasText: "0x06000000" }).waitFor();
    expect(await page.locator(".walk-leaf .walk-question").innerText()).to.match(/No row is left\s+unallocated/);
  });

  it("is a picture without script", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await page.locator(".trial").first().isVisible()).to.equal(true);
    expect(await fates(page)).to.have.length(3);
  });
});
