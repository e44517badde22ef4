/** Who is at the keyboard: signed under every decision and correction. Kept on this machine only. */
const KEY = "hearsay-coder";

export const coder = (): string => read() || "coder";

export function setCoder(name: string): void {
  try {
    localStorage.setItem(KEY, name.trim());
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
