/** Lower case, one width, no accents, everything but letters and digits as single blanks; '' when nothing is left. */
export function cleanText(raw: string): string {
  if (plainText.test(raw)) return raw;
  return raw
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** A text that is clean as it stands. */
export const plainText = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Spellings that sound alike in most European tongues, in the order in which they are put right. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn|wr)/, 'n'],
  [/^x/, 's'],
  [/ph/g, 'f'],
  [/(?:ck|q|x)/g, 'k'],
  [/sch/g, 's'],
  [/(?:th|dt)/g, 't'],
  [/gh/g, 'g'],
  [/c(?=[eiy])/g, 's'],
  [/mac|mc/g, 'mk'],
];

const CLASSES: Readonly<Record<string, string>> = {
  ...classOf('bp', 'b'),
  ...classOf('fvw', 'f'),
  ...classOf('cgjk', 'k'),
  ...classOf('sz', 's'),
  ...classOf('dt', 't'),
  ...classOf('l', 'l'),
  ...classOf('mn', 'n'),
  ...classOf('r', 'r'),
};

function classOf(letters: string, sound: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, sound]));
}

/**
 * A rough key of how a clean text in Latin letters sounds: consonant classes, at most six of the first word and three of
 * each later one. Other scripts are their own sound. Only for blocking: it never decides anything.
 */
export function soundKey(clean: string): string {
  return clean
    .split(' ')
    .map((word, place) => (/^[a-z]+$/.test(word) ? wordSound(word).slice(0, place === 0 ? 6 : 3) : word))
    .join(' ');
}

function wordSound(word: string): string {
  const told = SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word);
  let key = '';
  let last = '';
  for (const [place, letter] of [...told].entries()) {
    const sound = CLASSES[letter] ?? (place === 0 ? 'a' : '');
    if (sound !== last && sound !== '') key += sound;
    // A vowel between two like sounds keeps them apart; h and y do not.
    if (sound !== '' || 'aeiou'.includes(letter)) last = sound;
  }
  return key;
}
