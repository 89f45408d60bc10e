export function worksInstead(demo: string, work: string): boolean;
export function finishEnd(demo: string, work: string): Promise<boolean>;
export function removeHomes(demo: string): void;
