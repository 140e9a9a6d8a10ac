import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/mmu/what-it-remembers/";

describe("StaleTlb", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".stale-tlb .tlb-log").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".stale-tlb");
  const press = (page: Page, name: string | RegExp): Promise<void> => figure(page).getByRole("button", { name, exact: typeof name === "string" }).click();
  const last = (page: Page): Promise<string> => figure(page).locator(".tlb-line").last().locator("span").innerText();
  const stale = (page: Page): Promise<string[]> => figure(page).locator(".tlb-stale").allInnerTexts();

  it("starts with a stale entry: the table and the TLB disagree, and the TLB was believed", async () => {
    const page = await open();
    expect(await stale(page)).to.deep.equal(["the TLB says oak", "stale: the table says bay"]);
    expect(await last(page)).to.equal("hit: oak, and the table says otherwise");
  });

  it("is mended by the smallest TLBI, and not by one for another page", async () => {
    const page = await open();
    await press(page, "read program 1's data");
    await press(page, /^TLBI VAE1/);
    expect(await stale(page)).to.have.length(2);
    await press(page, "read program 1's code");
    await press(page, /^TLBI VAE1/);
    expect(await last(page)).to.equal("one entry goes");
    expect(await stale(page)).to.deep.equal([]);
    await press(page, "read program 1's code");
    expect(await last(page)).to.equal("miss, walked: bay");
  });

  it("has a frame chosen for an entry, and another program with its own", async () => {
    const page = await open();
    await figure(page).getByLabel("Frame of program 1's code").selectOption("oak");
    expect(await stale(page)).to.deep.equal([]);
    await press(page, "switch to it");
    await press(page, "read program 2's code");
    expect(await last(page)).to.equal("miss, walked: ash");
  });

  it("leads through break before make, by keyboard", async () => {
    const page = await open();
    await press(page, "Break before make");
    const seen: string[] = [];
    await figure(page).locator(".tlb-next").focus();
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press("Enter");
      seen.push(await last(page));
    }
    expect(seen).to.deep.equal([
      "miss, walked: oak", "program 1's table: code is nothing", "hit: oak, and the table says otherwise", "one entry goes",
      "miss, walked: translation fault, level 3", "program 1's table: code is bay", "miss, walked: bay",
    ]);
    expect(await figure(page).locator(".tlb-next").innerText()).to.equal("Again");
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await stale(page)).to.have.length(2);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
