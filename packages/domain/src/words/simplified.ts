import { Converter } from 'opencc-js/t2cn';

let converter: ((text: string) => string) | undefined;

/** The text in simplified characters (OpenCC, phrase tables included). The tables are built at the first call. */
export function simplified(text: string): string {
  converter ??= Converter({ from: 't', to: 'cn' });
  return converter(text);
}
