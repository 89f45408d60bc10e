import { UserError } from '@yangguang/domain/errors/user-error';

/** EVI-101: not one of the kinds of file that are taken, or not what its name says. */
export function notTaken(): UserError {
  return new UserError('EVI-101', {
    what: { zh: '文件没有保存。', en: 'The file was not kept.' },
    why: {
      zh: '文件是空的、类型不在接收之列，或内容与扩展名不符。',
      en: 'It is empty, of a kind that is not taken, or not what its name says.',
    },
    remedy: {
      zh: '请上传 PDF、OFD、图片（jpg、png、tif、bmp、webp、heic）、docx、xlsx、doc、xls、wps、et、txt 或 csv。',
      en: 'Send a PDF, OFD, picture (jpg, png, tif, bmp, webp, heic), docx, xlsx, doc, xls, wps, et, txt or csv.',
    },
  });
}
