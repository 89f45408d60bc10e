import type { Why } from '@yangguang/contract/matter-parts';
import type { UserError } from '@yangguang/domain/errors/user-error';
import type { z } from 'zod';

/** A refusal as part of an answer. */
export function why(error: UserError): z.output<typeof Why> {
  return {
    code: error.code,
    what: { zh: error.zh, en: error.en },
    why: { zh: error.whyZh, en: error.whyEn },
    remedy: { zh: error.remedyZh, en: error.remedyEn },
  };
}
