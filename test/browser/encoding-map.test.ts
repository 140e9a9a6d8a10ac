import { expect } from "chai";
import { Site } from "./site";

describe("the encoding map", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  it("cuts the space in sixteen by bits 28 to 25, as the manual's main table does", async () => {
    const page = await site.page("/encoding-map/");
    const titleOf = (digits: string): Promise<string> => page.locator(".map-box", { hasText: digits }).first().locator(".map-box-title").innerText();
    expect(await titleOf("0010")).to.equal("SVE");
    expect(await titleOf("0011")).to.equal("unallocated");
    expect(await titleOf("1000")).to.equal("Data processing -- immediate");
    expect(await titleOf("0100")).to.equal("Loads and stores");
  });

  it("is walked by keyboard, eight steps to a word and back out", async () => {
    const page = await site.page("/encoding-map/");
    await page.locator(".map-box").first().focus();
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.waitForURL(/at=1000$/);
    for (let step = 2; step <= 8; step++) {
      await page.locator(".map-box").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(`at=1000${"0".repeat(4 * (step - 1))}$`));
    }
    expect(await page.locator(".bit-field .instruction-text").innerText()).to.equal("adr x0, #0");
    await page.getByRole("button", { name: "Back out" }).click();
    await page.waitForURL(/at=1000(0000){6}$/);
  });

  it("lists the rows of a place, each with a link to its entry", async () => {
    const page = await site.page("/encoding-map/?at=10001001");
    // The page is built without a place: it goes to the one in its address when its script starts.
    await page.locator(".class-rows a").first().waitFor();
    expect(await page.locator(".class-rows a").allInnerTexts()).to.include("ADD (immediate)");
  });

  it("comes back with the browser's back button", async () => {
    const page = await site.page("/encoding-map/");
    await page.locator(".map-box").nth(10).click();
    await page.waitForURL(/at=1010$/);
    await page.goBack();
    await page.getByText("4,294,967,296 words").first().waitFor();
  });
});
