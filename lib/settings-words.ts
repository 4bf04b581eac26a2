import { z } from 'zod';

/** What several blocks of the settings are written with. */
export const Name = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be a short word in lower case: a-z, 0-9, -');
export const OuPath = z.string().startsWith('/', 'must be a path such as /prod');
export const Reason = z.string().min(5, 'must say why, in five letters or more');
/** Values that a filter takes any of. */
export const Words = z.array(z.string().min(1)).min(1, 'must name at least one');
/** The end of a mute. */
export const Moment = z.iso.datetime({
  offset: true,
  error: 'must be a moment such as 2027-01-31T00:00:00Z',
});
