import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { RequiredTagsAspect as AnyAspect } from '#lib/tags/prevention/synth/required-tags-aspect.ts';
import { RequiredTagsValidation as AnyValidation } from '#lib/tags/prevention/synth/required-tags-validation.ts';
import type { SynthOptions } from '#lib/tags/prevention/synth/synth-options.ts';

/** Written in by whoever makes the package. */
declare const REQUIRED_TAGS_POLICY: TagPolicy;

/** The Aspect of one policy, as other apps get it. */
export class RequiredTagsAspect extends AnyAspect {
  constructor(options?: SynthOptions) {
    super(REQUIRED_TAGS_POLICY, options);
  }
}

/** The validation of one policy, as other apps get it. */
export class RequiredTagsValidation extends AnyValidation {
  constructor(options?: SynthOptions) {
    super(REQUIRED_TAGS_POLICY, options);
  }
}
