import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals about keys of receivers and sealed packages. Codes are permanent. */
const words = {
  'SEAL-101': {
    what: { zh: '这是私钥，不能登记。', en: 'This is a private key and cannot be registered.' },
    why: {
      zh: '私钥只能由接收机关自己保管；发到这里的私钥应当作废。',
      en: 'A private key stays with the receiver alone; one that was sent here must be given up.',
    },
    remedy: {
      zh: '请接收机关重新生成密钥，只交来公钥文件。',
      en: 'Have the receiver make a new key and hand over the public file only.',
    },
  },
  'SEAL-102': {
    what: { zh: '这个公钥不能使用。', en: 'This public key cannot be used.' },
    why: {
      zh: '只接受 P-256、P-384、P-521、X25519，或 3072 位以上的 RSA 公钥（JWK 格式）。',
      en: 'P-256, P-384, P-521, X25519 and RSA of 3072 bits or more are taken, as JWK.',
    },
    remedy: {
      zh: '请用 yangguang receiver-key 生成，或核对文件是否完整。',
      en: 'Make one with yangguang receiver-key, or check that the file is whole.',
    },
  },
  'SEAL-103': {
    what: { zh: '密件是空的，或超过 10 MB。', en: 'The package is empty, or larger than 10 MB.' },
    why: { zh: '密件在内存中加密，不落盘。', en: 'It is sealed in memory and never touches the disk.' },
    remedy: {
      zh: '请核对文件；附件较多的，请分件移送或以纸质移送。',
      en: 'Check the file; send many attachments in parts, or on paper.',
    },
  },
  'SEAL-104': {
    what: { zh: '没有可用的接收机关密钥。', en: 'There is no key of this receiver to seal to.' },
    why: {
      zh: '密钥不存在、已停用，或不属于本地区的接收机关。',
      en: 'It does not exist, was revoked, or belongs to a body of another area.',
    },
    remedy: {
      zh: '请由安全保密管理员登记接收机关的公钥并当面核对指纹。',
      en: 'Have the security administrator register the receiver’s public key and compare the fingerprint in person.',
    },
  },
  'SEAL-105': {
    what: { zh: '没有这个编号的密件。', en: 'There is no package of this number.' },
    why: { zh: '这件移送事项下没有它。', en: 'The referral has none such.' },
    remedy: { zh: '请核对移送单编号。', en: 'Check the number of the slip.' },
  },
  'SEAL-106': {
    what: { zh: '这个编号已经用过。', en: 'The number is taken.' },
    why: {
      zh: '同一移送事项的每份密件各有编号。',
      en: 'Every package of a referral has a number of its own.',
    },
    remedy: { zh: '请换一个移送单编号。', en: 'Give the slip another number.' },
  },
  'SEAL-107': {
    what: { zh: '密件打不开。', en: 'The package cannot be opened.' },
    why: {
      zh: '私钥不是收件机关的那一把，文件不完整，或被改动过。',
      en: 'The private key is not the receiver’s, or the file is incomplete or was changed.',
    },
    remedy: {
      zh: '请核对私钥和文件；仍打不开的，请移送单位重新移送。',
      en: 'Check key and file; if it still does not open, ask the sender to send it anew.',
    },
  },
  'SEAL-108': {
    what: { zh: '这个公钥已经登记过。', en: 'This key is registered already.' },
    why: {
      zh: '同一指纹只登记一次；停用的密钥不再启用。',
      en: 'A fingerprint is registered once; a revoked key stays revoked.',
    },
    remedy: {
      zh: '请核对列表，或请接收机关另行生成。',
      en: 'Look at the list, or have the receiver make another.',
    },
  },
} as const satisfies Record<string, ErrorWords>;

export function referralRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
