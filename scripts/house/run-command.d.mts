/** Runs a program of the workshop in the project's root and collects what it prints. Never rejects. */
export function runCommand(
  command: string,
  args: readonly string[],
  options?: { readonly show?: boolean; readonly env?: Readonly<Record<string, string | undefined>> },
): Promise<{ readonly ok: boolean; readonly text: string }>;

/** Path of a tool installed with the project, such as `biome`. */
export function tool(name: string): string;
