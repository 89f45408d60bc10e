import type { Failure } from '@yangguang/contract/import';
import type { UserError } from '@yangguang/domain/errors/user-error';

/** What is kept of a job without a result: why, in words; nothing when it was cancelled. */
export function failureReport(
  fault: UserError | null,
): { readonly failure: Failure } | Record<string, never> {
  if (fault === null) return {};
  const { code, zh, en, whyZh, whyEn, remedyZh, remedyEn } = fault;
  const [what, why, remedy] = [
    { zh, en },
    { zh: whyZh, en: whyEn },
    { zh: remedyZh, en: remedyEn },
  ];
  return { failure: { code, what, why, remedy } };
}
