import { type ErrorWords, UserError } from '@yangguang/domain/errors/user-error';

/** Refusals of retention. Codes are permanent. */
const words = {
  'RET-101': {
    what: { zh: '没有保存期届满的内容。', en: 'Nothing is beyond its time.' },
    why: {
      zh: '该地区没有办结满保存年限、且未被保全的事项。',
      en: 'No matter of this area ended that long ago without being held.',
    },
    remedy: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
  'RET-102': {
    what: { zh: '这份销毁计划已经处理过。', en: 'The plan was decided before.' },
    why: { zh: '它已执行或已撤回。', en: 'It was carried out or withdrawn.' },
    remedy: {
      zh: '如仍需销毁，请另行提出计划。',
      en: 'Propose another one if something is left to be erased.',
    },
  },
  'RET-103': {
    what: { zh: '提出人不能批准自己的计划。', en: 'Whoever proposed a plan does not approve it.' },
    why: {
      zh: '销毁不可恢复，须由另一人核对后批准。',
      en: 'What is erased cannot be brought back: a second person has to look at it.',
    },
    remedy: { zh: '请由安全审计员批准。', en: 'Let the audit administrator approve it.' },
  },
  'RET-104': {
    what: { zh: '这个编号已经用于别的内容。', en: 'The id stands for something else.' },
    why: { zh: '同一编号只能对应同一内容。', en: 'One id stands for one content.' },
    remedy: { zh: '请换一个新编号提交。', en: 'Send it with a new id.' },
  },
  'RET-105': {
    what: { zh: '保全已经解除。', en: 'The hold was released before.' },
    why: { zh: '每次保全只能解除一次。', en: 'A hold is released once.' },
    remedy: { zh: '如仍需保全，请另行设立。', en: 'Set another one if it is still needed.' },
  },
  'API-104': {
    what: { zh: '没有找到。', en: 'Not found.' },
    why: { zh: '它不存在，或不在您的区域内。', en: 'It does not exist, or it is outside your area.' },
    remedy: { zh: '请核对编号。', en: 'Check the number.' },
  },
} as const satisfies Record<string, ErrorWords>;

export function retentionRefusal(code: keyof typeof words): UserError {
  return new UserError(code, words[code]);
}
