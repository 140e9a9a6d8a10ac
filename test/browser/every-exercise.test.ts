import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { EXERCISES } from "../../src/course/exercises/manifest";
import { Site } from "./site";

describe("every exercise, in its page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  for (const row of EXERCISES) {
    // A part of the kernel is compiled with it and booted, here beside another browser: half a minute, and more.
    it(`${row.id} is passed by its solution`, async function () {
      this.timeout(180_000);
      const address = `/${row.section.split("/").map((part) => part.replace(/^\d+-/, "")).join("/")}/`;
      const page = await site.page(address);
      const bench = page.getByRole("region", { name: `Exercise: ${row.title}` });
      await bench.getByRole("button", { name: "Write it here" }).click();
      await bench.locator(".cm-content").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      await page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData("text/plain", pasted);
        document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }, readFileSync(path.join(__dirname, "../../solutions", row.file), "utf8"));
      await bench.getByRole("button", { name: "Check" }).click();
      await bench.locator(".verdict").waitFor({ timeout: 150_000 });
      expect(await bench.locator(".verdict").innerText()).to.match(/^pass\s+(\d+) of \1 points/);
      await page.context().close();
    });
  }
});
