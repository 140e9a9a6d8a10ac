import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site } from "./site";

const address = "/exceptions/from-outside/";

describe("the contents beside a page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const contents = (page: Page): Locator => page.getByRole("navigation", { name: "Contents", exact: true });

  it("show the page among those of its chapter, and fold the other chapters", async () => {
    const page = await site.page(address);
    const open = contents(page).locator("details[open]");
    expect(await open.locator("summary").allInnerTexts()).to.satisfy((texts: string[]) => texts.length === 1 && /Exceptions/.test(texts[0]!));
    expect(await open.locator("a[aria-current='page']").getAttribute("href")).to.equal(address);
    const here = (await open.locator("a[aria-current='page']").boundingBox())!;
    expect(here.y + here.height).to.be.lessThan(page.viewportSize()!.height);
  });

  it("open a chapter by keyboard, and lead to its pages", async () => {
    const page = await site.page(address);
    await contents(page).locator("summary", { hasText: "The decoder" }).focus();
    await page.keyboard.press("Enter");
    await contents(page).getByRole("link", { name: "The mirror" }).click();
    await page.waitForURL(/\/decoder\/the-mirror\/$/);
    await contents(page).locator("a[aria-current='page'][href='/decoder/the-mirror/']").waitFor();
  });

  it("have every page without script", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await contents(page).locator("a[href^='/devices/']").count()).to.equal(10);
  });

  it("complain of nothing", () => expect(site.complaints).to.deep.equal([]));
});
