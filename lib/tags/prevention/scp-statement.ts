/** A statement of a service control policy that denies making things without a tag, or with a wrong value of it. */
export type ScpStatement = {
  Effect: 'Deny';
  Action: string[];
  Resource: string[];
  Condition: Record<string, Record<string, string | string[]>>;
};

export type ScpDocument = { Version: '2012-10-17'; Statement: ScpStatement[] };

/** What AWS Organizations counts of a document: it is written without a space, and one letter may be more than one. */
export function charactersOf(document: unknown): number {
  return Buffer.byteLength(JSON.stringify(document));
}
