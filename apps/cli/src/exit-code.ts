/** Exit codes of every command; scripts may rely on them. */
export const exitCode = {
  done: 0,
  /** Done, but files or rows were set aside. */
  setAside: 1,
  usage: 2,
  noUsableInput: 3,
  ourFault: 4,
  interrupted: 130,
} as const;
