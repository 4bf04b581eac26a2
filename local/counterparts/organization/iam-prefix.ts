/** IAM's names of services that sign their calls with another one. */
const PREFIXES: Record<string, string> = { tagging: 'tag' };

/** What IAM's actions of a service begin with. */
export function iamPrefix(service: string): string {
  return PREFIXES[service] ?? service;
}
