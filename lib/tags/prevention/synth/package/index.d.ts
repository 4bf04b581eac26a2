import type {
  IAspect,
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

export interface RequiredTagsOptions {
  /** A warning lets synth succeed. Without it, an error. */
  readonly level?: 'error' | 'warning';
}

/** Marks each construct that would be made without its required tags. Add it with `AspectPriority.READONLY`. */
export declare class RequiredTagsAspect implements IAspect {
  constructor(options?: RequiredTagsOptions);
  visit(node: IConstruct): void;
}

/** Judges the finished templates: `Validations.of(app).addPlugins(new RequiredTagsValidation())`. */
export declare class RequiredTagsValidation implements IPolicyValidationPlugin {
  readonly name: string;
  readonly ruleIds: string[];
  constructor(options?: RequiredTagsOptions);
  validate(context: IPolicyValidationContext): PolicyValidationPluginReport;
}
