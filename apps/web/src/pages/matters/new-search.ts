/** What the address of the opening form carries. */
export interface NewSearch {
  readonly workflow?: string;
  /** Id of the household it is about. */
  readonly household?: string;
}

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function readNewSearch({ workflow, household }: Readonly<Record<string, unknown>>): NewSearch {
  return {
    ...(typeof workflow === 'string' && /^[a-zA-Z]{1,40}$/.test(workflow) ? { workflow } : {}),
    ...(typeof household === 'string' && idShape.test(household) ? { household } : {}),
  };
}
