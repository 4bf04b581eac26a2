/** A type that AWS Config records, and what proves that it records the tags of one. */
export type ResourceType = { type: string; tagsProvenBy?: string };

/** AWS's managed rules by name, each with the types that it looks at. */
export type ManagedRules = Record<string, { 'Resource Types'?: string | undefined }>;

/** The rules that look at tags: all of them, and no other, bear such a name. */
const READS_TAGS = /^REQUIRED_TAGS$|_TAGGED$/;

/** The types in the order of their names, each with the first of its proofs: a rule of AWS, or an item that had tags. */
export function toResourceTypes(known: string[], rules: ManagedRules, seen: string[]): ResourceType[] {
  const proofs = new Map(seen.map((type) => [type, 'configuration item']));
  // Backwards, so that REQUIRED_TAGS and what comes first in the alphabet stays.
  const names = Object.keys(rules)
    .filter((name) => READS_TAGS.test(name) && name !== 'REQUIRED_TAGS')
    .sort();
  for (const name of ['REQUIRED_TAGS', ...names].toReversed()) {
    for (const type of typesOf(rules[name])) proofs.set(type, name);
  }
  return [...new Set(known)].sort().map((type) => {
    const proof = proofs.get(type);
    return { type, ...(proof ? { tagsProvenBy: proof } : {}) };
  });
}

function typesOf(rule: ManagedRules[string] | undefined): string[] {
  return (rule?.['Resource Types'] ?? '').split(',').map((type) => type.trim());
}
