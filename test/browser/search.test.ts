import { expect } from "chai";
import { Site } from "./site";

describe("search", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  it("opens with a slash, finds a word of the text, and goes there by Enter", async () => {
    const page = await site.page("/");
    await page.keyboard.press("/");
    const words = page.getByRole("combobox", { name: "Search the course" });
    await words.fill("immediate");
    await page.getByRole("option").first().waitFor();
    expect(await page.locator(".search-state").innerText()).to.match(/^\d+ places?, best first$/);
    await words.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).count()).to.equal(1);
    await words.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/");
  });

  it("says so when there is nothing", async () => {
    const page = await site.page("/search/");
    await page.getByRole("combobox", { name: "Search the course" }).fill("qwxzyv");
    await page.getByText("Nothing about \"qwxzyv\".").waitFor();
  });
});
