import * as z from 'zod/mini';

/** A field that AWS leaves out, sets to null or one day writes otherwise: missing, never an unreadable event. */
export const Text = z.catch(z.optional(z.string()), undefined);

/** A number, also where AWS writes it as a string. */
export const Amount = z.catch(
  z.optional(
    z.pipe(
      z.union([z.string().check(z.regex(/^-?\d+(?:\.\d+)?$/)), z.number()]),
      z.transform((value) => Number(value)),
    ),
  ),
  undefined,
);

/** A yes or no, also where AWS writes it as a string. */
export const Flag = z.catch(z.optional(z.union([z.boolean(), z.stringbool()])), undefined);

/** What of a list can be read; of what is no list, nothing. */
export function listOf<Item extends z.ZodMiniType>(item: Item) {
  const readable = z.transform((values: unknown[]): z.infer<Item>[] =>
    values.flatMap((value) => {
      const result = item.safeParse(value);
      return result.success ? [result.data] : [];
    }),
  );
  return z.catch(z.pipe(z.array(z.unknown()), readable), []);
}
