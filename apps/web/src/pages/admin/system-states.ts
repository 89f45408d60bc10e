/** How many things are to be dealt with, and how many to be kept an eye on. */
export function countStates(items: readonly { readonly state: 'good' | 'attention' | 'bad' }[]): {
  readonly bad: number;
  readonly attention: number;
} {
  const count = (state: string): number => items.filter((item) => item.state === state).length;
  return { bad: count('bad'), attention: count('attention') };
}
