/**
 * Numbers everybody knows to be made up: the specimen of the national standard GB 11643, its companion, and
 * the specimens of the residence permits of Hong Kong/Macao and Taiwan residents.
 */
const knownSpecimens = new Set([
  '11010519491231002X',
  '440524188001010014',
  '810000199408230021',
  '830000199201300022',
]);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Valid 18-character ID numbers in a text, specimens left out. Written apart from the product's own code. */
export function findIdNumbers(text) {
  const found = text.match(/(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g) ?? [];
  return found.filter((number) => isValid(number.toUpperCase()) && !knownSpecimens.has(number.toUpperCase()));
}

function isValid(number) {
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (year < 1850 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return '10X98765432'[sum % 11] === number[17];
}
