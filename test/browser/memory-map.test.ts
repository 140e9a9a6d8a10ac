import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("MemoryMap", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<MemoryMap"), options);
    await figure(page).scrollIntoViewIfNeeded();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".memory-map").first();
  const column = (page: Page, name: "Virtual" | "Physical"): Locator => figure(page).getByRole("region", { name: `${name} addresses` });
  const row = (page: Page, in_: "Virtual" | "Physical", name: RegExp): Locator => column(page, in_).getByRole("button", { name }).first();
  const detail = (page: Page): Promise<string> => figure(page).locator(".map-detail").innerText();
  const live = (page: Page): Promise<void> => figure(page).getByText(/in the RAM of the machine in this page\. (It has switched itself off|Asleep)/).waitFor({ timeout: 60_000 });

  it("is drawn from the tables of the machine in the page", async () => {
    const page = await open();
    await live(page);
    expect(await figure(page).locator(".map-source").innerText()).to.match(/^From the \d+ translation tables in the RAM of the machine in this page\./);
    expect(await figure(page).locator(".map-wrong").count()).to.equal(0);
  });

  it("says of a range who may do what there, and shows its descriptor", async () => {
    const page = await open();
    await live(page);
    expect(await detail(page)).to.match(/^code: .*EL1 reads and executes; EL0 does nothing here\./s);
    await row(page, "Virtual", /constants/).click();
    expect(await detail(page)).to.match(/^constants: .*EL1 reads; EL0 does nothing here\..*pages of 4 KiB/s);
    expect(await figure(page).locator(".walk-facts dt").allInnerTexts()).to.deep.equal(["UXN", "PXN", "Contiguous", "output address", "nG", "AF", "SH", "AP", "AttrIndx", "type"]);
    await row(page, "Physical", /devices/).click();
    expect(await detail(page)).to.match(/Device-nGnRE\..*Mapped by 1 block of 1 GiB/s);
  });

  it("says of a guard that nothing is there, on both sides", async () => {
    const page = await open();
    await row(page, "Virtual", /guard/).click();
    expect(await detail(page)).to.match(/^guard: 4 KiB .* on purpose/);
    await row(page, "Physical", /guard/).click();
    expect(await detail(page)).to.match(/^guard: 4 KiB of RAM at .* no virtual address/);
  });

  it("is gone through by the keyboard", async () => {
    const page = await open();
    await live(page);
    await row(page, "Virtual", /stack of exceptions/).focus();
    await page.keyboard.press("Enter");
    expect(await detail(page)).to.match(/^stack of exceptions: 32 KiB/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await detail(page)).to.match(/^guard: 4 KiB/);
  });

  it("boots another service for its map", async () => {
    const page = await open();
    await live(page);
    await figure(page).getByRole("button", { name: "ticker", exact: true }).click();
    await figure(page).getByText(/in the RAM of the machine in this page. It has switched itself off/).waitFor({ timeout: 60_000 });
    expect(await row(page, "Virtual", /code/).getAttribute("aria-pressed")).to.equal("true");
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
    const overflowing = await figure(page).locator(".map-row button").evaluateAll((buttons) => buttons.filter((button) => button.scrollHeight > button.clientHeight + 1).map((button) => button.textContent));
    expect(overflowing).to.deep.equal([]);
  });

  it("is a picture without script, from the machine that the site was built with", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".map-row").count()).to.be.greaterThan(15);
    expect(await figure(page).locator(".map-source").innerText()).to.contain("when this site was built");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
