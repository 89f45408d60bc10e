import { type Permission, permissions } from '@yangguang/domain/people/permission';
import { type Role, roles } from '@yangguang/domain/people/role';
import { programmes } from '@yangguang/domain/people/scope';
import { z } from 'zod';

/** Names of people, roles and rights as several nouns of the contract use them. */
export const RoleName = z.enum(Object.keys(roles) as [Role, ...Role[]]);
export const PermissionName = z.enum(permissions as unknown as [Permission, ...Permission[]]);

/** Null: all programmes. */
export const ProgrammeNames = z.array(z.enum(programmes)).min(1).max(programmes.length).nullable();
/** '' (the whole country) or a division of 2, 4, 6, 9 or 12 digits. */
export const AreaCode = z.string().regex(/^(\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?)?$/, 'a division code');
export const PersonName = z.string().trim().min(2).max(40);

/** What somebody may do where, now. */
export const HeldAppointment = z.strictObject({
  role: RoleName,
  area: AreaCode,
  programmes: ProgrammeNames,
  /** A look outside one's own area, for some hours. */
  readsOnly: z.boolean(),
});

export const SessionLine = z.strictObject({
  id: z.uuid(),
  createdAt: z.iso.datetime({ offset: true }),
  lastSeenAt: z.iso.datetime({ offset: true }),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  /** False: the second factor is still missing. */
  isComplete: z.boolean(),
  isThisOne: z.boolean(),
});
