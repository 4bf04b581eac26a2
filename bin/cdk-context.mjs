// The CDK command line hands cdk.json's context to the app; so does this, where the app runs without it.
import { readFileSync } from 'node:fs';

const { context, output } = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));
process.env.CDK_CONTEXT_JSON ??= JSON.stringify(context);
process.env.CDK_OUTDIR ??= output;
