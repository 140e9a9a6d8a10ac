// How fast the parts of the course are: npm run bench. Reported, not asserted: machines differ.

import { benchDecoder } from "./decoder.bench";
import { figuresTable } from "./stopwatch";

console.log(figuresTable(benchDecoder()));
