/** English word forms at build time, so that a row is found even where the lemmatiser does not know its word. */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `be am is are was were been being;bear bore borne;beat beat beaten;become became;begin began begun;bind bound;blow blew blown;break broke broken;
bring brought;build built;burn burnt burned;burst burst;buy bought;catch caught;choose chose chosen;come came;cut cut;deal dealt;dig dug;do did done does;
draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen;fight fought;find found;flee fled;fling flung;fly flew flown;forbid forbade forbidden;
force forced;freeze froze frozen;get got gotten;give gave given;go went gone goes;hang hung hanged;have had has;hear heard;hide hid hidden;hit hit;hold held;
hurt hurt;keep kept;lay laid;lead led;leave left;let let;lie lay lain;light lit lighted;lose lost;make made;meet met;mow mowed mown;overrun overran;
overthrow overthrew overthrown;pay paid;put put;retake retook retaken;ride rode ridden;rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;
send sent;set set;shoot shot;shut shut;sink sank sunk;slay slew slain;slit slit;spread spread;stand stood;steal stole stolen;step stepped;stick stuck;
sting stung;strike struck stricken;swear swore sworn;sweep swept;take took taken;teach taught;tear tore torn;tell told;throw threw thrown;
tread trod trodden;undergo underwent undergone;waylay waylaid;win won;withdraw withdrew withdrawn;write wrote written;free freed;decree decreed;agree agreed`
    .split(/;\s*/)
    .map((line) => line.trim().split(" "))
    .map(([base, ...forms]) => [base!, forms]),
);

const VOWEL = /[aeiou]/;
/** One vowel and one consonant at the end: "stop" doubles; "l" may ("pummelled", "pummeled"). */
const DOUBLES = /(^|[^aeiou])[aeiou][bdgklmnprtz]$/;

/** The word itself and its forms as a verb. */
export function verbForms(word: string): string[] {
  const stem = word.endsWith("e") ? word.slice(0, -1) : word;
  const forms = new Set([word, third(word)]);
  const irregular = IRREGULAR[word];
  for (const form of irregular ?? []) forms.add(form);
  if (!irregular || irregular[0] === `${stem}ed`) forms.add(past(word));
  forms.add(word.endsWith("ie") ? `${word.slice(0, -2)}ying` : /ee$/.test(word) ? `${word}ing` : `${stem}ing`);
  if (DOUBLES.test(word)) {
    const doubled = word + word.at(-1)!;
    if (!irregular) forms.add(`${doubled}ed`);
    forms.add(`${doubled}ing`);
  }
  return [...forms];
}

const past = (word: string): string =>
  word.endsWith("e") ? `${word}d` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
const third = (word: string): string =>
  /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;

/** The word itself and its plural. */
export function nounForms(word: string): string[] {
  if (/men$|s$/.test(word) || !VOWEL.test(word)) return [word];
  if (/man$/.test(word)) return [word, `${word.slice(0, -3)}men`];
  return [word, third(word)];
}
