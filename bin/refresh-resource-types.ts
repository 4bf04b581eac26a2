import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ResourceType } from '@aws-sdk/client-config-service';
import { z } from 'zod';
import { SEEN_WITH_TAGS } from '#bin/resource-types/seen-with-tags.ts';
import { toResourceTypes } from '#bin/resource-types/to-resource-types.ts';

// npm run refresh:resource-types -- FILE: after an update of the SDK, or when AWS has made new managed rules. FILE is
// moto's aws_managed_rules.json(.gz), which npm run conformance:aws installs below .conformance/venv.

const TARGET = new URL('../lib/tags/resource-types.json', import.meta.url);
const ManagedRuleFile = z.object({
  ManagedRules: z.record(z.string(), z.object({ 'Resource Types': z.string().optional() })),
});

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file of managed rules');
const bytes = readFileSync(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
const { ManagedRules } = ManagedRuleFile.parse(JSON.parse(text));
const types = toResourceTypes(Object.values(ResourceType), ManagedRules, SEEN_WITH_TAGS);
const lines = types.map(({ type, tagsProvenBy }) => {
  const proof = tagsProvenBy ? `, "tagsProvenBy": ${JSON.stringify(tagsProvenBy)}` : '';
  return `  { "type": ${JSON.stringify(type)}${proof} }`;
});
writeFileSync(TARGET, `[\n${lines.join(',\n')}\n]\n`);
const proven = types.filter(({ tagsProvenBy }) => tagsProvenBy).length;
console.log(`${types.length} resource types, tags proven of ${proven}`);
