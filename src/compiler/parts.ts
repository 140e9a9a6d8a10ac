// All parts of the compiler that can be replaced, by room. What is missing is the compiler's own.

import type { BackParts } from "./back/parts";
import type { FrontParts } from "./front/parts";
import type { LinkParts } from "./link/parts";
import type { OptimizerParts } from "./optimize/parts";

export type CompilerParts = Partial<FrontParts & OptimizerParts & BackParts & LinkParts>;
