import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { exerciseCalled } from "../../src/course/exercises/manifest";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

/** The pages of each kind: the site's own, and one chapter page with figures, code and an exercise. */
const chapterPage = `/${exerciseCalled("decoder/field").section.split("/").map((part) => part.replace(/^\d+-/, "")).join("/")}/`;
const figurePages = [
  ...["what-is-in-this-file", "the-table", "the-mirror"].map((page) => `/decoder/${page}/`),
  ...["a-register-is-a-row", "sums-and-flags", "floating-point-without-lies", "vectors", "many-executors", "time-backwards"].map((page) => `/cpu/${page}/`),
  "/system-registers/a-word-of-fields/", "/mmu/nine-bits-at-a-time/", "/mmu/what-it-remembers/", "/exceptions/what-can-happen/",
  ...["a-bus-and-a-console", "interrupts", "virtqueues", "somebody-elses-kernel"].map((page) => `/devices/${page}/`),
  ...new Set(["<CompilerView", "<RegisterAllocation", "<HeapPicture", "<ServiceLab", "<MemoryMap", "<BootTimeline service"].map(pageWith)),
];
const pages = ["/", "/start/", chapterPage, ...figurePages, "/encoding-map/", "/encoding-map/?at=10001001", "/reference/", "/profile/", "/registers/", "/language/", "/machine/", "/glossary/", "/search/", "/listing/", "/404.html"];

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Findings of axe that are serious or critical, one line each. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Result { readonly id: string; readonly impact?: string | null; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }
    const runner = (window as unknown as { axe: { run(): Promise<{ violations: Result[] }> } }).axe;
    const { violations } = await runner.run();
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.length} times, first ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary ?? ""}`);
  });
}

describe("every page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  for (const address of pages) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`${address} in ${colorScheme} has no serious finding of axe`, async () => {
        const page = await site.page(address, { colorScheme });
        expect(await findings(page)).to.deep.equal([]);
      });
    }
    it(`${address} fits a phone`, async () => {
      const page = await site.page(address, { viewport: phone });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
    });
  }

  it("follows the system's colours until the reader chooses, and then keeps the choice", async () => {
    const page = await site.page("/", { colorScheme: "dark" });
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await paper()).to.equal("rgb(22, 24, 28)");
    await page.getByRole("button", { name: "Switch to light colours" }).click();
    expect(await paper()).to.equal("rgb(252, 250, 246)");
    await page.reload();
    expect(await paper()).to.equal("rgb(252, 250, 246)");
  });

  it("asks no other host for anything, and complains of nothing", () => {
    expect(site.strangers).to.deep.equal([]);
    expect(site.complaints).to.deep.equal([]);
  });
});
