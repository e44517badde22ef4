import { api } from "../../api.ts";

/** Bytes sent at once: a folder may be larger than a server takes in one body. */
const BATCH = 32 * 1024 * 1024;

export async function sendFiles(files: readonly File[]): Promise<void> {
  let batch: File[] = [];
  let size = 0;
  for (const file of files) {
    if (batch.length > 0 && size + file.size > BATCH) {
      await api.addFiles(batch);
      [batch, size] = [[], 0];
    }
    batch.push(file);
    size += file.size;
  }
  await api.addFiles(batch);
}

/** Hidden files, which the system keeps for itself, are no reports. */
export const isHidden = (name: string): boolean => name.startsWith(".");

/** Dropped files, folders walked. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found = await Promise.all(entries.map(walk));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (isHidden(entry.name)) return [];
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // A folder is given in batches; an empty one ends it.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return found;
    for (const inside of batch) found.push(...(await walk(inside)));
  }
}
