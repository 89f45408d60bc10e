/**
 * Words that the commonest passwords are built on, in the leaked lists of China and of the world, with those this
 * office would think of first. Without digits and signs, which are taken off before comparing.
 */
const words = new Set(
  `password passwd passw passwort pass root admin administrator administer sysadmin manager test testing guest user
   demo default welcome hello login letmein master secret changeme temp server oracle mysql postgres system super
   superman iloveyou sunshine princess dragon monkey football baseball shadow michael computer internet
   woaini woaiwojia iloveu nihao zhongguo beijing china chinese wangyi taobao alipay huawei xiaomi tencent baidu
   minzheng minzhengju minzhengting dibao tekun jiuzhu shehuijiuzhu yangguang yangguangjiuzhu gongzuo mima wodemima
   caiwu shiji zhengfu xian xiangzhen bangong bangongshi kaoqin
   qwerty qwertyuiop qwert qwer asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsx qazwsxedc wsx edc qaz qweasd
   qweasdzxc asdqwe abc abcd abcde abcdef abcdefg abcabc abcdabcd aaa aaaa zxc aa a q qq w x z as zx qa qaq
   liverpool arsenal chelsea pokemon starwars batman matrix freedom whatever trustno trustme flower ninja`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const runs = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '!@#$%^&*()',
  '5201314',
];

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * True for a password that guessing tries early: a common word with digits and signs before or after it
 * (`Admin@123456`), the same in disguise (`P@ssw0rd2024`), or nothing but runs and repeats (`1qaz2WSX!@#`).
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  const undisguised = bare(lower)
    .split('')
    .map((c) => disguises[c] ?? c)
    .join('');
  const cores = [lower.replace(/[^\p{L}]/gu, ''), undisguised.replace(/[^\p{L}]/gu, '')];
  return cores.some((core) => words.has(core)) || withoutRuns(lower) <= 4;
}

/** Digits and signs off the end; those at the beginning of a disguised word belong to it. */
function bare(text: string): string {
  return text.replace(/[^\p{L}@$!]+$/u, '').replace(/[!]+$/u, '');
}

/** Characters left when repeats and runs along keyboard, alphabet and digits are taken out, three or more at a time. */
function withoutRuns(text: string): number {
  let left = text.replace(/(.)\1{2,}/gu, '').replace(/(.{2,})\1+/gu, '$1');
  for (const run of runs) {
    for (let length = run.length; length >= 3; length--) {
      for (let start = 0; start + length <= run.length; start++) {
        left = left.replaceAll(run.slice(start, start + length), '');
      }
    }
  }
  return left.length;
}
