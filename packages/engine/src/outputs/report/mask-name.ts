/** 张三丰 → '张*': the first character, by code point so that rare characters survive. */
export function maskName(name: string): string {
  const first = [...name.trim()][0];
  return first === undefined ? '' : `${first}*`;
}
