import type { Template } from 'aws-cdk-lib/assertions';

/** Some resource of the type has these properties, among others. */
export function expectResource(template: Template, type: string, properties: object): void {
  template.hasResourceProperties(type, properties);
}

/** Every resource of the type has these properties, among others. */
export function expectEvery(template: Template, type: string, properties: object): void {
  template.allResourcesProperties(type, properties);
}

/** So many resources of each type. */
export function expectCounts(template: Template, counts: Record<string, number>): void {
  for (const [type, count] of Object.entries(counts)) template.resourceCountIs(type, count);
}
