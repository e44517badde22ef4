import { keep, kept } from "./kept.ts";

/** Who is at the keyboard: signed under every decision and correction. Kept on this machine only. */
export const coder = (): string => kept("coder") || "coder";

export const setCoder = (name: string): void => keep("coder", name.trim());
