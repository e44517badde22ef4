/** The shapes: a glyph of each camp, verdict and precision, always beside a word or with a label. */

export type GlyphName =
  | "g-state" | "g-armed" | "g-media" | "g-witness" | "g-open" | "arr" | "v-agree" | "v-differ" | "v-contradict" | "v-one-voice"
  | "p-spot" | "p-disc" | "p-area" | "half" | "lock"; // biome-ignore format: names in few lines

export function Glyph({ name, label, large = false }: { name: GlyphName; label?: string; large?: boolean }) {
  const use = <use href={`#${name}`} />;
  const className = large ? "i lg" : "i";
  if (label === undefined)
    return (
      <svg className={className} aria-hidden="true">
        {use}
      </svg>
    );
  return (
    <svg className={className} role="img" aria-label={label}>
      {use}
    </svg>
  );
}

/** Drawn once a page; every glyph refers to it. */
export function Sprite() {
  return (
    <svg className="sr" width="0" height="0" aria-hidden="true">
      <defs>
        <symbol id="g-state" viewBox="0 0 10 10">
          <rect x=".8" y=".8" width="8.4" height="8.4" />
        </symbol>
        <symbol id="g-armed" viewBox="0 0 10 10">
          <path d="M5 .3 10 9.4H0z" />
        </symbol>
        <symbol id="g-media" viewBox="0 0 10 10">
          <path d="M5-.3 10.3 5 5 10.3-.3 5z" />
        </symbol>
        <symbol id="g-witness" viewBox="0 0 10 10">
          <circle cx="5" cy="5" r="4.7" />
        </symbol>
        <symbol id="g-open" viewBox="0 0 10 10">
          <circle cx="5" cy="5" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.7" />
        </symbol>
        <symbol id="arr" viewBox="0 0 14 10">
          <path d="M0 5h12M8.6 1.4 12.4 5 8.6 8.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </symbol>
        <symbol id="v-agree" viewBox="0 0 14 10">
          <path d="M1 3h12M1 7h12" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </symbol>
        <symbol id="v-differ" viewBox="0 0 14 10">
          <path d="M1 3h12M1 7h12M10.5-1 3.5 11" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </symbol>
        <symbol id="v-contradict" viewBox="0 0 14 10">
          <path d="M0 0 6.4 5 0 10zM14 0 7.6 5 14 10z" />
        </symbol>
        <symbol id="v-one-voice" viewBox="0 0 14 10">
          <path d="M1 5h12" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="2 2.6" />
        </symbol>
        <symbol id="p-spot" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="2.6" />
        </symbol>
        <symbol id="p-disc" viewBox="0 0 12 12">
          <circle cx="6" cy="6" r="5" fill="currentColor" fillOpacity=".22" stroke="currentColor" />
        </symbol>
        <symbol id="p-area" viewBox="0 0 12 12">
          <path d="M1.5 2.5 9 .8l2.2 5.4-3.6 5-6-2z" fill="none" stroke="currentColor" strokeDasharray="2 1.4" />
          <path d="M2 7 7 1.6M4 9.6 10 3.6M7 11 10.8 7" stroke="currentColor" fill="none" strokeWidth=".9" />
        </symbol>
        <symbol id="half" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" />
        </symbol>
        <symbol id="lock" viewBox="0 0 12 12">
          <path
            d="M2 5.4h8V11H2zM3.7 5.4V3.6a2.3 2.3 0 0 1 4.6 0v1.8"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
          />
        </symbol>
      </defs>
    </svg>
  );
}
