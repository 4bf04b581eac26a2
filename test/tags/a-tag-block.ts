import type { z } from 'zod';
import { Tags } from '#lib/tags/tag-block.ts';

type Given = Partial<z.input<typeof Tags>>;

/** A block `tags` of the settings that requires an owner, changed as given. */
export function aTagBlock(over: Given = {}): Tags {
  return Tags.parse({ required: [{ key: 'Owner', purpose: 'who is called when it breaks' }], ...over });
}
