import data from '#lib/tags/prevention/tag-policy-types.json' with { type: 'json' };

/** How a tag policy calls a resource type, and what it can do for it. */
export type TagPolicyType = {
  type: string;
  name: string;
  /** Whether wrong tags can be refused. */
  enforceable?: boolean;
  /** Whether a missing tag can be reported. */
  requirable?: boolean;
  /** Whether `<service>:ALL_SUPPORTED` stands for it too. */
  allSupported?: boolean;
};

const BY_TYPE = new Map<string, TagPolicyType>(data.types.map((entry) => [entry.type, entry]));

/** Undefined: not known, so that nothing is said of it. The file says where to read its list anew. */
export function tagPolicyTypeOf(type: string): TagPolicyType | undefined {
  return BY_TYPE.get(type);
}
