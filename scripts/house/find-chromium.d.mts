/** Path of a Chromium or Chrome on this machine; undefined when there is none. */
export function findChromium(): string | undefined;
