import type { TemplateParameter } from './template.ts';

/** The value of a template's parameter: what was given, else its default. */
export function parameterValue(
  name: string,
  definition: TemplateParameter,
  given?: string,
): string | string[] {
  // The default of such a parameter is the name of the SSM parameter, not its value.
  const fallback = definition.Type.startsWith('AWS::SSM::') ? undefined : definition.Default;
  const value = given ?? fallback;
  if (value === undefined) {
    throw new Error(`The parameter ${name} has no value here: give it one in loadAssembly's \`parameters\``);
  }
  return definition.Type.includes('List') ? String(value).split(',') : String(value);
}
