/** Light and dark: the system's choice until the reader makes one, which is kept on this machine. */
const KEY = "hearsay-theme";

export function applyTheme(): void {
  const kept = read();
  if (kept) document.documentElement.dataset.theme = kept;
}

export function switchTheme(): void {
  const { dataset } = document.documentElement;
  const dark = dataset.theme === "dark" || (!dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem(KEY, dataset.theme);
  } catch {
    // Kept for this page only.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
