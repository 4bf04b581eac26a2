import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import settings from '#config';
import { bundleFunctions } from '#lib/platform/bundle-functions.ts';
import { addStacks } from '#lib/stacks/add-stacks.ts';

bundleFunctions();

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks());
addStacks(app, settings);
app.synth();
