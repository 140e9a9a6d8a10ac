import { expect } from "chai";
import type { Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/decoder/what-is-in-this-file/";

describe("FileStrip", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const chosen = (page: Page): Promise<string> => page.locator(".part[aria-pressed='true'] .part-name").innerText();
  const firstLine = (page: Page): Promise<string> => page.locator(".part-bytes li").first().innerText().then((text) => text.replace(/\s+/g, " "));

  it("starts with the words of .text", async () => {
    const page = await site.page(address);
    expect(await chosen(page)).to.equal(".text");
    // As llvm-objdump -d prints it.
    expect(await firstLine(page)).to.equal("0140 e1 ff ff f0 f0ffffe1 adrp x1, 0x200000");
    expect(await page.locator(".part-facts").innerText()).to.contain("offset 0x140, 124 bytes");
  });

  it("lists every part, to choose by mouse and by keyboard", async () => {
    const page = await site.page(address);
    expect(await page.locator(".part-name").allInnerTexts()).to.deep.equal([
      "ELF header", "program headers", ".rodata", "padding", ".text", ".comment", "padding", ".symtab", ".shstrtab", ".strtab", "section headers",
    ]);
    await page.getByRole("button", { name: /\.rodata/ }).click();
    expect(await firstLine(page)).to.equal("0120 68 65 6c 6c 6f 20 66 72 hello fr");
    await page.keyboard.press("ArrowUp");
    expect(await chosen(page)).to.equal("program headers");
    await page.keyboard.press("Home");
    expect(await firstLine(page)).to.equal("0000 7f 45 4c 46 02 01 01 00 \u00b7ELF\u00b7\u00b7\u00b7\u00b7");
    await page.locator(".file-strip").getByRole("button", { name: "Reset" }).click();
    expect(await chosen(page)).to.equal(".text");
  });

  it("chooses the part under the hand, also on a phone", async () => {
    for (const viewport of [{ width: 1440, height: 900 }, phone]) {
      const page = await site.page(address, { viewport });
      const strip = page.locator(".strip-bytes svg");
      await strip.scrollIntoViewIfNeeded();
      const box = await strip.boundingBox();
      if (!box) throw new Error("the strip is not on the page");
      // Byte 0x1e0 is in row 7 of 19, column 32 of 64.
      await page.mouse.click(box.x + (box.width * 32.5) / 64, box.y + (box.height * 7.5) / 19);
      expect(await chosen(page)).to.equal(".symtab");
      expect(await page.locator(".part-facts dl").innerText()).to.match(/length\s+0x201174/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(viewport.width);
    }
  });

  it("is a picture without script", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await page.locator(".part-bytes li").first().isVisible()).to.equal(true);
    expect(await page.locator(".part-bytes li").count()).to.equal(8);
  });
});
