import { keep, kept } from "../kept.ts";

/** Light and dark: the system's choice until the reader makes one, which is kept on this machine. */
export function applyTheme(): void {
  const chosen = kept("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
}

export function switchTheme(): void {
  const { dataset } = document.documentElement;
  const dark = dataset.theme === "dark" || (!dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  dataset.theme = dark ? "light" : "dark";
  keep("theme", dataset.theme);
}
