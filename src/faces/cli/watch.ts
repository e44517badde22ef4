import { watch } from "chokidar";

/** New and changed files of folders, one after the other as they come; ends with the process. A file counts once it has stopped growing. */
export async function* watchFolder(paths: readonly string[]): AsyncGenerator<string> {
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: /(?:^|[/\\])\../,
    awaitWriteFinish: { stabilityThreshold: 500 },
  });
  const waiting: string[] = [];
  let wake: (() => void) | null = null;
  const met = (path: string) => {
    waiting.push(path);
    wake?.();
  };
  watcher.on("add", met).on("change", met);
  for (;;) {
    const next = waiting.shift();
    if (next !== undefined) yield next;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}
