/** A happening in the forms that frames need: "rebels" "shelled the market" … */
export interface Happening {
  readonly who: string;
  readonly past: string;
  readonly base: string;
  readonly done: string;
  readonly doing: string;
  readonly noun: string;
  readonly passive: string;
  /** Top of the event type that must not come out as a fact. */
  readonly type: string;
}

const happening = (who: string, past: string, base: string, done: string, doing: string, noun: string, passive: string, type = "violence"): Happening => ({ who, past, base, done, doing, noun, passive, type }); // biome-ignore format: one thought

export const HAPPENINGS: readonly Happening[] = [
  happening("rebels", "shelled the market in Donetsk", "shell the market in Donetsk", "shelled the market in Donetsk", "shelling the market in Donetsk", "the shelling of the market in Donetsk", "the market in Donetsk was shelled"),
  happening("soldiers", "shot nine villagers near Goma", "shoot nine villagers near Goma", "shot nine villagers near Goma", "shooting nine villagers near Goma", "the shooting of nine villagers near Goma", "nine villagers were shot near Goma"),
  happening("gunmen", "attacked a police post in Mopti", "attack a police post in Mopti", "attacked a police post in Mopti", "attacking a police post in Mopti", "the attack on a police post in Mopti", "a police post in Mopti was attacked"),
  happening("warplanes", "bombed a school in Idlib", "bomb a school in Idlib", "bombed a school in Idlib", "bombing a school in Idlib", "the bombing of a school in Idlib", "a school in Idlib was bombed"),
  happening("militants", "abducted two engineers in Borno", "abduct two engineers in Borno", "abducted two engineers in Borno", "abducting two engineers in Borno", "the abduction of two engineers in Borno", "two engineers were abducted in Borno"),
  happening("fighters", "killed twelve farmers in Ituri", "kill twelve farmers in Ituri", "killed twelve farmers in Ituri", "killing twelve farmers in Ituri", "the killing of twelve farmers in Ituri", "twelve farmers were killed in Ituri"),
  happening("insurgents", "ambushed a convoy near Kandahar", "ambush a convoy near Kandahar", "ambushed a convoy near Kandahar", "ambushing a convoy near Kandahar", "the ambush of a convoy near Kandahar", "a convoy was ambushed near Kandahar"),
  happening("settlers", "burned three houses in Huwara", "burn three houses in Huwara", "burned three houses in Huwara", "burning three houses in Huwara", "the burning of three houses in Huwara", "three houses were burned in Huwara"),
  happening("police", "arrested forty students in Lima", "arrest forty students in Lima", "arrested forty students in Lima", "arresting forty students in Lima", "the arrest of forty students in Lima", "forty students were arrested in Lima", "coercion"),
  happening("guerrillas", "captured the town of Toribio", "capture the town of Toribio", "captured the town of Toribio", "capturing the town of Toribio", "the capture of the town of Toribio", "the town of Toribio was captured", "force"),
  happening("troops", "opened fire on a crowd in Osh", "open fire on a crowd in Osh", "opened fire on a crowd in Osh", "opening fire on a crowd in Osh", "the shooting at a crowd in Osh", "a crowd in Osh was fired on"),
  happening("militiamen", "looted a hospital in Nyala", "loot a hospital in Nyala", "looted a hospital in Nyala", "looting a hospital in Nyala", "the looting of a hospital in Nyala", "a hospital in Nyala was looted"),
  happening("raiders", "massacred thirty people in Kolom", "massacre thirty people in Kolom", "massacred thirty people in Kolom", "massacring thirty people in Kolom", "the massacre of thirty people in Kolom", "thirty people were massacred in Kolom"),
]; // biome-ignore format: one happening a line

export const SPEAKERS: readonly (readonly [string, string])[] = [
  ["the army", "a doctor"],
  ["the interior ministry", "a local official"],
  ["a police officer", "the governor"],
  ["the mayor", "a teacher"],
  ["the Syrian Observatory for Human Rights", "the United Nations"],
];
