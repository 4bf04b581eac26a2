import type { Template } from 'aws-cdk-lib/assertions';
import { HubStack } from '#lib/stacks/hub-stack.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

/** A hub whose template and settings are read by what a capability's name begins its ids with. */
export function aHub(over: Parameters<typeof someSettings>[0] = {}) {
  const { templates, settings } = synthesize(
    (app) => new HubStack(app, 'ReeveHub', { settings: someSettings(over) }),
  );
  return readHub(templates['ReeveHub'] as Template, settings);
}

/** The template and settings of a stack that is named `ReeveHub`, by what a capability's name begins its ids with. */
export function readHub(template: Template, settings: Record<string, unknown>) {
  return {
    template,
    /** The logical id of the one resource of a type that begins so. */
    idOf(type: string, start: string): string {
      const ids = Object.keys(template.findResources(type)).filter((id) => id.startsWith(start));
      if (ids.length !== 1) throw new Error(`${ids.length} of ${type} begin with ${start}`);
      return ids[0] ?? '';
    },
    settingsOf: (capability: string) =>
      Object.entries(settings).find(([id]) => id.startsWith(`ReeveHub${capability}`))?.[1],
    /** What a function may do, its logs apart: action → resources, as text. */
    permissionsOf(role: string): Record<string, string> {
      const [policy] = Object.entries(template.findResources('AWS::IAM::Policy'))
        .filter(([id]) => id.startsWith(role))
        .map(([, resource]) => resource as { Properties: { PolicyDocument: { Statement: Statement[] } } });
      const statements = policy?.Properties.PolicyDocument.Statement ?? [];
      const pairs = statements.flatMap(({ Action, Resource }) =>
        [Action].flat().map((action): [string, string] => [action, JSON.stringify(Resource)]),
      );
      return Object.fromEntries(pairs.filter(([action]) => !action.startsWith('logs:')));
    },
  };
}

type Statement = { Action: string | string[]; Resource: unknown };
