import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import settings from '#config';
import { bundleFunctions } from '#lib/platform/bundle-functions.ts';
import { HubStack } from '#lib/stacks/hub-stack.ts';

bundleFunctions();

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks());
new HubStack(app, 'ReeveHub', { settings, description: 'Reeve: AWS governance for an Organization' });
app.synth();
