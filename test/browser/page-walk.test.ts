import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/mmu/nine-bits-at-a-time/";

describe("PageWalk", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}, query = ""): Promise<Page> {
    const page = await site.page(address + query, options);
    await page.locator(".page-walk .walk-outcome").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".page-walk");
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const va = (page: Page): Promise<string> => figure(page).locator(".walk-address").innerText();
  const gets = (page: Page): Promise<string> => figure(page).locator(".walk-gets").innerText();
  const syndrome = (page: Page): Promise<string> => figure(page).locator(".syndrome-head").innerText().then((text) => text.replace(/\s+/g, " "));
  const chosen = (page: Page): Promise<string[]> => figure(page).locator(".walk-row.chosen .walk-row-index").allInnerTexts();

  it("starts with the address of the text, at its page", async () => {
    const page = await open();
    expect(await va(page)).to.equal("0x12_3456_7890");
    expect(await chosen(page)).to.deep.equal(["0x48", "0x1a2", "0x167"]);
    expect(await gets(page)).to.equal("\u2192 0x4b0c_5890");
  });

  it("says who may not, and what the handler is told", async () => {
    const page = await open();
    await press(page, "PAN");
    expect(await gets(page)).to.equal("\u2192 permission fault, level 3");
    // Data abort from EL1, a read, permission fault at level 3.
    expect(await syndrome(page)).to.equal("ESR_EL1 0x9600000f FAR_EL1 0x0000001234567890");
    await press(page, "EL0");
    expect(await gets(page)).to.equal("\u2192 0x4b0c_5890");
    await press(page, "fetch");
    expect(await syndrome(page)).to.match(/^ESR_EL1 0x8200000f /);
  });

  it("takes a descriptor away, and gives it back", async () => {
    const page = await open();
    await press(page, "valid");
    expect(await gets(page)).to.equal("\u2192 translation fault, level 3");
    expect(await syndrome(page)).to.match(/^ESR_EL1 0x96000007 /);
    await press(page, "as it was");
    expect(await gets(page)).to.equal("\u2192 0x4b0c_5890");
  });

  it("changes any bit of any descriptor on the way", async () => {
    const page = await open();
    await figure(page).locator(".walk-bits").first().click();
    expect(await figure(page).locator(".walk-descriptor-head b").innerText()).to.equal("The entry 0x48 of level 1");
    await figure(page).locator(".walk-descriptor").getByRole("button", { name: "bit 61, APTable: 0" }).click();
    await press(page, "EL0");
    expect(await gets(page)).to.equal("\u2192 permission fault, level 3");
    expect(await figure(page).locator(".walk-reason").innerText()).to.contain("as APTable above leaves it");
  });

  it("chooses another entry by keyboard, and by hand on a phone", async () => {
    const page = await open({ viewport: phone });
    const strip = figure(page).getByRole("slider", { name: "Index at level 3" });
    await strip.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await va(page)).to.equal("0x12_3456_6890");
    expect(await gets(page)).to.equal("\u2192 access flag fault, level 3");
    const box = (await strip.boundingBox())!;
    await page.mouse.click(box.x + (box.width * (0x100 + 0.5)) / 512, box.y + 10);
    expect(await va(page)).to.equal("0x12_3450_0890");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("flips a bit of the address, takes a typed one, and is reset", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "bit 39, range: 0" }).click();
    expect(await gets(page)).to.equal("\u2192 translation fault, level 0");
    expect(await figure(page).locator(".walk-table-unasked").count()).to.equal(3);
    await figure(page).getByRole("textbox", { name: "address" }).fill("0xffff_ffc0_0063_f018");
    expect(await gets(page)).to.equal("\u2192 0x4063_f018");
    expect(await figure(page).locator(".walk-table-unasked").count()).to.equal(1);
    await press(page, "Reset");
    expect(await va(page)).to.equal("0x12_3456_7890");
  });

  it("walks other tables", async () => {
    const page = await open();
    await press(page, "4 KiB pages, 48 bits");
    expect(await figure(page).locator(".walk-table").count()).to.equal(4);
    await press(page, "a 1 GiB block");
    expect(await gets(page)).to.equal("\u2192 0x92a1_0000");
  });

  it("shows the address of a link", async () => {
    const page = await open({}, "?page-walk=0x7ffffff000");
    await page.locator(".walk-address", { hasText: "0x7f_ffff_f000" }).waitFor();
    expect(await gets(page)).to.equal("\u2192 0x4a91_2000");
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await gets(page)).to.equal("\u2192 0x4b0c_5890");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
