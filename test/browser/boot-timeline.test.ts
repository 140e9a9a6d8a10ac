import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

/** Where chapter 6 has the figure. */
const address = "/devices/somebody-elses-kernel/";

describe("BootTimeline", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".boot-timeline .boot-here").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".boot-timeline");

  it("goes from the first instruction to the shell by the keyboard", async () => {
    const page = await open();
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("Home");
    expect(await figure(page).locator(".boot-here").innerText()).to.match(/^Behind 0\.0 million instructions/);
    expect(await figure(page).locator(".boot-console").innerText()).to.equal("nothing");
    await page.keyboard.press("End");
    expect(await figure(page).locator(".boot-console").innerText()).to.match(/BusyBox/);
  });

  it("goes where a lane is pressed", async () => {
    const page = await open();
    const before = await figure(page).locator(".boot-here").innerText();
    await figure(page).scrollIntoViewIfNeeded();
    const box = (await figure(page).locator(".boot-track").first().boundingBox())!;
    await page.mouse.click(box.x + box.width / 10, box.y + box.height / 2);
    expect(await figure(page).locator(".boot-here").innerText()).not.to.equal(before);
  });

  it("says what the kernel does in a part, and in which functions", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "testing its cryptography" }).click();
    expect(await figure(page).locator(".boot-says").innerText()).to.match(/^testing its cryptography\. Every algorithm/);
    expect(await figure(page).locator(".boot-functions code").count()).to.equal(5);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".boot-lane").count()).to.be.greaterThan(5);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
