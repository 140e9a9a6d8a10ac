import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("BootHeat", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<BootHeat"), options);
    await page.locator(".boot-heat .heat-here").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".boot-heat");
  const here = (page: Page): Promise<string> => figure(page).locator(".heat-here").innerText();

  it("starts where Linux tests its cryptography", async () => {
    const page = await open();
    expect(await here(page)).to.match(/at 5\.75 MiB of the kernel: more than half of what was executed then/);
    expect(await figure(page).locator(".heat-functions code").first().innerText()).to.match(/^mpihelp_submul_1/);
  });

  it("goes through time and through the kernel by the keyboard", async () => {
    const page = await open();
    await figure(page).getByRole("slider", { name: "when" }).focus();
    await page.keyboard.press("Home");
    expect(await here(page)).to.match(/^Behind 0\.0 million instructions/);
    await page.keyboard.press("End");
    expect(await figure(page).locator(".heat-console").innerText()).to.match(/built-in commands/);
    await figure(page).getByRole("slider", { name: "where" }).focus();
    await page.keyboard.press("End");
    expect(await here(page)).to.contain("in programs, at EL0");
  });

  it("goes where the map is pressed", async () => {
    const page = await open();
    await figure(page).locator(".heat-map").scrollIntoViewIfNeeded();
    const box = (await figure(page).locator(".heat-map").boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.02, box.y + 3);
    expect(await here(page)).to.match(/at 0 MiB of the kernel/);
  });

  it("draws what was interpreted, which is less", async () => {
    const page = await open();
    const drawn = (): Promise<number> => figure(page).locator(".heat-map path.heat-cells").evaluateAll((paths) => paths.reduce((sum, path) => sum + (path.getAttribute("d") ?? "").length, 0));
    const all = await drawn();
    await figure(page).getByRole("button", { name: "interpreted", exact: true }).click();
    expect(await drawn()).to.be.within(1, all / 2);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".heat-map path.heat-cells").count()).to.be.greaterThan(5);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
