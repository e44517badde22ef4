/** For look-up: lower case, quotes and apostrophes straightened, zero-width characters gone. */
export function lowered(word: string): string {
  const low = word.toLowerCase();
  for (let i = 0; i < low.length; i++) if (low.charCodeAt(i) > 127) return plain(low);
  return low.includes("`") ? plain(low) : low;
}

function plain(low: string): string {
  return low
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "");
}
