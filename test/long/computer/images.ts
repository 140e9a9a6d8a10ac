// The images that the trials boot, out of the cache: `o2p images fetch` has brought them there.

import { imagesFolder } from "../../../src/course/root";
import { ImageCache } from "../../../src/host/images/cache";
import { type ImageName, imagePath } from "../../../src/host/images/images";

/** The image's path; a UserFault says how to bring it. */
export const image = (name: ImageName): string => imagePath(new ImageCache(imagesFolder()), name);
