import { type ApiRefusalCode, apiRefusals } from '@yangguang/contract/api-refusals';
import { type Bilingual, UserError } from '@yangguang/domain/errors/user-error';

/** A refusal of the door, in the words of the contract. */
export class ApiRefusal extends UserError {
  /** Fields of the input at fault. */
  readonly fields: readonly string[];

  /** @param what said in place of the contract's own sentence */
  constructor(code: ApiRefusalCode, detail: { fields?: readonly string[]; what?: Bilingual } = {}) {
    const { what, why, remedy } = apiRefusals[code];
    super(code, { what: detail.what ?? what, why, remedy });
    this.name = 'ApiRefusal';
    this.fields = detail.fields ?? [];
  }
}

/** The one answer for what does not exist and for what lies outside the caller's reach. */
export function notFound(): ApiRefusal {
  return new ApiRefusal('API-104');
}
