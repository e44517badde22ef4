import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Writes between two collections: some hundreds of reports. */
const WRITES = 40;

/**
 * Results of the driver hold memory outside V8 until their handles are collected, and V8, which does not see it, is in no hurry: an import
 * of 100,000 reports would hold ten gigabytes of garbage. So a long run of writes asks for a collection now and then.
 */
export function collector(): () => void {
  let writes = 0;
  let gc: (() => void) | null = null;
  return () => {
    if (++writes % WRITES !== 0) return;
    if (gc === null) {
      setFlagsFromString("--expose-gc");
      gc = runInNewContext("gc") as () => void;
    }
    gc();
  };
}
