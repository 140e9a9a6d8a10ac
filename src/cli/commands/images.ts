// o2p images: other people's software, to boot on our machine.

import { type Command, InvalidArgumentError } from "commander";
import type { ImageCache } from "../../host/images/cache";
import type { ImageName, SourceName } from "../../host/images/images";

const FETCHED: readonly SourceName[] = ["linux", "u-boot", "busybox"];
const NAMES: readonly ImageName[] = ["linux", "initramfs", "u-boot", "busybox"];

export function register(program: Command): void {
  const images = program
    .command("images")
    .summary("bring other people's software to boot")
    .description(
      "Debian's kernel, U-Boot and busybox for arm64, in the packages that Debian makes, by apt where there is one.\n" +
      "They are kept in .cache/images, or where O2P_CACHE says; what has changed there is not used.");
  images
    .command("fetch")
    .summary("bring an image into the cache")
    .description("Brings linux (and busybox, and builds an initramfs of both), u-boot or busybox into the cache.")
    .argument("<name>", FETCHED.join(", "), oneOf(FETCHED))
    .option("--fresh", "even if it is there", false)
    .action(async (name: SourceName, { fresh }: { readonly fresh: boolean }) => {
      const { fetchImage } = await import("../../host/images/fetch");
      const { imagePath } = await import("../../host/images/images");
      await inCache((cache) => {
        fetchImage(cache, name, fresh, (line) => { process.stderr.write(`${line}\n`); });
        console.log(imagePath(cache, name));
      });
    });
  images
    .command("list")
    .summary("say what is in the cache")
    .action(async () => {
      const { IMAGES } = await import("../../host/images/images");
      await inCache((cache) => {
        for (const name of NAMES) {
          const entry = cache.entry(IMAGES[name]);
          const what = entry === undefined ? "not here" : `${String(entry.size).padStart(10)}  ${entry.sha256.slice(0, 16)}  ${entry.packages.join(" ")}`;
          console.log(`${name.padEnd(10)} ${what}`);
        }
      });
    });
  images
    .command("path")
    .summary("print where an image is")
    .argument("<name>", NAMES.join(", "), oneOf(NAMES))
    .action(async (name: ImageName) => {
      const { imagePath } = await import("../../host/images/images");
      await inCache((cache) => { console.log(imagePath(cache, name)); });
    });
}

async function inCache(work: (cache: ImageCache) => void): Promise<void> {
  const { ImageCache: Cache } = await import("../../host/images/cache");
  const { imagesFolder } = await import("../../course/root");
  const { withReasons } = await import("../input");
  const folder = imagesFolder();
  withReasons(folder, () => { work(new Cache(folder)); });
}

function oneOf<T extends string>(names: readonly T[]): (text: string) => T {
  return (text) => {
    const name = names.find((each) => each === text);
    if (name === undefined) throw new InvalidArgumentError(`Give one of ${names.join(", ")}.`);
    return name;
  };
}
