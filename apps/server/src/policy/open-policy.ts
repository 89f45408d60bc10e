import { calendarSets } from '@yangguang/engine/pack/calendar-file';
import { loadPack } from '@yangguang/engine/pack/load-pack';
import { findParameterValue } from '@yangguang/engine/pack/parameter-file';
import type { PolicyValue, PolicyView } from './policy-view.ts';

/**
 * Reads the policy pack once and answers from memory.
 * @param folders the built-in pack first, then the overlays
 * @throws PackError with file, line and remedy
 */
export function openPolicy(folders: readonly string[]): PolicyView {
  const pack = loadPack(folders);
  const parameters = new Map(pack.parameters.map((parameter) => [parameter.name, parameter]));
  const find = (name: string, region: string, on: string): PolicyValue | null => {
    const parameter = parameters.get(name);
    if (parameter === undefined) return null;
    const found = findParameterValue(parameter, region, on);
    return found === undefined ? null : { value: found.value, unit: parameter.unit };
  };
  return {
    version: pack.version,
    hash: pack.hash,
    calendar: calendarSets(pack.calendar),
    find,
    get(name, region, on) {
      const value = find(name, region, on);
      if (value === null)
        throw new Error(`parameter ${name} has no value in ${region || 'the country'} on ${on}`);
      return value;
    },
  };
}
