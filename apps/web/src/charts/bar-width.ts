/** Width of a bar: nothing is nothing, the least something is still to be seen. */
export function barWidth(value: number, most: number, widest: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.max(2, Math.round((value / most) * widest * 10) / 10);
}
